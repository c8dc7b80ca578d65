### Gambar dan berkas yang dibawa orang bersama tulisannya.

## Dalam formulir tulisan

attach-summary = Tambahkan gambar atau berkas
attach-file = Gambar atau berkas
attach-file-hint = PNG, JPEG, GIF, atau WebP; PDF, teks, log, ZIP dan arsip lain, MP4 atau WebM. Paling besar { $limit } MB. Anda juga bisa menempelkannya ke dalam teks atau menjatuhkannya di sana. Lokasi dan rincian tersembunyi lain dari gambar dihapus.
attach-alt = Apa yang terlihat di gambar
attach-alt-hint = Beberapa kata untuk orang yang tidak bisa melihatnya, misalnya “Pesan galat: disk tidak ditemukan”. Tidak perlu untuk berkas.
attach-button = Masukkan ke dalam teks
attach-sending = % sedang dikirim
attach-kept = % sudah ada di teks Anda
attach-failed = % tidak dapat dikirim. Teks Anda masih ada; periksa koneksi dan coba lagi.
attach-wants-alt = Ada gambar di teks Anda yang belum punya keterangan. Tuliskan apa yang terlihat di antara kurung sikunya, untuk orang yang tidak bisa melihatnya.
size-kilobytes = { $size } kB
size-megabytes = { $size } MB

## Mengapa berkas tidak disimpan

problem-upload-empty = Berkas ini kosong. Pilih yang lain.
problem-upload-large = Berkas ini lebih besar dari { $limit } MB. Perkecil, atau ambil bagian yang penting saja.
problem-upload-many = { $limit ->
   *[other] Anda bisa menambahkan { $limit } berkas sehari, dan itu sudah tercapai. Coba lagi besok.
}
problem-upload-none = Anda belum bisa menambahkan berkas. Jelaskan saja isinya, lalu lanjutkan.
problem-upload-kind = Jenis berkas ini tidak diterima. Masukkan ke dalam berkas ZIP, atau salin teks yang penting.
problem-upload-lying = Menurut namanya ini gambar, tetapi isinya lain. Buka, simpan sebagai PNG atau JPEG, lalu tambahkan itu.
problem-upload-svg = Gambar SVG bisa memuat skrip dan tidak diterima. Simpan sebagai PNG lalu tambahkan itu.
problem-upload-heic = Kebanyakan peramban tidak bisa menampilkan gambar HEIC dan AVIF. Simpan sebagai JPEG lalu tambahkan itu; tangkapan layarnya juga boleh.
problem-upload-picture-kind = Jenis gambar ini tidak ditampilkan di sini. Simpan sebagai PNG atau JPEG lalu tambahkan itu.
problem-upload-broken = Gambar ini rusak dan tidak bisa dibaca. Buka, simpan ulang, lalu tambahkan itu.
problem-upload-pixels = Gambar ini lebih dari { $limit } juta piksel. Perkecil, atau potong bagian yang penting.
problem-upload-busy = Banyak gambar sedang dibaca saat ini. Teks Anda masih ada; coba lagi sebentar lagi.
problem-upload-full = Tidak ada lagi tempat untuk berkas di forum ini. Teks Anda masih ada; kirim tanpa berkas, atau coba lagi nanti.
problem-upload-away = Tempat penyimpanan berkas tidak menjawab. Teks Anda masih ada; kirim tanpa berkas, atau coba lagi sebentar lagi.
problem-upload-sign-in = Berkas bisa ditambahkan setelah Anda masuk. Teks Anda masih ada.
problem-upload-not-sent = Berkasnya tidak ikut terkirim. Pilih lagi.

## Pengelolaan

admin-uploads = Unggahan
admin-uploads-explained = Seberapa banyak orang boleh menambahkan ke tulisannya, menurut kepercayaan yang mereka peroleh. Angka 0 meniadakannya.
setting-uploads-newcomer = Pendatang baru
setting-uploads-member = Anggota
setting-uploads-regular = Anggota tetap, penolong, moderator, dan staf
setting-upload-megabytes = Berkas terbesar, dalam MB
setting-upload-megabytes-hint = Dari 0 sampai 50.
setting-uploads-a-day = Berkas dalam 24 jam
setting-uploads-a-day-hint = Dari 0 sampai 1.000.
setting-pictures-elsewhere = Gambar dari tempat lain
setting-copies-pictures = Salin gambar dari situs lain yang ditampilkan dalam tulisan
setting-copies-pictures-hint = Peramban pembaca tidak pernah meminta gambar dari situs lain: sebuah tautan ada di sana sampai forum ini punya salinannya. Tanpa salinan, tautannya tetap.
problem-number-between = Ketik bilangan bulat dari 0 sampai { $limit }.
problem-field-newcomer-megabytes = Berkas terbesar pendatang baru
problem-field-newcomer-a-day = Berkas pendatang baru dalam 24 jam
problem-field-member-megabytes = Berkas terbesar anggota
problem-field-member-a-day = Berkas anggota dalam 24 jam
problem-field-regular-megabytes = Berkas terbesar anggota tetap
problem-field-regular-a-day = Berkas anggota tetap dalam 24 jam
job-remove-bytes = Hapus berkas yang tidak ditampilkan tulisan mana pun
job-copy-pictures = Salin gambar dari tempat lain yang ditampilkan tulisan
