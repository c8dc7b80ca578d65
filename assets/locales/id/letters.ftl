### Surat. `$site` adalah nama situs, `$name` nama pembaca; keduanya boleh ada di setiap frasa.

letter-greeting = Halo { $name },
letter-address-below = Jika tombolnya tidak berfungsi, buka alamat ini:

## Confirm an address

letter-confirm-subject = Konfirmasi alamat Anda untuk { $site }
letter-confirm-why = Seseorang mendaftar di { $site } sebagai { $name } dengan alamat ini. Jika itu Anda, konfirmasikan, dan akun ini menjadi milik Anda.
letter-confirm-question = Pertanyaan Anda disimpan. Begitu alamatnya dikonfirmasi, pertanyaan itu dikirim.
letter-confirm-button = Konfirmasi alamat
letter-confirm-until = Tautan ini berlaku sekali, dalam dua hari.
letter-confirm-not-you = Jika itu bukan Anda, abaikan saja: tanpa konfirmasi, tidak ada akun yang dibuat.

## Somebody signed up again

letter-registered-subject = Anda sudah punya akun di { $site }
letter-registered-why = Seseorang mendaftar di { $site } dengan alamat ini. Alamat ini sudah punya akun, { $name }, jadi tidak ada yang diubah. Jika itu Anda, silakan masuk.
letter-registered-button = Masuk
letter-registered-question = Bersamanya ditulis sebuah pertanyaan, dan pertanyaan itu disimpan. Jika itu milik Anda, baca lalu kirim dari akun Anda. Hal lain pada akun tidak berubah.
letter-registered-question-button = Baca dan kirim pertanyaan
letter-registered-forgotten = Lupa kata sandi? Pilih yang baru di { $forgotten }
letter-registered-not-you = Jika itu bukan Anda, tidak ada yang perlu dilakukan.

## Choose a password

letter-forgotten-subject = Pilih kata sandi untuk { $site }
letter-forgotten-why = Seseorang meminta kata sandi baru untuk akun Anda { $name } di { $site }. Jika itu Anda, lanjutkan di sini.
letter-forgotten-button = Pilih kata sandi
letter-forgotten-until = Tautan ini berlaku sekali, dalam dua jam. Setelah kata sandi dipilih, akun keluar dari semua peramban.
letter-forgotten-not-you = Jika itu bukan Anda, abaikan saja: kata sandinya tetap sama.

## The password was changed

letter-changed-subject = Kata sandi Anda di { $site } telah diubah
letter-changed-what = Kata sandi akun Anda { $name } baru saja diubah, dan semua peramban lain telah dikeluarkan.
letter-changed-not-you = Jika itu Anda, tidak ada yang perlu dilakukan. Jika bukan, segera pilih kata sandi lain.
letter-changed-button = Pilih kata sandi lain

## Contoh, untuk forum yang belum berisi apa-apa

specimen-question = Bagaimana cara menyetel ulang hub?
specimen-answer = Tahan tombolnya selama sepuluh detik sampai lampunya berkedip.
specimen-article = Menyetel ulang hub
specimen-short-answer = Tahan tombolnya selama sepuluh detik.
