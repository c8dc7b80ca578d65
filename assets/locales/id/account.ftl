### Akun sendiri: alamatnya, sesinya, datanya, akhirnya; apa yang dihasilkan jawaban bagi orang lain; petunjuk untuk pemula.

## Settings

settings-account = Alamat dan kata sandi
settings-data = Data saya
settings-name-hint = Semua orang melihatnya di samping tulisan Anda. Bisa diubah sekali sehari.
problem-name-soon = Belum lama ini Anda mengubah nama. Anda bisa mengubahnya lagi dalam { $wait }.

## The address

settings-address = Alamat email
field-new-email = Alamat email baru
settings-address-hint = Email ke alamat baru mengonfirmasinya, dalam dua hari. Alamat Anda saat ini diberi tahu. Begitu dikonfirmasi, semua peramban lain dikeluarkan.
settings-address-waits = { $email } menunggu konfirmasi: ikuti tautan di emailnya.
settings-address-cancel = Tetap pakai alamat saat ini
settings-change-address = Kirim email
problem-address-same = Itu memang sudah alamat Anda.
settings-password-ends = Jika kata sandi diubah, semua peramban lain dikeluarkan, dan Anda diberi tahu lewat email.
notice-address-asked = Email sedang dikirim ke alamat baru. Ikuti tautannya dalam dua hari.
notice-address-cancelled = Alamatnya tetap sama.
notice-address-changed = Alamat sudah diubah. Semua peramban lain sudah dikeluarkan.
address-title = Konfirmasi alamat baru Anda
address-who = { $email } menjadi alamat akun { $name }.
address-ends = Semua peramban lain dikeluarkan.
address-button = Pakai alamat ini
address-not-you = Jika bukan Anda yang memintanya, tutup halaman ini: tidak terjadi apa-apa.
address-expired = Tautan untuk mengonfirmasi alamat berlaku sekali, selama dua hari, dan hanya selama alamat itu tidak dipakai orang lain. Minta email baru di pengaturan Anda.
address-expired-way = Pengaturan

## Sessions

session-about = Dari tiap peramban, yang disimpan hanya jenisnya dan sebagian alamat jaringannya.
session-network = Jaringan
session-acts = Keluarkan
session-end = Keluarkan
notice-session-ended = Peramban itu sudah dikeluarkan.

## One's data

data-title = Unduh data saya
data-about = Satu berkas (JSON) berisi akun Anda serta semua yang Anda tulis dan lakukan di sini: utas, jawaban, dan komentar persis seperti yang Anda ketik beserta versi-versi sebelumnya, suara, ucapan terima kasih, jawaban yang diterima, apa yang Anda baca, dari mana Anda masuk, apa yang diberitahukan kepada Anda dan ingin Anda dengar, dan apa yang Anda setujui. Paling banyak tiga kali sehari.
data-download = Unduh

## Closing the account

leave-title = Tutup akun
leave-short = Nama, alamat, dan keterangan tentang diri Anda dihapus. Tulisan Anda tetap ada, tanpa nama Anda.
leave-way = Tutup akun …
leave-goes = Nama, alamat, kata sandi, profil, dan sesi Anda dihapus. Nama Anda boleh dipakai orang lain.
leave-stays = Pertanyaan, jawaban, dan komentar Anda tetap ada, atas nama “mantan anggota”. Jika ada yang sebaiknya hilang, hapus dulu.
leave-letters = Tidak ada email lagi, kecuali satu sebagai konfirmasi.
leave-for-good = Ini tidak bisa dibatalkan oleh siapa pun.
leave-data-first = Unduh data saya dulu
leave-confirmation = Nama Anda
leave-confirmation-hint = Ketik { $name } untuk mengonfirmasi.
leave-button = Tutup akun saya selamanya
leave-last-admin = Anda satu-satunya administrator yang bisa masuk. Jadikan orang lain administrator dulu.
problem-close-name = Itu bukan nama Anda. Ketik persis seperti tertulis di atas.
notice-account-closed = Akun Anda sudah ditutup. Terima kasih sudah bersama kami di sini.
user-closed-title = Akun ini sudah ditutup
user-closed = Pemiliknya sudah pergi. Tulisannya tetap ada, atas nama “mantan anggota”.

## What answers did for others

