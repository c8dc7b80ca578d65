### Pencarian.

menu-search = Cari
search-title = Pencarian
search-title-of = Pencarian { $typed }
about-search = Temukan pertanyaan, jawabannya, dan artikel dari kata-katanya.
search-label = Cari pertanyaan, jawaban, dan artikel
search-example = Apa yang Anda cari?
search-button = Cari
search-results = Yang ditemukan
search-count = { $count ->
   *[other] { $count } utas
}
search-count-more = { $count ->
   *[other] { $count } utas atau lebih
}
search-count-all = { $count ->
   *[other] { $count } hasil
}
search-count-all-more = { $count ->
   *[other] { $count } hasil atau lebih
}
search-some-only = Tidak ada yang memuat semua kata ini; yang berikut memuat sebagian.
search-corrected = Tidak ada yang menulis “{ $typed }” di sini; yang ditampilkan adalah “{ $meant }”.
search-cut = Pencarian ini terlalu panjang; hanya bagian awalnya yang dipakai.
search-filling = Pencarian sedang disiapkan. Coba lagi sebentar lagi.
search-beyond = Tidak ada apa pun di halaman ini: hasilnya sudah habis sebelumnya.
search-articles = Artikel
search-categories = Kategori
search-of-answer = Jawaban yang diterima
search-none = Tidak ada yang ditemukan
search-none-explained = Coba kata yang lebih sedikit atau kata lain, atau bertanyalah: mungkin ada yang tahu.
search-narrow = Tidak ada yang memenuhi semua penyaring pencarian ini.
search-wider = Cari kata-katanya saja: { $count } hasil
search-near = Tag yang mirip
search-not-it = Bukan salah satu dari ini?
search-ask = Ajukan pertanyaan baru
search-help = Cara mencari
search-help-phrase = kata-kata ini berdampingan
search-help-without = tanpa kata ini
search-help-tag = dengan tag ini
search-help-category = dalam kategori ini; artikel tidak punya kategori
search-help-is = pertanyaan yang terjawab (resolved), terbuka (open), atau belum dijawab (unanswered)
search-help-is-article = artikel saja
search-help-by = dimulai atau ditulis oleh orang ini
search-help-before = dimulai atau diterbitkan sebelum tanggal ini
pager-before = Kembali
pager-after = Berikutnya
pager-number = Halaman { $count }
