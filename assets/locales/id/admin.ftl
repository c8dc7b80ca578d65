### Menjalankan forum, log moderasi, dan siapa boleh melakukan apa.

## Problems

problem-slug = Alamat perlu huruf atau angka.
problem-slug-reserved = “new” adalah tempat kategori dibuat. Pilih alamat lain.
problem-slug-taken = Kategori lain sudah memakai alamat ini. Pilih yang lain.
problem-kinds-missing = Kategori menerima paling sedikit satu jenis utas. Centang satu.
problem-template-line = Tiap baris menyebut satu kolom: label paling banyak { $limit } karakter, dan boleh ditambah petunjuk setelah “|”. Perbaiki baris yang tidak sesuai.
problem-template-long = Templat paling banyak { $limit } kolom. Kurangi.
problem-last-admin = Tidak ada orang lain yang bisa menjalankan forum. Jadikan orang lain administrator dulu.
problem-suspend-self = Anda tidak bisa menangguhkan diri sendiri. Administrator lain bisa.

## The frame

admin-title = Administrasi
admin-title-of = { $title } · Administrasi
admin-overview = Ikhtisar
admin-parts = Bagian-bagiannya
admin-settings = Pengaturan
admin-settings-about = Bahasa, dan apakah orang boleh mendaftar.
admin-categories = Kategori
admin-categories-about = Tempat utas berada, siapa yang melihatnya, dan apa yang diminta dari penanya.
admin-categories-count = { $count } kategori
admin-tags = Tag
admin-tags-about = Isi pembicaraan di utas: ganti nama, gabungkan, dan jelaskan.
admin-people = Orang
admin-people-about = Peran, staf, penangguhan, dan tautan ke akun yang diimpor.
admin-jobs = Tugas
admin-jobs-about = Email dan pekerjaan lain yang dikerjakan server sendiri.
admin-jobs-waiting = { $count ->
    [0] Tidak ada yang menunggu
   *[other] { $count } tugas menunggu
}
admin-dead-jobs = { $count ->
    [1] Sebuah tugas terlalu sering gagal dan dihentikan.
   *[other] { $count } tugas terlalu sering gagal dan dihentikan.
}
admin-dead-jobs-see = Lihat apa yang salah
pager-start = Kembali ke awal
pager-more = Lagi
list-search = Cari
nothing-found-title = Tidak ada yang ditemukan

## The first steps

first-steps-title = Langkah pertama
first-step-done = Selesai:
first-step-name = Beri nama forum
first-step-name-why = Namanya ada di setiap halaman dan setiap email.
first-step-category = Buat kategori pertama
first-step-category-why = Setiap utas berada di satu kategori. Untuk mulai, dua atau tiga sudah cukup.
first-step-thread = Mulai utas pertama
first-step-thread-why = Pengumuman singkat, atau pertanyaan yang sering diajukan.
first-step-import = Pindah ke sini dari forum lain? Bawa utasnya lewat baris perintah:

## Settings

setting-site-name = Nama forum
setting-site-name-hint = Ada di setiap halaman dan setiap email.
setting-welcome = Sambutan
setting-welcome-hint = Satu kalimat di atas beranda: siapa yang disambut, dan untuk apa.
setting-language = Bahasa
setting-language-hint = Untuk pembaca yang belum memilih dan yang perambannya tidak menyebut salah satu bahasa ini.
setting-sign-up = Orang boleh mendaftar
setting-sign-up-hint = Jika ini dimatikan, mereka yang sudah punya akun tetap bisa masuk.
setting-licence = Lisensi tulisan orang di sini
setting-licence-hint = Misalnya CC BY-SA 4.0. Artikel yang disusun dari jawaban menyebutkannya.
problem-field-content-licence = Lisensi tulisan orang di sini
problem-field-letters-a-day = Surat per hari
setting-save = Simpan pengaturan
notice-settings-saved = Pengaturan sudah disimpan, dan setiap halaman memperlihatkannya.

## Categories