user-solved = Menyelesaikan { $count } pertanyaan
user-helped = Membantu { $count } orang
user-votes = { $count } suara diperoleh
user-thanks = { $count } ucapan terima kasih
user-recently-solved = Baru diselesaikan
thank-button = Ucapkan terima kasih
thanked-button = Sudah berterima kasih
thanks-count = { $count } ucapan terima kasih
notice-thanked = Ucapan terima kasih Anda sudah disampaikan.
notice-unthanked = Ucapan terima kasih Anda sudah ditarik.
helpers-title = Penolong bulan ini
helpers-count = { $count } jawaban diterima dalam tiga puluh hari

## Hints for whoever begins

hints-dismiss = Jangan tampilkan lagi
notice-hints-dismissed = Petunjuk ini tidak akan muncul lagi.
hint-admin = Ada beberapa langkah pertama untuk forum Anda.
hint-admin-way = Lihat langkah pertama
hint-moderator = Anda sekarang ikut menjaga forum ini.
hint-moderator-may = Yang boleh Anda lakukan
hint-moderator-log = Yang dilakukan orang lain
hint-moderator-unanswered = Yang menunggu jawaban
first-step-letters = Aktifkan pengiriman email
first-step-letters-why = Tanpa server email (SMTP_URL), email hanya ditulis ke berkas, dan tidak ada yang bisa mengonfirmasi alamat.
first-step-help = Cari orang untuk membantu
first-step-help-why = Jadikan seseorang penolong, moderator, atau administrator lain, di halaman orang.

## Letters: another address

letter-address-subject = Konfirmasi alamat baru Anda untuk { $site }
letter-address-why = Seseorang meminta alamat ini dipakai untuk akun { $name } di { $site }. Jika itu Anda, konfirmasikan.
letter-address-button = Pakai alamat ini
letter-address-until = Tautan ini berlaku sekali, dalam dua hari. Setelah itu semua peramban lain dikeluarkan.
letter-address-not-you = Jika itu bukan Anda, abaikan saja: tidak ada yang berubah.
letter-taken-subject = Alamat Anda sudah punya akun di { $site }
letter-taken-why = Seseorang meminta alamat ini dipakai untuk akun lain di { $site }. Alamat ini sudah dipakai akun Anda { $name }, jadi tidak ada yang diubah.
letter-taken-button = Masuk
letter-taken-not-you = Jika itu Anda, masuk dengan alamat ini, atau lepaskan dulu dari akun itu. Jika itu bukan Anda, tidak ada yang perlu dilakukan.
letter-asked-subject = Alamat lain diminta di { $site }
letter-asked-what = Seseorang yang sudah masuk ke akun Anda { $name } dan tahu kata sandinya meminta alamatnya diubah menjadi { $new }. Alamat itu berubah begitu email ke sana dikonfirmasi.
letter-asked-not-you = Jika itu Anda, tidak ada yang perlu dilakukan. Jika bukan, segera pilih kata sandi lain: semua peramban dikeluarkan dan perubahan itu dibatalkan.
letter-asked-button = Pilih kata sandi lain
letter-moved-subject = Alamat Anda di { $site } telah diubah
letter-moved-what = Alamat akun Anda { $name } di { $site } sekarang { $new }. Email tentang akun ini tidak lagi dikirim ke sini.
letter-moved-not-you = Jika itu Anda, tidak ada yang perlu dilakukan. Jika bukan, segera beri tahu pengelola forum: mereka bisa menangani akun Anda.
letter-moved-button = Buka forum

## Letters: a sign-in, the end

letter-new-subject = Ada yang baru masuk ke akun Anda di { $site }
letter-new-what = Seseorang masuk ke akun Anda { $name } dengan { $browser } dari jaringan { $network }, pada { $at }. Anda belum pernah terlihat di sana.
letter-new-not-you = Jika itu Anda, tidak ada yang perlu dilakukan. Jika bukan, keluarkan peramban itu dan ubah kata sandi Anda.
letter-new-button = Lihat tempat Anda sedang masuk
letter-closed-subject = Akun Anda di { $site } sudah ditutup
letter-closed-what = Akun Anda { $name } di { $site } telah ditutup. Nama, alamat, dan kata sandinya dihapus; tulisan Anda tetap ada, atas nama “mantan anggota”.
letter-closed-not-you = Ini email terakhir yang dikirim ke sini. Jika itu bukan Anda, beri tahu pengelola forum.
letter-closed-button = Buka forum
