### Akun: mendaftar dan masuk, kata sandi, profil, pengaturan, penyiapan.

## Fields

field-name = Nama
field-email = Alamat email
field-password = Kata sandi
field-new-password = Kata sandi baru
field-current-password = Kata sandi saat ini
field-about = Tentang Anda
field-code = Kode
password-hint = Paling sedikit { $least } karakter. Beberapa kata yang tidak berhubungan mudah diingat.

## Problems

problem-name-characters = Nama terdiri dari huruf dan angka dalam satu baris, tanpa @, <, > atau /. Pilih yang lain.
problem-name-short = Nama paling sedikit { $limit } karakter, salah satunya huruf atau angka.
problem-name-long = Nama paling banyak { $limit } karakter. Persingkat.
problem-name-taken = Nama itu sudah dipakai orang lain. Pilih yang lain.
problem-email = Itu bukan alamat email. Bentuknya seperti ada@example.com.
problem-password-short = Kata sandi paling sedikit { $limit } karakter. Buat lebih panjang.
problem-password-long = Kata sandi paling banyak { $limit } bita. Buat lebih pendek.
problem-password-plain = Kata sandi tidak boleh hanya satu karakter yang diulang. Pilih yang lain.
problem-about-long = Paling banyak { $limit } karakter. Persingkat.
too-many-tries = Terlalu banyak percobaan. Anda bisa mencoba lagi dalam { $wait }.
way-home = Beranda

## Signing in

sign-in-title = Masuk
sign-in-button = Masuk
sign-in-forgotten = Lupa kata sandi?
sign-in-new = Baru di sini?
sign-in-sign-up = Daftar
sign-in-wrong = Alamat dan kata sandi tidak cocok dengan akun yang bisa masuk. Periksa keduanya. Jika baru saja mendaftar, konfirmasi dulu alamat Anda lewat email yang kami kirim.
notice-signed-out = Anda sudah keluar.

## Signing up

sign-up-title = Daftar
sign-up-button = Daftar
sign-up-closed = Forum ini sedang tidak menerima akun baru. Semua yang bersifat publik tetap bisa dibaca.
sign-up-not-yet = Forum ini belum punya administrator, jadi belum menerima akun baru. Semua yang bersifat publik tetap bisa dibaca.
sign-up-known = Sudah punya akun?
sign-up-sign-in = Masuk
sign-up-name-hint = Semua orang melihatnya di samping tulisan Anda.
sign-up-email-hint = Tidak dilihat siapa pun. Email ke alamat ini mengonfirmasi akun Anda.
sign-up-sent-title = Periksa email Anda
sign-up-sent = Email sedang dikirim ke alamat yang Anda berikan. Ikuti tautannya untuk melanjutkan. Tautan itu berlaku dua hari.
sign-up-sent-nothing = Belum ada apa-apa setelah beberapa menit? Lihat di folder spam, atau periksa alamatnya dan daftar lagi.

confirm-title = Konfirmasi alamat Anda
confirm-who = Anda mendaftar sebagai { $name } dengan { $email }.
confirm-question = Pertanyaan Anda ikut dikirim.
confirm-button = Konfirmasi dan masuk
confirm-not-you = Jika bukan Anda yang mendaftar, tutup halaman ini: tidak terjadi apa-apa.
confirm-expired = Jika alamat Anda sudah pernah dikonfirmasi, silakan masuk. Jika belum, daftar lagi, dan email baru akan dikirim.
link-expired-title = Tautan ini sudah dipakai atau terlalu lama
notice-address-confirmed = Alamat Anda sudah dikonfirmasi, dan Anda sudah masuk. Selamat datang.
notice-question-posted = Alamat Anda sudah dikonfirmasi, dan pertanyaan Anda sudah dikirim. Jawaban akan muncul di sini.
kept-title = Kirim pertanyaan Anda
kept-who = Pertanyaan ini dikirim dari akun Anda { $name } ({ $email }). Hal lain pada akun tidak berubah.
kept-agreed = Penulisnya menyetujui:
kept-not-you = Jika bukan Anda yang menulisnya, tutup halaman ini: tidak terjadi apa-apa.
not-posted-title = Pertanyaan Anda belum dikirim
not-posted = Alamat Anda sudah dikonfirmasi, dan Anda sudah masuk. Kategori pertanyaan Anda berubah sejak pertanyaan itu ditulis, jadi tidak bisa dikirim begitu saja. Ini tulisan Anda; gunakan untuk bertanya lagi.
not-posted-kept = Kategori pertanyaan Anda berubah sejak pertanyaan itu ditulis, jadi tidak bisa dikirim begitu saja. Ini tulisan Anda; masuk dan gunakan untuk bertanya lagi.
not-posted-ask = Tanya lagi