categories-about = Sesuai urutannya di beranda.
categories-none-title = Belum ada kategori
categories-none = Setiap utas berada di sebuah kategori. Buat yang pertama, supaya orang bisa bertanya.
category-new = Kategori baru
category-name = Nama
category-slug = Alamat
category-slug-hint = Bagian terakhir alamat webnya. Dibuat dari nama jika dikosongkan.
category-slug-kept = Bagian terakhir alamat webnya. Jika diubah, alamat lama tetap mengarah ke sini.
category-description = Keterangan
category-description-hint = Satu kalimat: apa yang cocok di sini.
category-audience = Siapa yang melihatnya
audience-public = Semua orang
audience-public-hint = Mesin pencari juga.
audience-signed-in = Anggota
audience-signed-in-hint = Semua yang punya akun.
audience-staff = Staf
audience-staff-hint = Grup “staff” dan administrator.
category-takes = Yang diterima
kind-questions = Pertanyaan
kind-questions-hint = Bisa dijawab, dan sebuah jawaban bisa diterima.
kind-discussions = Diskusi
kind-discussions-hint = Pembicaraan yang tidak perlu jawaban.
kind-announcements = Pengumuman
kind-announcements-hint = Kabar; hanya moderator yang menulisnya.
category-template = Yang ditanyakan kepada penanya
category-template-hint = Satu kolom di tiap baris. Beri * setelah yang wajib diisi, dan petunjuk setelah |. Misalnya: Versi * | Pengaturan, Tentang. Kosongkan jika cukup judul dan rinciannya.
category-thread-count = Utas
category-acts = Urutan dan arsip
category-acts-on = Urutan dan arsip: { $name }
category-move-up = Naik
category-move-down = Turun
category-archive = Arsipkan
category-unarchive = Kembalikan
category-is-archived = Diarsipkan
category-archived-about = Kategori ini diarsipkan: tidak menerima utas baru. Isinya tetap bisa dibaca.
category-save = Simpan kategori
category-make = Buat kategori
notice-category-made = Kategori sudah ada, dan orang bisa menulis di dalamnya.
notice-category-saved = Kategori sudah disimpan.
notice-category-up = Kategori sudah naik.
notice-category-down = Kategori sudah turun.
notice-category-archived = Kategori sudah diarsipkan. Utas baru tidak diterima; isinya tetap bisa dibaca.
notice-category-unarchived = Kategori menerima utas lagi.

## Tags

tags-about = Yang paling sering dipakai lebih dulu.
tags-search = Tag yang diawali dengan
tags-all = Semua tag
tags-none-yet-title = Belum ada tag
tags-none-yet = Penanya yang memberi tag; semuanya muncul di sini.
tags-not-found = Tidak ada tag yang diawali dengan “{ $q }”.
tag-name = Nama
tag-name-hint = Huruf kecil, tanpa spasi. Nama tag lain akan menggabungkan keduanya.
tag-description = Keterangan
tag-description-hint = Satu kalimat: apa artinya.
tag-threads = Utas
tag-carried = { $count ->
    [0] Tidak ada utas yang memakainya.
   *[other] { $count } utas memakainya.
}
tag-see = Lihat utasnya
tag-save = Simpan tag
tag-name-taken = Ada tag lain bernama “{ $twin }”; { $count } utas memakainya. Untuk menggabungkan keduanya, centang kotak di bawah keterangan.
tag-merge = Gabungkan tag ini ke “{ $twin }”
tag-merge-hint = Utasnya mendapat tag yang lain itu, dan tag ini hilang. Ini tidak bisa dibatalkan.
tag-keep-name = Nama lama tetap menjadi sinonim
tag-keep-name-hint = Jika namanya berubah atau tag digabung, nama lama mengarah ke sini.
tag-synonyms = Sinonim
tag-synonyms-about = Siapa pun yang mengetik salah satu nama ini mendapat tag ini, dan alamatnya mengarah ke sini.
tag-synonym = Nama lain
tag-synonym-hint = Huruf kecil, tanpa spasi.
tag-synonym-add = Tambahkan sinonim
tag-synonym-remove = Hapus
problem-field-synonym = Nama lain
problem-synonym-taken = Sudah ada tag atau sinonim dengan nama itu. Untuk menggabung dua tag, beri yang satu nama yang lain.
problem-synonyms-many = Satu tag memiliki paling banyak { $limit } sinonim. Hapus satu dulu.
notice-synonym-added = Nama itu sekarang mengarah ke tag ini.
notice-synonym-removed = Nama itu tidak lagi mengarah ke sini.
tag-delete = Hapus tag ini
tag-delete-about = { $count ->
    [0] Tidak ada utas yang memakainya. Ini tidak bisa dibatalkan.
   *[other] Tag ini dilepas dari { $count } utas; utasnya sendiri tetap ada. Ini tidak bisa dibatalkan.
}
tag-delete-now = Hapus tag
notice-tag-saved = Tag sudah disimpan.
notice-tag-merged = Kedua tag sekarang menjadi satu.
notice-tag-deleted = Tag sudah dihapus, dan tidak ada utas yang memakainya lagi.

