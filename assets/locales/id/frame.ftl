## Tautan bingkai, dan halaman kesalahan.

menu-threads = Utas
menu-tags = Tag
menu-settings = Pengaturan
menu-admin = Administrasi
footer-permissions = Siapa boleh melakukan apa

fault-way-threads = Semua utas
fault-way-home = Beranda

fault-not-found-title = Tidak ada apa-apa di alamat ini
fault-not-found = Halaman ini mungkin sudah dipindahkan atau dihapus, atau alamatnya salah ketik. Cari di daftar utas, atau mulai dari beranda.
fault-wrong-method-title = Itu tidak bisa dilakukan di sini
fault-wrong-method = Alamat ini tidak menerima permintaan seperti itu. Kembali dan gunakan tombol di halamannya.
fault-forbidden-title = Anda tidak boleh melakukan itu
fault-forbidden = Akun Anda tidak punya izin. Halaman “Siapa boleh melakukan apa” memuat daftar izin tiap peran.
fault-sign-in-needed-title = Masuk dulu
fault-sign-in-needed = Untuk ini diperlukan akun.
fault-malformed-form-title = Formulir tidak sampai dengan utuh
fault-malformed-form = Kembali, muat ulang halaman, lalu kirim lagi. Tulisan Anda masih ada di halaman peramban.
fault-malformed-query-title = Alamat ini tidak lengkap
fault-malformed-query = Ada bagian alamat yang berubah atau terpotong. Mulai lagi dari daftarnya.
fault-malformed-text-title = Teks tidak bisa dibaca
fault-malformed-text = Di dalamnya ada bita yang bukan UTF-8 yang sah. Kembali dan kirim teks polos.
fault-too-large-title = Itu terlalu panjang
fault-too-large = Satu kiriman paling besar 64 kB. Kembali dan persingkat; untuk log yang panjang, sisakan bagian di sekitar galatnya.
fault-wrong-type-title = Formulir dikirim dengan cara yang tidak dikenal
fault-wrong-type = Gunakan formulir di halamannya.
fault-forged-title = Permintaan ini datang dari situs lain
fault-forged = Demi keamanan akun Anda, tidak ada yang diubah. Buka halamannya di sini dan kirim lagi.
fault-too-many-title = Anda sangat cepat
fault-too-many = Forum ini hanya menjawab sejumlah permintaan dalam waktu tertentu, dan permintaan Anda melebihinya. Tunggu { $wait }, lalu lanjutkan.
fault-too-slow-title = Terlalu lama
fault-too-slow = Kiriman dari peramban Anda datang begitu lambat sehingga server berhenti menunggu. Kembalilah, lalu kirim lagi saat koneksi lebih baik.
fault-busy-title = Server sedang sibuk
fault-busy = Yang sudah dikonfirmasi tidak hilang. Tunggu beberapa detik, lalu coba lagi.
fault-cannot-save-title = Saat ini tidak ada yang bisa disimpan
fault-cannot-save = Server tidak bisa menulis ke cakramnya. Salin tulisan Anda, dan coba lagi nanti; pengelola bisa melihat penyebabnya di log.
fault-broken-title = Ada yang salah di pihak kami
fault-broken = Penyebabnya tercatat di log server. Yang sudah dikonfirmasi tidak hilang. Coba lagi, atau kembali nanti.
fault-locked-title = Utas ini tidak menerima kiriman lagi
fault-locked = Moderator telah mengunci atau menutupnya. Mulai utas baru jika masih ada yang perlu disampaikan, dan tautkan ke utas ini.

kept-signed-out = Anda sudah keluar. Tulisan Anda tersimpan di halaman ini: masuk di tab baru, lalu kembali ke sini dan kirim lagi.
kept-to-send = Tulisan Anda tersimpan di halaman ini. Kirim lagi, atau salin.
kept-to-copy = Tulisan Anda tersimpan di halaman ini agar bisa Anda salin.
kept-send = Kirim lagi
