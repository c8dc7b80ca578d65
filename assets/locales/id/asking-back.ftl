### Bertanya balik kepada penanya: apakah jawabannya menyelesaikan pertanyaan, dan seberapa puas mereka.

## Links of letters

way-question = Ke pertanyaan
letter-link-typed = Teks Anda
letter-link-dead-title = Tautan ini tidak berlaku lagi
letter-link-expired = Tautan ini berlaku 30 hari setelah suratnya. Di halaman pertanyaan, Anda masih bisa mengatakan bagaimana akhirnya.
letter-link-void = Alamatnya tidak lengkap, atau akun maupun alamat email tujuannya sudah berubah. Buka sekali lagi dari suratnya, atau lanjutkan di sini.
letter-links-until = Tautan di surat ini berlaku { $days } hari, tanpa perlu masuk. Jangan berikan kepada orang lain.

## The letter of a reminder

letter-reminder-subject = Apakah sudah beres? “{ $question }”
letter-reminder-what = Pertanyaan Anda “{ $question }” di { $site } sudah mendapat jawaban.
letter-reminder-why = Apakah itu menyelesaikan pertanyaan Anda? Dengan begitu, orang yang punya masalah sama menemukan apa yang membantu, dan para penjawab tahu bahwa jawabannya berguna.
letter-reminder-solved = Ya, sudah beres
letter-reminder-not-working = Masih belum berhasil
letter-reminder-read = Baca dulu jawabannya: { $address }
letter-reminder-once = Ini satu-satunya surat semacam ini tentang pertanyaan tersebut.

## The pages of a reminder

reminder-solved-title = Jawaban mana yang menyelesaikannya?
reminder-which = Jawaban yang menyelesaikannya
reminder-solved-button = Yang ini menyelesaikannya
reminder-read-question = Baca pertanyaan selengkapnya
reminder-no-answers = Jawaban untuk pertanyaan ini sudah tidak ada, jadi tidak ada yang bisa dipilih.
reminder-is-resolved = Pertanyaan ini sudah terselesaikan. Terima kasih. Jika itu keliru, katakan di halamannya.
reminder-is-closed = Pertanyaan ini ditutup atau dikunci, jadi tidak ada yang bisa diubah di sini.
reminder-not-working-title = Masih belum berhasil
reminder-not-working-about = Pertanyaannya tetap terbuka, dan para penolong melihat bahwa pertanyaan itu menunggu mereka.
reminder-not-working-reopens = Pertanyaan ini sudah terselesaikan. Dengan ini pertanyaan dibuka lagi, dan para penolong melihat bahwa pertanyaan itu menunggu mereka.
reminder-text-hint = Yang Anda tulis dikirim di bawah pertanyaan sebagai balasan Anda. Tanpa teks, hanya dicatat bahwa masih belum berhasil.
reminder-not-working-button = Katakan bahwa masih belum berhasil
reminder-has-said = Anda sudah mengatakan bahwa masih belum berhasil. Untuk menambahkan sesuatu, tulislah di halaman pertanyaan.
reminder-away-title = Pertanyaan Anda ada di tempat lain
reminder-is-merged = Pertanyaan itu digabungkan ke “{ $title }”, tempat jawabannya berada.
reminder-is-gone = Pertanyaan itu dihapus, atau dipindahkan ke tempat yang tidak bisa Anda baca. Di sini tidak ada lagi yang perlu dikatakan.
notice-reminder-solved = Terima kasih. Jawabannya diterima, dan pertanyaannya terselesaikan.
notice-reminder-not-working = Sudah disampaikan. Para penolong melihat bahwa pertanyaan Anda menunggu mereka.
problem-answer = Pilih jawaban yang menyelesaikannya. Jawaban yang sudah tidak ada tidak bisa dipilih.
problem-consent-owed = Anda belum menyetujui ketentuan kami yang sekarang. Salin teks Anda, masuk, setujui, lalu kirim di halaman pertanyaan.
problem-field-answer = Jawaban

## The letter of a survey

letter-survey-subject = Bagaimana rasanya? Dua hal tentang pertanyaan Anda
letter-survey-what = Pertanyaan Anda “{ $question }” di { $site } sudah terselesaikan. Seberapa puas Anda, dan seberapa mudah prosesnya? Hanya perlu setengah menit.
letter-survey-who = Hanya pengurus { $site } yang membaca jawaban Anda.
letter-survey-button = Jawab dua pertanyaan
letter-survey-once = Kami tidak sering bertanya, dan tentang setiap pertanyaan hanya sekali.

## The page of a survey

survey-title = Bagaimana rasanya?
survey-rating = Seberapa puas Anda dengan bantuan yang Anda dapat?
survey-rating-worst = { $step } – sama sekali tidak puas
survey-rating-best = { $step } – sangat puas
survey-effort = Seberapa mudah pertanyaan Anda terselesaikan?
survey-effort-worst = { $step } – sangat sulit
survey-effort-best = { $step } – sangat mudah
survey-comment = Apa yang bisa kami perbaiki?
survey-button = Kirim
survey-who-reads = Hanya pengurus forum ini yang membacanya; mereka melihat pertanyaan mana yang dimaksud.
survey-may-change = Anda sudah menjawab. Jawabannya bisa diubah sampai { $day }.
survey-is-over = Anda sudah menjawab survei ini. Terima kasih. Jawabannya tidak bisa diubah lagi.
notice-survey-answered = Terima kasih. Jawaban Anda disimpan; selama seminggu masih bisa diubah.
notice-survey-changed = Jawaban Anda sudah diubah.
problem-score = Pilih salah satu dari lima.
problem-field-rating = Seberapa puas
problem-field-effort = Seberapa mudah

## Settings

setting-asking-back = Bertanya balik kepada penanya
setting-reminder-days = Hari setelah jawaban sampai penanya ditanya apakah itu membantu
setting-reminder-days-hint = Dari 0 sampai 30; 0 berarti tidak pernah. Setiap penanya mendapat satu surat untuk setiap pertanyaan yang masih terbuka.
setting-has-surveys = Tanyakan kepuasan penanya setelah pertanyaannya terselesaikan
setting-has-surveys-hint = Lewat surat, sehari kemudian, dengan halaman berisi dua pertanyaan.
setting-survey-share = Pertanyaan terselesaikan yang diikuti survei, dalam persen
setting-survey-share-hint = Dari 0 sampai 100.
setting-quiet-days = Hari selama seseorang tidak diundang lagi
setting-quiet-days-hint = Dari 1 sampai 365. Siapa yang mendapat pengingat atau survei tidak diundang lagi selama itu.
problem-reminder-days = Ketik bilangan bulat dari 0 sampai { $limit }.
problem-survey-share = Ketik bilangan bulat dari 0 sampai 100.
problem-quiet-days = Ketik bilangan bulat dari 1 sampai { $limit }.
problem-field-reminder-days = Hari sampai pengingat
problem-field-survey-share = Bagian survei
problem-field-quiet-days = Hari tenang