## People

people-search = Nama diawali dengan, atau alamat email
people-all = Semua orang
people-not-found = Tidak ada yang namanya diawali dengan “{ $q }”, dan tidak ada yang punya alamat itu.
person-name = Nama
person-roles = Peran
person-email = Alamat email
person-no-email = tidak ada
person-joined = Bergabung
person-seen = Terakhir terlihat
person-never = belum pernah
person-suspended = Ditangguhkan
person-suspended-since = Ditangguhkan sejak
person-unclaimed = Diimpor
person-public-page = Halaman publik
person-account = Akun
person-signs-in = masuk dengan kata sandi
person-cannot-sign-in = diimpor; belum ada yang masuk dengannya
person-trust = Kepercayaan
trust-newcomer = pendatang baru
trust-member = anggota
trust-regular = anggota tetap
person-role = Peran
person-may = Yang boleh dilakukan orang ini
person-last-admin = Ini satu-satunya administrator yang bisa masuk. Jadikan orang lain administrator dulu.
person-reason = Alasan
person-reason-hint = Tercatat di log moderasi, yang dibaca para moderator.
person-change-role = Ubah peran
role-member = Anggota
role-member-hint = Bertanya, menjawab, berkomentar, dan memberi suara.
role-helper-hint = Juga menerima jawaban atas nama penanya, dan memberi tag pada utas.
role-moderator-hint = Juga menyunting, menutup, memindahkan, mengunci, menyematkan, dan menghapus tulisan orang lain.
role-admin-hint = Juga menjalankan forum: pengaturan, kategori, orang.
role-staff-hint = Menjawab atas nama perusahaan, apa pun perannya, dan melihat kategori untuk staf.
staff-about = Staf menjawab atas nama perusahaan. Tulisan mereka menyebutkannya, dan mereka melihat kategori untuk staf.
staff-join = Masukkan ke staf
staff-leave = Keluarkan dari staf
suspension-title = Penangguhan
suspension-about = Orang yang ditangguhkan dikeluarkan di semua tempat dan tidak bisa masuk. Tulisannya tetap ada.
suspension-suspend = Tangguhkan
suspension-lift = Cabut penangguhan
claim-link-title = Tautan ke akun yang diimpor
claim-link-about = Akun ini datang bersama impor, dan belum ada yang masuk dengannya. Buat tautan dan berikan kepada pemilik akun ini.
claim-link-make = Buat tautan
claim-link-hand-over = Berikan tautan ini kepada { $name }, dan jangan kepada orang lain: siapa pun yang membukanya bisa mengambil alih akun ini.
claim-link-copy = Salin tautan
claim-link-once = Tautan ini hanya ditampilkan sekarang. Berlaku dua minggu, sampai kata sandi dipilih.
notice-role-changed = Peran sudah diubah, dan tercatat di log moderasi.
notice-own-role-changed = Peran Anda sudah diubah. Anda tidak lagi menjalankan forum.
notice-staff-joined = Orang ini sekarang staf.
notice-staff-left = Orang ini bukan staf lagi.
notice-suspended = Orang ini ditangguhkan dan dikeluarkan di semua tempat.
notice-unsuspended = Orang ini bisa masuk lagi.
notice-person-unchanged = Memang sudah begitu; tidak ada yang diubah.
notice-not-claimable = Sudah ada yang masuk dengan akun ini, jadi akun ini tidak bisa diambil alih.

## Jobs

