# Yang dikatakan moderator kepada seseorang tentang perilakunya: peringatan, pembungkaman, penangguhan.

warning-title = Seorang moderator meminta Anda memperhatikan ini:
warning-read = Saya sudah membacanya
notice-warning-read = Peringatan ditandai sudah dibaca.
restraint-silence = Anda boleh membaca di sini, tetapi untuk sementara tidak boleh menulis.
restraint-suspension = Akun ini ditangguhkan.
restraint-ends = Ini berakhir pada { $at }.
restraint-without-end = Tidak ada batas waktu.
restraint-until = sampai { $at }
restraint-about-thread = Utas yang dimaksud
restraint-about-reply = Jawaban yang dimaksud
restraint-about-comment = Komentar yang dimaksud

fault-silenced-title = Anda tidak boleh menulis untuk sementara
fault-silenced = Yang Anda ketik disimpan di bawah agar dapat disalin.

conduct-way = Perilaku
conduct-title = Perilaku { $name }
conduct-history = Yang dikatakan kepadanya
conduct-nothing = Belum ada moderator yang memperingatkan, membungkam, atau menangguhkannya.
restraint-title = Peringatkan, bungkam, atau tangguhkan
restraint-not-yours = Moderator hanya bertindak terhadap anggota dan penolong; administrator terhadap siapa pun selain dirinya sendiri.
restraint-kind-warning = Diperingatkan
restraint-kind-silence = Dibungkam
restraint-kind-suspension = Ditangguhkan
restraint-taken-back = ditarik kembali
restraint-read = dibaca
restraint-unread = belum dibaca
restraint-over = sudah berakhir
restraint-lift = Tarik kembali
restraint-about = Mengenai:
restraint-button = Lakukan dan beri tahu
restraint-what = Tindakan
restraint-choose-warning = Peringatkan
restraint-choose-warning-hint = Ia melihat kata-kata Anda di setiap halaman sampai menyatakan sudah membacanya.
restraint-choose-silence = Bungkam
restraint-choose-silence-hint = Ia boleh membaca, tetapi tidak boleh menulis.
restraint-choose-suspension = Tangguhkan
restraint-choose-suspension-hint = Ia dikeluarkan dari semua perangkat dan tidak dapat masuk.
restraint-reason = Alasan
restraint-reason-hint = Ia membaca kalimat ini, di situs dan lewat email.
restraint-how-long = Untuk berapa lama
restraint-how-long-hint = Berakhir dengan sendirinya. Peringatan tidak perlu batas waktu.
restraint-for-day = Selama sehari
restraint-for-week = Selama seminggu
restraint-for-month = Selama 30 hari
restraint-for-date = Sampai hari tertentu
restraint-for-never = Tanpa batas waktu
restraint-day = Hari berakhirnya
restraint-day-hint = Hanya bila Anda memilih hari tertentu.
suspension-more = Peringatkan, bungkam, atau tangguhkan untuk sementara

notice-person-warned = Ia sudah diperingatkan, dan sebuah surat memberitahukan alasannya.
notice-person-silenced = Ia tidak boleh menulis, dan sebuah surat memberitahukan alasannya.
notice-person-suspended = Ia ditangguhkan dan dikeluarkan dari semua perangkat. Sebuah surat memberitahukan alasannya.
notice-restraint-lifted = Tindakan itu ditarik kembali, dan sebuah surat memberitahukannya.

problem-restraint = Pilih tindakan.
problem-restraint-ends = Pilih untuk berapa lama.
problem-restraint-day = Ketik hari mendatang dalam sepuluh tahun, misalnya 2027-01-31.
problem-field-restraint = Tindakan
problem-field-restraint-reason = Alasan
problem-field-ends = Untuk berapa lama
problem-field-ends-on = Hari berakhirnya

log-act-warn = Memperingatkan
log-act-unwarn = Menarik kembali peringatan untuk
log-act-silence = Membungkam
log-act-unsilence = Mengizinkan menulis lagi:
verb-restrain = Memperingatkan, membungkam, atau menangguhkan orang dengan peran lebih rendah
incoming-why-silenced = akun ini untuk sementara tidak boleh menulis
letter-unposted-silenced = Akun Anda untuk sementara tidak boleh menulis.
job-tell-restraint = Email: tentang perilaku seseorang

