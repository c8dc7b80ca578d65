# Bantuan kecil untuk membaca dan menulis: kode, draf, kutipan, nama, tombol keyboard, halaman utas yang panjang.

code-copy = Salin
code-copied = Disalin

# Skrip menaruh berapa lama yang lalu, misalnya “5 menit yang lalu”, di tempat %.
draft-back = Draf Anda (%) sudah dikembalikan.
draft-discard = Buang
offline = Anda sedang luring, jadi tidak ada yang dikirim. Coba lagi setelah tersambung.
offline-kept = Anda sedang luring, jadi ini belum dikirim. Tulisan Anda tetap di sini: kirim setelah tersambung.

quote = Kutip
people-list = Orang
people-found = % orang ditemukan

shortcuts-title = Pintasan keyboard
shortcuts-about = Tombol yang berfungsi di setiap halaman selama Anda tidak sedang mengetik di sebuah kolom.
shortcuts-need-script = Pintasan ini memerlukan JavaScript, yang dimatikan di peramban ini. Semuanya juga bisa dijangkau dengan Tab dan Enter.
shortcuts-switch = Pakai tombol ini di peramban ini
shortcuts-close = Tutup
shortcut-then = lalu
shortcut-sheet = Tampilkan pintasan ini
shortcut-home = Ke beranda
shortcut-threads = Ke semua utas
shortcut-unanswered = Ke pertanyaan yang belum dijawab
shortcut-ask = Ajukan pertanyaan
shortcut-next = Kiriman berikutnya, atau baris daftar berikutnya
shortcut-previous = Yang sebelumnya
shortcut-reply = Tulis jawaban
footer-shortcuts = Pintasan keyboard

replies-pages = Halaman balasan
replies-first = Halaman pertama
replies-more = Balasan lainnya
replies-latest = Balasan terbaru