jobs-about = Pekerjaan yang dikerjakan server sendiri. Yang gagal dicoba sampai { $attempts } kali, email selama dua hari, dengan jeda yang makin panjang, lalu dihentikan.
jobs-waiting = Menunggu
jobs-dead = Dihentikan
jobs-none-title = Tidak ada yang menunggu
jobs-none = Semua pekerjaan selesai.
jobs-no-dead-title = Tidak ada yang dihentikan
jobs-no-dead = Pekerjaan yang terlalu sering gagal akan muncul di sini.
job-kind = Tugas
job-state = Keadaan
job-written = Ditulis
job-when = Dijalankan
job-dead-since = Dihentikan
job-attempts = Percobaan
job-error = Yang salah
job-error-whole = Tampilkan semua
job-acts = Coba lagi
job-retry = Coba lagi
job-confirm-sign-up = Email: konfirmasi alamat
job-already-registered = Email: mendaftar lagi
job-forgotten-password = Email: pilih kata sandi
job-password-changed = Email: kata sandi diubah
job-second-factor-changed = Email: faktor kedua diubah
job-confirm-address = Email: konfirmasi alamat lain
job-address-change-asked = Email: alamat lain diminta
job-address-changed = Email: alamat diubah
job-new-sign-in = Email: ada yang baru masuk
job-account-closed = Email: akun ditutup
job-confirm-digests = Surat: ingin ringkasan?
job-compose-digests = Menyusun ringkasan yang sudah waktunya
job-send-digest = Surat: ringkasan
job-confirm-awaiting = Surat: perlu dikabari?
job-tell-resolved = Surat: pertanyaannya selesai
job-count-helpers = Hitung penolong bulan ini
job-tell-meanings = Baca makna pertanyaan yang berubah
job-render-again = Susun ulang tulisan lama
job-read-incoming = Baca pesan yang masuk lewat surel
job-answer-incoming = Beri tahu mengapa pesan tidak diterbitkan
job-confirm-question = Konfirmasi pertanyaan yang masuk lewat surel
job-sweep = Hapus yang sudah kedaluwarsa
notice-job-retried = Tugas ini menunggu lagi dan segera dijalankan.
notice-job-not-dead = Tugas itu tidak lagi dihentikan; tidak ada yang diubah.

## The moderation log

moderation-title = Log moderasi
moderation-title-about = Apa yang dilakukan moderator dan administrator, dan mengapa. Yang terbaru lebih dulu.
moderation-none-title = Belum ada apa-apa
moderation-none = Menutup, mengunci, memindahkan, menangguhkan: setiap tindakan muncul di sini dengan alasannya.
moderation-what = Apa
moderation-who = Siapa
moderation-why = Alasan
moderation-when = Kapan
moderation-nobody = baris perintah
moderation-by-flagged = tanda dari anggota
moderation-by-spam = tampilan seperti iklan
moderation-on-reply = (sebuah balasan)
log-act-close = Menutup
log-act-reopen = Membuka lagi
log-act-lock = Mengunci
log-act-unlock = Membuka kunci
log-act-pin = Menyematkan
log-act-unpin = Melepas sematan
log-act-move = Memindahkan
log-act-merge = Menggabungkan ke utas lain:
log-act-unmerge = Membatalkan penggabungan
log-act-tell-problem = Memberitahukan masalah yang diketahui:
log-act-solve-problem = Menyatakan terselesaikan:
log-act-redact = Menghapus kata untuk selamanya dari
log-act-erase = Teks dihapus untuk selamanya, 30 hari setelah dihapus:
log-act-add-synonym = Menjadikan nama lain sinonim sebuah tag
log-act-remove-synonym = Menghapus sinonim sebuah tag
log-act-retag = Mengubah tag
log-act-edit = Menyunting
log-act-delete = Menghapus
log-act-undelete = Memulihkan
log-act-accept = Menerima jawaban atas nama penanya
log-act-unaccept = Membatalkan penerimaan jawaban
log-act-change-role = Mengubah peran
log-act-change-staff = Mengubah status staf:
log-act-suspend = Menangguhkan
log-act-unsuspend = Mencabut penangguhan
log-act-end-second-factor = Mencabut faktor kedua yang hilang dari
log-act-split-off = Memisahkan menjadi utas tersendiri:
log-act-make-group = Membuat grup
log-act-change-group = Mengubah grup
log-act-delete-group = Menghapus grup
log-act-join-group = Memasukkan ke grup
log-act-leave-group = Mengeluarkan dari grup
log-act-grant = Mengubah yang boleh dilakukan grup:
log-act-invite = Memberi undangan
log-act-end-invitation = Menarik kembali undangan
log-act-split = Memisahkan
log-act-other = Sesuatu dari forum terdahulu