specimen-warning = Peringatan
specimen-silence = Pembungkaman
specimen-suspension = Penangguhan
specimen-suspension-lifted = Penangguhan ditarik kembali
letter-warning-subject = Pesan dari moderator { $site }
letter-warning-what = Seorang moderator { $site } meminta Anda memperhatikan ini:
letter-warning-lifted-subject = Sebuah peringatan di { $site } ditarik kembali
letter-warning-lifted-what = Seorang moderator menarik kembali sebuah peringatan. Anda tidak perlu memperhatikannya lagi.
letter-silence-subject = Untuk sementara Anda tidak boleh menulis di { $site }
letter-silence-what = Anda boleh membaca { $site }, tetapi untuk sementara tidak boleh menulis di sana. Alasan dari moderator:
letter-silence-lifted-subject = Anda boleh menulis lagi di { $site }
letter-silence-lifted-what = Seorang moderator mengizinkan Anda menulis lagi di { $site }.
letter-suspension-subject = Akun Anda di { $site } ditangguhkan
letter-suspension-what = Untuk sementara Anda tidak dapat masuk ke { $site }. Alasan dari moderator:
letter-suspension-lifted-subject = Anda dapat masuk lagi ke { $site }
letter-suspension-lifted-what = Akun Anda di { $site } tidak lagi ditangguhkan.
letter-restraint-until = Ini berakhir dengan sendirinya pada { $at }.
letter-restraint-without-end = Tidak ada batas waktu.
letter-restraint-contact = Bila menurut Anda ini keliru, Anda dapat menghubungi seseorang di sini:
letter-restraint-button = Lihat siapa boleh melakukan apa

# Menyingkirkan pengirim spam.
removal-title = Singkirkan pengirim spam
removal-about = Satu tindakan menyembunyikan akun dan semua yang ditulisnya: utas, jawaban, komentar, nama, dan profil. Akun ditangguhkan tanpa batas waktu, dan laporan atas kirimannya dianggap benar. Satu tekanan mengembalikan semuanya.
removal-button = Singkirkan beserta semua tulisannya
removal-taken = { $name } menyingkirkannya beserta { $count } kiriman
removal-undo = Kembalikan semuanya
removal-last = Penulisnya disingkirkan beserta semua tulisannya: { $title }
removal-of-case = Penulisnya disingkirkan beserta semua tulisannya. Semuanya kembali sekaligus, atau tidak sama sekali.
removal-of-post = Penulisnya disingkirkan beserta semua tulisannya: hanya moderator yang melihatnya.
user-removed-title = Akun ini sudah tidak ada di sini
user-removed = Seorang moderator menyingkirkannya beserta semua yang ditulisnya.
notice-person-removed = Akun disingkirkan beserta semua tulisannya. Bila banyak, sisanya berlanjut di balik halaman ini.
notice-person-brought-back = Akun kembali beserta semua yang disingkirkan, kecuali teks yang sejak itu dihapus untuk selamanya.
notice-comes-back-whole = Tidak ada yang diubah. Tulisan orang yang disingkirkan kembali sekaligus, atau tidak sama sekali.
problem-field-removal-reason = Alasan
log-act-remove = Menyingkirkan beserta semua tulisannya:
log-act-bring-back = Mengembalikan beserta semua tulisannya:
job-go-on-removing = Menyingkirkan tulisan pengirim spam, atau mengembalikannya

# Catatan moderator dan staf tentang seorang anggota.
notes-title = Catatan
notes-none = Belum ada yang mencatat apa pun tentangnya.
notes-note = Catatan lain
notes-note-hint = Hanya moderator, administrator, dan staf yang membacanya.
notes-button = Simpan catatan
problem-field-note = Catatan
notice-noted = Catatan disimpan.
notice-note-taken-back = Catatan dihapus.
cases-notes = { $count } catatan tentang penulisnya
letter-restraint-specimen = Tiga jawaban Anda adalah iklan.

# Under the bell of whom it concerns.
conduct-own-title = Yang dikatakan moderator kepada Anda
conduct-own-about = Peringatan dan pembatasan terhadap Anda, dengan alasannya dan yang sudah dicabut.
conduct-own-nothing = Tidak ada moderator yang memperingatkan, membungkam, atau menangguhkan Anda.
told-conduct-warning = Moderator memperingatkan Anda
told-conduct-silence = Moderator melarang Anda menulis
told-conduct-suspension = Moderator menangguhkan Anda
told-conduct-warning-lifted = Moderator mencabut sebuah peringatan
told-conduct-silence-lifted = Moderator mengizinkan Anda menulis lagi
told-conduct-suspension-lifted = Moderator mencabut penangguhan Anda
