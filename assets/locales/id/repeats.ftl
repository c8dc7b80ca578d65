### Pertanyaan berulang: apa yang diusulkannya, meja tempat moderator memutuskan, manfaat sebuah artikel, dan lonjakan.

menu-repeats = { $count ->
    [0] Pertanyaan berulang
    [100] Pertanyaan berulang (100+)
   *[other] Pertanyaan berulang ({ $count })
}
desk-repeats = { $count ->
    [0] Pertanyaan berulang
    [100] Pertanyaan berulang (100+)
   *[other] Pertanyaan berulang ({ $count })
}
thread-repeats = Ditanyakan { $count } kali: lihat kelompoknya

## The desk

repeats-title = Pertanyaan berulang
repeats-about = Apa yang terus-menerus ditanyakan orang, dan apa yang membuat mereka tidak perlu bertanya. Yang menyangkut paling banyak orang ada di atas.
repeats-filter = Tampilkan
repeats-open = Semua yang menunggu
repeats-adopted = Sedang ditulis
repeats-decided = Sudah diputuskan
repeats-none = Tidak ada yang menunggu keputusan
repeats-none-of-kind = Tidak ada yang menunggu dari jenis ini
repeats-none-about = Sebuah pertanyaan diusulkan di sini begitu { $askers } orang menanyakannya dengan kata lain dalam { $days } hari. Pertanyaan baru dibandingkan saat masuk.
repeats-none-adopted = Tidak ada yang sedang ditulis
repeats-none-adopted-about = Yang Anda ambil ada di sini sampai artikelnya diterbitkan.
repeats-none-decided = Belum ada yang diputuskan
repeats-none-decided-about = Yang ditolak, ditautkan, digabungkan, atau diterbitkan ada di sini, beserta siapa yang memutuskannya.
repeats-question = Pertanyaan
repeats-state = Keadaan
repeats-asked = ditanyakan { $count } kali
repeats-people = Orang yang terdampak
repeats-askers = Penanya
repeats-me-too = “Saya juga”
repeats-me-toos = { $count } orang juga mengalaminya
repeats-views = Dibaca
repeats-growth = Pertumbuhan
repeats-open-share = Belum selesai
repeats-unhelpful = Tidak membantu
repeats-unresolved = { $open } dari { $count } ({ $share } %)
repeats-per-week = { $whole },{ $tenth } per minggu
repeats-figures = Angka
repeats-people-about = Penanya, “saya juga”, dan satu untuk setiap { $count } kali dibaca. Pertumbuhan adalah dari empat minggu terakhir.
repeats-by-week = Minggu demi minggu
repeats-week = Minggu mulai
repeats-asked-in-week = Ditanyakan

## Proposals