## Who may do what

permissions-title = Siapa boleh melakukan apa
permissions-about = Semua orang boleh membaca yang publik. Selebihnya bergantung pada peran, dan tabel inilah yang dipakai forum untuk memutuskan.
permissions-table = Yang boleh dilakukan tiap peran
permissions-roles = Peran-peran
verb-ask = Mengajukan pertanyaan, memulai diskusi
verb-announce = Menulis pengumuman
verb-reply = Menulis jawaban atau balasan
verb-comment = Berkomentar
verb-vote = Memberi suara pada tulisan orang lain
verb-me-too = Menyatakan “Saya juga mengalaminya” pada pertanyaan orang lain
verb-thank = Berterima kasih atas jawaban orang lain
verb-accept = Menerima jawaban atas sebuah pertanyaan
verb-unaccept = Membatalkan penerimaan
verb-reopen = Menyatakan bahwa pertanyaan belum terselesaikan
verb-edit-thread = Menyunting utas
verb-edit-reply = Menyunting jawaban atau balasan
verb-edit-comment = Menyunting komentar
verb-delete-thread = Menghapus utas
verb-delete-reply = Menghapus jawaban atau balasan
verb-delete-comment = Menghapus komentar
verb-undelete = Memulihkan yang dihapus
verb-retag = Mengubah tag utas
verb-close = Menutup utas
verb-lock = Mencegah kiriman baru di utas
verb-pin = Menjaga utas tetap di atas
verb-move = Memindahkan utas ke kategori lain
verb-merge = Menggabungkan utas, dan memisahkan balasan menjadi utas tersendiri
verb-redact = Menghapus kata dari utas untuk selamanya
verb-tell-problem = Menampilkan pengumuman sebagai masalah yang diketahui
verb-read-moderation-log = Membaca log moderasi
verb-see-deleted = Melihat yang dihapus
verb-administer = Menjalankan forum

## Mail that comes in

admin-incoming = Surel masuk
incoming-about = Yang masuk lewat surel dalam 90 hari terakhir, terbaru lebih dahulu.
incoming-all = Semua
incoming-posted = Diterbitkan
incoming-asked = Menunggu konfirmasi
incoming-refused = Tidak diterbitkan
incoming-ignored = Diabaikan
incoming-repeated = Masuk lagi
incoming-reported = Laporan
incoming-waits = Menunggu dibaca
incoming-none-title = Tidak ada pesan
incoming-none = Tidak ada yang masuk dari jenis ini.
incoming-when = Masuk
incoming-sender = Dari
incoming-subject = Subjek
incoming-outcome = Hasilnya
incoming-why-unreadable = tidak dapat dibaca sebagai pesan
incoming-why-no-address = bukan ke alamat forum
incoming-why-bad-token = alamatnya tidak memuat token yang sah
incoming-why-other-sender = dari alamat lain, bukan alamat akun
incoming-why-unproven = tidak ada yang menjamin pengirimnya
incoming-why-suspended = akunnya ditangguhkan
incoming-why-consent = akunnya belum menyetujui dokumen terbaru
incoming-why-no-thread = utasnya sudah tidak ada atau tidak terlihat
incoming-why-locked = utas tidak menerima balasan dari pengirimnya
incoming-why-nothing = tidak ada tulisan di atas kutipan
incoming-why-unfit = terlalu panjang atau tanpa judul
incoming-why-no-category = tidak ada kategori yang menerimanya
incoming-why-sign-up-closed = pendaftaran ditutup
incoming-why-too-many = terlalu banyak pesan dari sana
incoming-why-automatic = ditulis oleh program
incoming-why-off = alamat surel belum diatur