## A forgotten password

forgotten-title = Lupa kata sandi
forgotten-about = Masukkan alamat email akun Anda. Lewat email ke alamat itu Anda bisa memilih kata sandi lain.
forgotten-button = Kirim email
forgotten-sent-title = Periksa email Anda
forgotten-sent = Jika alamat itu punya akun, email sedang dikirim. Tautannya berlaku dua jam.
reset-title = Pilih kata sandi
reset-about = Ini menggantikan yang lama. Anda masuk di sini dan keluar di semua tempat lain.
reset-button = Simpan kata sandi
reset-expired = Tautan untuk memilih kata sandi berlaku sekali, selama dua jam. Minta email baru.
notice-password-changed = Kata sandi sudah diubah. Semua peramban lain sudah dikeluarkan.

## Claiming an imported account

claim-title = Ini akun Anda: { $name }
claim-about = Akun ini datang bersama tulisan dari forum terdahulu. Masukkan alamat Anda, dan lewat email Anda bisa memilih kata sandi.
claim-button = Kirim email
claim-sent-title = Periksa email Anda
claim-sent = Email sedang dikirim ke alamat yang Anda berikan. Ikuti tautannya dalam dua jam. Jika tidak ada yang datang, buka lagi tautan ke akun Anda dan periksa alamatnya.
claim-expired = Tautan untuk mengambil alih akun berlaku dua minggu, sampai kata sandi dipilih. Minta yang baru kepada administrator.

## The first administrator

set-up-title = Siapkan forum
set-up-about = Anda menjadi administrator pertamanya.
set-up-email-hint = Dipakai untuk masuk. Tidak dilihat orang lain.
set-up-code-hint = Server menampilkannya saat dijalankan.
set-up-code-wrong = Kodenya bukan itu. Lihat di tempat server dijalankan, atau di log-nya.
problem-address-has-account = Alamat ini sudah punya akun. Pakai alamat lain, atau jadikan akun itu administrator di server: tanya admin promote, dengan alamatnya.
set-up-button = Siapkan forum
notice-set-up = Forum ini milik Anda. Beri nama, lalu buat kategori pertama.

## Settings

settings-title = Pengaturan
settings-profile = Profil
settings-see = Lihat halaman Anda
settings-about-hint = Beberapa kata untuk halaman Anda. Markdown bisa dipakai.
settings-save = Simpan profil
settings-password = Kata sandi
settings-email = Anda masuk dengan { $email }.
settings-password-wrong = Itu bukan kata sandi Anda saat ini.
settings-change-password = Ubah kata sandi
settings-sessions = Tempat Anda sedang masuk
session-caption = Peramban yang memegang sesi akun Anda
session-browser = Peramban
session-since = Masuk
session-seen = Terakhir terlihat
session-this = (yang ini)
session-on = { $browser } di { $system }
session-unknown = Peramban tidak dikenal
session-end-others = Keluar di semua tempat lain
notice-profile-saved = Profil sudah disimpan.
notice-sessions-ended = Semua peramban lain sudah dikeluarkan.

## A person's page

role-helper = Penolong
role-moderator = Moderator
role-admin = Administrator
role-staff = Staf
user-since = Bergabung
user-threads = { $count } utas
user-replies = { $count } balasan
user-accepted = { $count } jawaban diterima
user-suspended = Akun ini ditangguhkan.
user-edit = Sunting profil Anda
user-nothing-title = Belum ada tulisan
user-nothing = Utas dan balasan akan muncul di sini.
user-latest-threads = Utas terbaru
user-latest-replies = Balasan terbaru
user-reply-accepted = Diterima
user-reply-score = { $count } suara
