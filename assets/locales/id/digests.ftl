### Ringkasan: meminta, memilih, menghentikannya; dan menunggu satu pertanyaan tanpa akun.

## Choosing

digests-title = Ringkasan
digests-about = Apa yang terjadi di sini, lewat surat, pada jam yang cocok bagi Anda. Tidak ada yang datang sebelum Anda memintanya.
digests-about-visitor = Tinggalkan alamat Anda, lalu sebuah surat menanyakan apakah Anda menginginkannya. Setiap ringkasan berhenti dengan satu klik.
digests-member = Anda punya akun: ringkasan Anda ada di pengaturannya.
digest-frequency = Seberapa sering?
digest-daily = Setiap hari
digest-weekly = Setiap minggu
digest-weekday = Pada hari apa?
digest-weekday-hint = Berlaku untuk ringkasan mingguan.
digest-hour = Pukul berapa?
digest-hour-of-day = { $hour }.00
digest-zone = Zona waktu
digest-zone-hint = Misalnya Asia/Jakarta, Asia/Manila, atau Europe/Berlin.
digest-language = Bahasa
digest-language-site = Bahasa forum
digest-categories = Kategori yang mana?
digest-categories-hint = Tanpa kategori dan tag, Anda mendapat kabar tentang semuanya.
digest-tags = Tag yang mana?
digest-tags-hint = Dipisahkan dengan koma.
digest-sections = Apa saja isinya?
digest-want = Kirimi saya ringkasan
digest-save = Simpan
digest-stop = Hentikan semua ringkasan
digest-stop-about = Setelah itu tidak ada lagi yang datang. Anda bisa memintanya lagi kapan saja.
digest-next = Yang berikutnya datang pada { $day } pukul { $hour }.00.
digest-off = Saat ini Anda tidak mendapat ringkasan.
problem-no-tag = Tag seperti itu tidak ada. Pilih yang dipakai di forum ini.
problem-field-frequency = Seberapa sering
problem-field-weekday = Hari
problem-field-hour = Jam
notice-digests-on = Mulai sekarang ringkasan akan datang.
notice-digests-saved = Pilihan Anda disimpan.
notice-digests-stopped = Tidak ada lagi ringkasan yang datang.

## Asking for them without an account

digests-sent-title = Periksa surat Anda
digests-sent = Sebuah surat sedang menuju alamat yang Anda berikan. Ringkasan datang setelah Anda menekan tombol di balik tautannya, dalam dua hari.
digests-confirm-title = Anda ingin ringkasan?
digests-confirm-about = Ringkasan dikirim ke { $email }.
digests-confirm-button = Ya, kirimi saya ringkasan
digests-confirmed-title = Mulai sekarang ringkasan akan datang
digests-confirmed = Dari setiap surat Anda bisa memilih isinya, dan menghentikannya.
digests-confirmed-before = Anda sudah mendapat ringkasan.
digests-gone-title = Tautan ini tidak berlaku lagi
digests-gone = Permintaannya sudah terlalu lama, atau sudah dihentikan. Mintalah ringkasan lagi jika Anda menginginkannya.
digests-choose-title = Ringkasan Anda
digests-choose-about = Ringkasan dikirim ke { $email }.
digests-stop-title = Hentikan semua ringkasan?
digests-stop-button = Hentikan semua ringkasan
digests-stopped-title = Tidak ada lagi ringkasan yang datang
digests-stopped = Jika berubah pikiran, mintalah ringkasan lagi.
digests-nothing = Saat ini tidak ada yang mendapat ringkasan lewat tautan ini. Tidak ada yang perlu dihentikan.

## The letter

