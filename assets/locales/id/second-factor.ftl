### Faktor kedua di samping kata sandi: kode dari aplikasi, dan kode pemulihan.

## Masuk

second-step-title = Masukkan kode Anda
second-step-hint = Enam angka dari aplikasi, atau salah satu kode pemulihan Anda.
second-step-other = Masuk dengan akun lain
second-step-wrong = Kode itu salah atau sudah pernah dipakai. Tunggu kode berikutnya di aplikasi.
notice-second-step-over = Sudah terlalu lama sejak kata sandi Anda. Ketikkan sekali lagi.

## Memasangnya

second-factor-title = Faktor kedua
second-factor-about = Aplikasi di ponsel Anda menampilkan kode yang diminta setelah kata sandi. Orang yang punya kata sandi Anda tetap tidak bisa masuk.
second-factor-manage = Faktor kedua …
second-factor-owed = Peran Anda meminta faktor kedua. Sebelum memasangnya, Anda hanya bisa melakukan apa yang bisa dilakukan anggota.
second-factor-begin = Pasang faktor kedua
second-factor-scan = Pindai gambar ini dengan aplikasi untuk kode semacam itu.
second-factor-picture = Rahasia untuk aplikasi Anda, sebagai gambar
second-factor-type = Atau ketikkan ini ke dalam aplikasi:
second-factor-code-hint = Enam angka yang ditampilkan aplikasi sekarang.
second-factor-confirm = Aktifkan
second-factor-wrong = Itu bukan kode yang semestinya ditampilkan aplikasi. Periksa apakah jam ponsel Anda benar.
problem-code = Ketikkan enam angka yang ditampilkan aplikasi.
notice-second-factor-late = Sudah lebih dari satu jam. Mulailah sekali lagi.

## Setelah terpasang

second-factor-on = Sejak { $day } sebuah kode diminta setelah kata sandi Anda.
second-factor-codes-left = { $count ->
    [0] Kode pemulihan Anda sudah habis. Buat yang baru.
   *[other] Anda masih punya { $count } kode pemulihan.
}
second-factor-renew = Buat kode pemulihan baru
second-factor-end-title = Akhiri
second-factor-end-about = Setelah itu kata sandi saja cukup untuk masuk, dan sebuah surat memberi tahu Anda.
second-factor-end = Akhiri faktor kedua
notice-second-factor-ended = Kode tidak diminta lagi.
recovery-codes-title = Kode pemulihan Anda
recovery-codes-about = Masing-masing bisa dipakai sekali untuk masuk sebagai ganti aplikasi, misalnya saat ponsel hilang. Cetak atau catat sekarang: tidak ada halaman yang menampilkannya lagi. Kode yang lama tidak berlaku.
recovery-codes-kept = Sudah saya simpan

## Di administrasi

person-second-factor-about = Orang ini diminta kode setelah kata sandi. Cabut hanya bila Anda tahu bahwa memang dialah yang kehilangan ponselnya.
person-end-second-factor = Cabut faktor kedua
notice-person-second-factor-ended = Orang ini tidak diminta kode lagi. Sebuah surat memberi tahunya.
setting-second-factor = Faktor kedua
setting-second-factor-hint = Siapa yang harus memilikinya untuk melakukan apa yang diizinkan perannya. Sebelum memasangnya, mereka hanya bisa melakukan apa yang bisa dilakukan anggota; ini bisa langsung berlaku bagi Anda.
setting-second-factor-nobody = Tidak ada yang wajib; semua boleh
setting-second-factor-admins = Administrator
setting-second-factor-moderators = Moderator dan administrator
fault-second-factor-needed-title = Faktor kedua dulu
fault-second-factor-needed = Peran Anda meminta faktor kedua. Pasang di pengaturan Anda, lalu kirim ini lagi.

## Surat

letter-second-factor-on-subject = Akun Anda di { $site } memiliki faktor kedua
letter-second-factor-on-what = Mulai sekarang, masuk ke akun Anda { $name } memerlukan kode dari aplikasi setelah kata sandi. Semua peramban lain sudah dikeluarkan.
letter-second-factor-off-subject = Akun Anda di { $site } tidak lagi memiliki faktor kedua
letter-second-factor-off-what = Masuk ke akun Anda { $name } tidak lagi memerlukan kode setelah kata sandi.