proposal-answer = Perlu jawaban dulu
proposal-article = Artikel baru
proposal-linking = Tautkan ke artikel
proposal-revision = Perbaiki artikel
proposal-answer-about = Beberapa orang menanyakan ini, dan belum ada jawaban yang diterima atau didukung. Jawab salah satunya: begitu jawaban itu diterima atau didukung, ini menjadi usulan artikel.
proposal-article-about = Beberapa orang menanyakan ini, dan belum ada artikel yang menjawabnya.
proposal-linking-about = Sebuah artikel sudah menjawab sebagian dari ini. Tautkan sisanya:
proposal-revision-about = Pertanyaan yang pernah diselesaikan artikel ini terbuka lagi, atau artikelnya membantu lebih sedikit pembaca:
proposal-answer-next = Dua kelompok: yang dicentang dan yang tidak. Mulai sekarang keduanya dipisahkan.
proposal-article-next = Mengambil usulan ini membuka drafnya di penyunting. Saat artikelnya diterbitkan, pertanyaan yang dicentang terjawab olehnya dan penanyanya mendapat surat. Yang terbuka diselesaikan olehnya; yang sudah selesai tetap dengan penyelesaiannya.
proposal-linking-next = Artikel ini menjawab pertanyaan yang dicentang, dan penanyanya mendapat surat. Yang terbuka diselesaikan olehnya; yang sudah selesai tetap dengan penyelesaiannya.
proposal-revision-next = Ini membuka artikelnya di penyunting.
proposal-since = Diusulkan
proposal-row-adopted = Diambil oleh { $name }
proposal-row-done = Dikerjakan oleh { $name }
proposal-row-declined = Ditolak oleh { $name }
proposal-row-merged = Digabungkan oleh { $name }
proposal-is-adopted = { $name } mengambil ini. Artikelnya sedang ditulis.
proposal-is-done = { $name } memutuskan ini, dan sudah dikerjakan.
proposal-is-declined = { $name } menolak ini. Usulan ini kembali bila kelompoknya bertambah setengahnya.
proposal-is-merged = { $name } menggabungkan ini dengan kelompok lain.
proposal-is-lapsed = Ini tidak berlaku lagi dan berakhir sendiri: pertanyaannya pindah ke kelompok lain, dihapus, atau sudah selesai.
proposal-into = Lihat kelompok itu
proposal-members = Pertanyaan yang menanyakan hal yang sama
proposal-members-count = { $count } pertanyaan
proposal-parts = Bagian
proposal-parts-about = Kelompok ini besar. Setiap bagian berisi yang paling mirip; yang Anda centang hanya menyangkut bagian ini.
proposal-part = Bagian { $count }
proposal-read = Baca
proposal-alone = Bukan hal yang sama
repeats-score = { $percent } %
repeats-why-words = kata: { $words }
repeats-why-title = judul mirip
repeats-why-tags = tag: { $tags }
repeats-why-meaning = maknanya sama
repeats-why-people = karena dikatakan orang
repeats-why-unknown = Nilainya diketahui bila indeks pencarian sudah siap.
settled-open = belum selesai
settled-accepted = ada jawaban yang diterima
settled-closed = ditutup
settled-article = dijawab oleh artikel
proposal-adopt = Ambil dan tulis artikelnya
proposal-revise = Perbaiki artikelnya
proposal-link = Tautkan dan beri tahu penanya
proposal-split = Jadikan dua kelompok: dicentang dan tidak
proposal-decline-heading = Tolak
proposal-decline-reason = Mengapa tidak?
proposal-decline-hint = Orang lain membacanya di sini. Usulan ini kembali bila kelompoknya bertambah setengahnya.
proposal-decline = Tolak
proposal-merge-heading = Gabungkan dengan kelompok lain
proposal-merge-other = Kelompok lain
proposal-merge-hint = Keduanya menanyakan hal yang sama: mulai sekarang menjadi satu kelompok.
proposal-merge-choose = Pilih kelompok
proposal-merge = Gabungkan
proposal-typed = Yang Anda tulis
proposal-put-back = Kembalikan
proposal-go-on = Lanjutkan menulis
proposal-draft = Draf
proposal-draft-about = Disusun dari jawaban yang diterima dan didukung. Setiap kalimat menyebut jawaban asalnya.
article-from-proposal = Dimulai dari pertanyaan berulang. Periksa setiap kata: saat artikel ini diterbitkan, pertanyaan yang tetap Anda centang terjawab olehnya, dan penanyanya mendapat surat.
proposal-outrun = Tidak ada yang diputuskan: ini berubah sementara Anda melihatnya. Inilah yang Anda lihat, dan keadaannya sekarang. Putuskan lagi di bawah.
proposal-outrun-decided = Tidak ada yang dilakukan: seseorang memutuskan ini sementara Anda melihatnya. Di bawah tertulis siapa memutuskan apa.
proposal-seen = Yang Anda lihat
proposal-now = Keadaan sekarang
proposal-left = tidak ada lagi di sini
proposal-joined = baru
proposal-gone = dan { $count } yang dihapus
problem-ticked = Centang setidaknya satu pertanyaan, dan sisakan setidaknya satu bila Anda menjadikannya dua kelompok.
problem-field-ticked = Pertanyaan
problem-field-other = Kelompok lain
notice-proposal-declined = Usulan ditolak. Usulan ini kembali bila kelompoknya bertambah setengahnya.
notice-proposal-linked = Pertanyaannya ditautkan, dan penanyanya mendapat surat.
notice-proposal-linked-some = Pertanyaannya ditautkan, kecuali beberapa yang tidak menerima tautan itu: terkunci, atau tidak semua pembacanya boleh membaca artikelnya. Penanya yang lain mendapat surat.
notice-proposal-merged = Kedua kelompok kini menjadi satu.
notice-proposal-split = Mulai sekarang keduanya dipisahkan.
notice-proposal-put-back = Usulan ini menunggu keputusan lagi.
log-act-decline-proposal = Menolak usulan untuk
log-act-join-repeats = Dikatakan sama dengan kelompok lain:
log-act-part-repeats = Dipisahkan dari kelompoknya:

## Payback

payback-heading = Manfaat
payback-sentence = { $before } sebelumnya ({ $count-before } dalam { $weeks-before } minggu), { $since } sejak itu ({ $count-since } dalam { $weeks-since } minggu).
payback-numbers = Angka di baliknya
payback-article = Artikel
payback-before = Sebelumnya
payback-since = Sejak itu
payback-published = Diterbitkan
payback-count = Ditanyakan sejak itu

## Outbreaks

outbreak-heading = { $count } orang tiba-tiba bertanya:
outbreak-about = Itu jauh lebih banyak dari biasanya. Jika ada yang rusak, umumkan sebagai masalah yang diketahui, supaya orang lain tidak perlu bertanya.

## Settings

setting-repeats = Pertanyaan berulang
setting-fewest-askers = Orang yang harus menanyakan hal yang sama
setting-fewest-askers-hint = Dari 2 sampai 100. Mulai jumlah ini, pertanyaan berulang mengusulkan artikel.
setting-proposal-days = Dalam berapa hari
setting-proposal-days-hint = Dari 7 sampai 3650. Setelah impor, seluruh waktu dihitung sekali.
setting-tells-outbreaks = Beri tahu moderator lewat surat bila sebuah pertanyaan tiba-tiba ditanyakan banyak orang
setting-tells-outbreaks-hint = Bagaimanapun, itu ada di atas halaman mereka.
problem-fewest-askers = Ketik bilangan bulat dari 2 sampai 100.
problem-proposal-days = Ketik bilangan bulat dari 7 sampai 3650.
problem-field-fewest-askers = Orang yang harus menanyakan hal yang sama
problem-field-proposal-days = Dalam berapa hari

## Letters

job-outbreak-noticed = Surat: sebuah pertanyaan tiba-tiba ditanyakan banyak orang
letter-article-why = Anda bertanya “{ $question }”. Artikel “{ $article }” kini menjawabnya, dan pertanyaannya selesai.
letter-article-why-settled = Anda bertanya “{ $question }”. Pertanyaan itu sudah selesai; artikel “{ $article }” kini juga menjawabnya.
letter-article-not-working = Jika masih belum berhasil, katakan di bawah pertanyaan Anda: { $address }
letter-outbreak-subject = Banyak orang menanyakan hal yang sama di { $site }
letter-outbreak-what = { $count } orang tiba-tiba bertanya: “{ $question }”
letter-outbreak-do = Itu jauh lebih banyak dari biasanya. Jika ada yang rusak, umumkan sebagai masalah yang diketahui, supaya orang lain tidak perlu bertanya.
letter-outbreak-button = Baca pertanyaannya
letter-outbreak-once = Anda mendapat surat ini sekali saja, berapa pun yang bertanya.