letter-digest-subject = { $site }: yang terjadi dari { $from } sampai { $to }
letter-digest-list = Ringkasan { $site }
letter-digest-why = Anda mendapat surat ini karena meminta ringkasan { $site }.
letter-digest-choose = Pilih isi ringkasan, dan kapan datangnya
letter-digest-stop = Hentikan semua ringkasan
digest-section-waiting = Yang tidak muat dalam surat Anda
digest-section-to-confirm = Apakah sebuah jawaban menyelesaikannya?
digest-section-own-open = Pertanyaan Anda yang masih terbuka
digest-section-unanswered = Menunggu jawaban
digest-section-resolved = Sudah selesai dan layak dibaca
digest-section-articles = Artikel baru
digest-section-proposals = Artikel yang diusulkan
digest-section-reviews = Artikel yang perlu ditinjau
digest-section-figures = Bagaimana pertanyaan berjalan
digest-asked = ditanyakan { $day }
digest-answers = { $count } jawaban
digest-people = { $count } orang mengalaminya
digest-more = dan { $count } lagi
digest-why-waiting = { $count } hal di sini tidak dikabarkan lewat surat, karena jumlah surat per hari terbatas.
digest-why-to-confirm = Anda menanyakan ini, dan sudah dijawab. Katakan jawaban mana yang menyelesaikannya.
digest-why-own-open = Anda menanyakan ini, dan belum ada yang menjawab.
digest-why-category = Anda memilih kategori { $category }.
digest-why-tag = Anda memilih tag { $tag }.
digest-why-unanswered = Belum ada yang menjawabnya.
digest-why-resolved = Ini diselesaikan dalam rentang waktu ini.
digest-by-article = Sebuah artikel menjawabnya.
digest-by-original = Ini menanyakan hal yang sama dengan pertanyaan yang sudah selesai.
digest-why-article = Ini diterbitkan dalam rentang waktu ini.
digest-why-proposal = { $count } orang menanyakannya, dan belum ada artikelnya.
digest-why-review = Peninjauannya jatuh pada { $day }.
digest-figures = Ditanyakan: { $asked }. Dijawab: { $answered }. Selesai: { $resolved }.
digest-median = Separuh dari yang dijawab menunggu { $wait } atau kurang.
digest-reports = Baca laporan

## Letters to people without an account

letter-subscribe-subject = Anda ingin ringkasan { $site }?
letter-subscribe-what = Seseorang meminta ringkasan { $site } ke alamat ini. Jika itu Anda, katakan ya, dan ringkasan akan datang.
letter-subscribe-button = Ya, kirimi saya ringkasan
letter-subscribe-until = Tautannya berlaku dua hari.
letter-subscribe-not-you = Jika itu bukan Anda, abaikan saja: tanpa persetujuan Anda tidak ada yang datang.
letter-subscribed-subject = Anda sudah mendapat ringkasan { $site }
letter-subscribed-what = Seseorang meminta ringkasan { $site } ke alamat ini. Anda sudah mendapatkannya, jadi tidak ada yang diubah.
letter-awaiting-subject = Perlukah kami kabari? { $question }
letter-awaiting-what = Seseorang ingin dikabari di alamat ini ketika “{ $question }” selesai. Jika itu Anda, katakan ya: satu surat akan datang, sekali saja.
letter-awaiting-button = Ya, kabari saya
letter-awaiting-until = Tautannya berlaku dua hari. Jika itu bukan Anda, abaikan saja. Tautan yang sama juga membatalkannya nanti.
letter-resolved-subject = Selesai: { $question }
letter-resolved-what = “{ $question }” sudah selesai. Anda ingin mengetahuinya.
letter-resolved-button = Baca jawabannya
letter-resolved-once = Ini satu-satunya surat. Alamat Anda sekarang dilupakan.

## Waiting for one question

tell-me-button = Kabari saya jika sudah selesai
tell-me-about = Satu surat datang ketika pertanyaan ini selesai. Setelah itu alamat Anda dilupakan.
tell-me-title = Kabari saya jika sudah selesai
tell-me-resolved = Pertanyaan ini sudah selesai.
tell-me-sent-title = Periksa surat Anda
tell-me-sent = Sebuah surat sedang menuju alamat yang Anda berikan. Tekan tombol di balik tautannya dalam dua hari, dan Anda akan dikabari.
tell-me-confirm-title = Perlukah kami kabari?
tell-me-confirm-button = Ya, kabari saya
tell-me-waits-title = Anda akan dikabari
tell-me-waits = Satu surat datang ketika pertanyaannya selesai.
tell-me-withdraw = Jangan kabari saya
tell-me-forgotten-title = Tidak ada yang datang
tell-me-forgotten = Alamat ini tidak menunggu pertanyaan itu, atau sudah dikabari. Alamatnya dilupakan.
