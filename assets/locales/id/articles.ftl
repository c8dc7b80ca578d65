### Artikel: dibaca menurut bagian, ditulis oleh mereka yang mengurus forum, dan ditautkan ke utas yang dijawabnya.

menu-articles = Artikel
menu-article-desk = Meja artikel

## Reading

articles-title = Artikel
articles-about = Jawaban yang ditulis sekali dan dijaga tetap benar.
articles-helpful = Paling banyak membantu
articles-viewed = Paling banyak dibaca
articles-none = Belum ada artikel
articles-none-reader = Bertanyalah: orang yang bisa membantu langsung melihat pertanyaan Anda.
articles-none-writer = Administrator membuat bagian pertama; setelah itu artikel bisa ditulis.
articles-none-admin = Artikel berada di dalam bagian. Buat yang pertama; untuk mulai, dua atau tiga sudah cukup.
sections-label = Bagian
section-articles = { $count ->
    [0] Tidak ada artikel
   *[other] { $count } artikel
}
section-none = Belum ada artikel langsung di sini.
article-views = { $count ->
    [0] belum pernah dibaca
   *[other] dibaca { $count } kali
}
faq-title = Paling sering ditanyakan
faq-about = Pertanyaan yang terus berulang, dengan jawaban singkat.
faq-link = Yang paling sering ditanyakan, dengan jawaban singkat
article-is-draft = Draf
article-is-in-review = Sedang ditinjau
article-is-retired = Ditarik
article-reviewed-at = Terakhir ditinjau
article-edited-at = Terakhir diubah
article-contents = Isi
article-languages = Bahasa lain
article-see-also = Lihat juga
article-facts = Artikel ini
article-fact-published = Diterbitkan
article-fact-reviewed = Ditinjau
article-fact-author = Ditulis oleh
article-fact-reviewer = Ditinjau oleh
article-fact-owner = Dirawat oleh
article-answers = Menjawab { $count } pertanyaan
article-answers-more = Menjawab lebih dari { $count } pertanyaan
article-answered = Pertanyaan yang dijawabnya

## Did this help?

opinion-heading = Apakah ini membantu?
opinion-button-yes = Ya
opinion-button-no = Tidak
opinion-reason = Apa yang kurang atau salah?
opinion-reason-hint = Perawat artikel membacanya. Jangan tulis apa pun tentang diri Anda.
opinion-send = Kirim
opinions-heading = Kata pembaca
opinions-share = Membantu { $share } % dari { $count } pembaca yang memberi pendapat.
opinion-was-yes = Membantu
opinion-was-no = Tidak membantu
notice-opinion-yes = Dicatat: artikel ini membantu. Terima kasih.
notice-opinion-no = Dicatat: artikel ini tidak membantu. Perawat artikel melihatnya.
notice-opinion-known = Pendapat Anda sudah dihitung.

## Writing

article-new = Artikel baru
article-edit = Sunting artikel
article-save-draft = Simpan draf
article-no-section = Belum ada bagian
article-field-title = Apa yang dijawabnya?
article-field-title-hint = Seperti orang menanyakannya, atau mencarinya.
article-field-lead = Jawaban singkat
article-field-lead-hint = Satu atau dua kalimat yang membantu siapa pun yang tidak membaca lebih jauh.
article-field-body = Jawaban lengkap
article-field-body-hint = Langkah-langkah menurut urutan pengerjaannya. Judul bagian menjadi daftar isi.
article-field-section = Bagian
article-field-language = Bahasa
article-field-original = Artikel yang sama dalam bahasa lain
article-field-original-hint = Alamat atau nomornya, jika ini terjemahannya.
article-field-see-also-hint = Alamat atau nomor artikel lain, paling banyak delapan, dipisahkan spasi.
article-field-owner = Dijaga oleh
article-field-owner-hint = Nama moderator atau seseorang dari staf.
article-field-review = Periksa lagi pada
article-field-review-hint = Sejak hari itu artikel muncul di meja sebagai jatuh tempo.
article-acts = Yang bisa dilakukan pada artikel ini
article-hand-in = Ajukan untuk ditinjau
article-hand-back = Kembalikan ke draf
article-publish = Terbitkan
article-retire = Tarik
article-bring-back = Kembalikan sebagai draf
article-look-over = Masih benar
article-restored = Kembali ke versi { $number }
problem-article-cites-deleted = Artikel ini mengutip jawaban yang sudah dihapus. Hapus kutipannya, atau centang kotak di akhir formulir.
article-despite-deleted = Terbitkan meskipun ada jawaban kutipan yang sudah dihapus; pembaca diberi tahu.
article-cites-deleted = { $count ->
    [one] Satu jawaban yang dikutip artikel ini telah dihapus.
   *[other] { $count } jawaban yang dikutip artikel ini telah dihapus.
}
article-deleted-citation = Jawaban { $name } di “{ $title }”
problem-article-outrun = Orang lain menyimpan artikel ini selagi Anda menulis. Tulisan Anda tidak hilang: ada di dalam formulir. Jika disimpan lagi, tulisan itu menggantikan versi mereka, yang tetap ada di riwayat.
article-raced-differences = Dari versi mereka ke versi Anda
history-lead-changed = Jawaban singkat
history-restore = Kembali ke versi ini
notice-article-written = Draf sudah disimpan. Ajukan jika sudah siap.
notice-article-saved = Artikel sudah disimpan.
notice-article-draft = Artikel menjadi draf lagi.
notice-article-review = Sekarang menunggu tinjauan, dan muncul di meja artikel.
notice-article-published = Sudah diterbitkan. Pembacanya kini bisa membacanya.
notice-article-retired = Sudah ditarik: pembacanya tidak melihatnya lagi. Yang sudah diselesaikannya tetap selesai.
notice-article-reviewed = Dicatat: masih benar. Jatuh tempo lagi setengah tahun mendatang.
notice-article-cites-deleted = Tidak ada yang diubah: artikel ini mengutip jawaban yang sudah dihapus. Hapus kutipannya, atau centang kotak di samping tombol.
notice-article-raced = Tidak ada yang diubah: sementara itu seseorang mengubah artikel. Beginilah keadaannya sekarang.

## The desk

desk-title = Meja artikel
desk-about = Yang menunggu tinjauan, yang jatuh tempo, dan yang dibaca tetapi tidak membantu.
desk-clear = Tidak ada yang menunggu
desk-clear-about = Draf, artikel yang perlu ditinjau, dan yang tidak membantu muncul di sini.
desk-in-review = Menunggu tinjauan
desk-due = Perlu diperiksa lagi
desk-cites-deleted = Mengutip jawaban yang sudah dihapus
desk-unhelpful = Dibaca, tetapi tidak membantu
desk-drafts = Draf
desk-retired = Artikel yang ditarik
desk-article = Artikel
desk-edited = Diubah
desk-review = Jatuh tempo
desk-views = Dilihat
desk-yes = Membantu
desk-no = Tidak membantu
desk-missing = Dicari, belum ditulis
desk-missing-about = Yang dicari orang tiga kali atau lebih dalam 30 hari, tetapi tidak ada di artikel mana pun. Begitu ada artikelnya, ia hilang dari daftar ini.
desk-missing-count = Pencarian tanpa artikel
desk-missing-write = Tulis

## Articles and threads

act-link = Tautkan artikel
link-suggested = Ini mungkin menjawabnya:
link-found = Kata-kata ini menemukan:
link-none-suggested = Tampaknya tidak ada artikel yang menjawab utas ini.
link-answers = Menjawabnya
link-related = Berkaitan
link-address = Artikel lain
link-address-hint = Alamat, nomor, atau kata-kata yang menemukannya.
link-kind = Kaitannya dengan utas ini
link-button = Tautkan
link-remove = Lepas tautan
link-mentioned = Jawaban ini menyebut artikel “{ $title }”. Tautkan ke utas?
thread-article-resolved = Terselesaikan oleh artikel
thread-article-answers = Sebuah artikel juga menjawabnya
thread-article-by = ditautkan oleh { $name }
thread-article-confirmed = Penanya bilang ini berhasil
aside-articles = Artikel tentang ini
step-article = Apakah artikelnya menyelesaikannya?
step-article-explained = Jika tidak, katakan apa yang terjadi, dan pertanyaan Anda terbuka lagi.
step-article-solved = Selesai
notice-article-answers = Artikel ditautkan sebagai jawaban.
notice-article-related = Artikel sudah ditautkan.
notice-article-unlinked = Tautan sudah dilepas.
notice-article-confirmed = Senang mengetahuinya. Pertanyaan tetap terselesaikan.
verb-link-article = Menautkan artikel ke utas
verb-write-article = Menulis dan mengubah artikel; staf menulis draf
verb-review-article = Menyatakan artikel sudah benar
verb-publish-article = Menerbitkan dan menarik artikel
log-act-link = Menautkan artikel ke
log-act-unlink = Melepas tautan artikel dari

## Sections

admin-sections = Bagian
sections-about = Tempat artikel, menurut urutan ini. Sebuah bagian bisa memuat bagian lain, satu tingkat.
sections-none = Belum ada bagian
sections-none-about = Artikel berada di dalam bagian. Buat yang pertama.
section-new = Bagian baru
section-name = Nama
section-article-count = Artikel
section-parent = Berada di
section-at-top = Tidak di bagian lain
section-make = Buat bagian
notice-section-made = Bagian sudah ada, dan artikel bisa ditulis untuknya.
notice-section-saved = Bagian sudah disimpan.
notice-section-moved = Urutan sudah disimpan.
notice-section-deleted = Bagian sudah dihapus.
notice-section-not-empty = Tidak dihapus: masih ada artikel atau bagian lain di dalamnya. Pindahkan dulu; draf dan artikel yang ditarik juga dihitung.

## Problems

problem-section = Pilih bagian yang ada.
problem-section-deep = Bagian bersarang satu tingkat: pilih yang tidak berada di bagian lain, dan bagian yang memuat bagian lain tidak bisa dipindahkan ke dalamnya.
problem-article-unknown = Berikan alamat atau nomor artikel yang ada.
problem-article-choose = Pilih salah satu yang ditemukan kata-kata ini, atau ketik kata lain.
problem-article-unpublished = Tidak ada artikel seperti itu, atau belum diterbitkan.
problem-article-not-for-all = Tidak semua pembaca utas ini boleh membaca artikel itu. Tautkan sebagai berkaitan.
problem-article-original = Berikan alamat atau nomor artikel lain, bukan milik artikel yang sudah punya terjemahan sendiri.
problem-article-language-taken = Artikel itu sudah ada dalam bahasa ini. Ubah yang itu saja.
problem-article-owner = Tidak ada penulis artikel dengan nama ini. Kosongkan, atau sebut moderator atau seseorang dari staf.
problem-article-body-missing = Tulis jawabannya.
problem-see-also-many = Sebutkan paling banyak { $limit } artikel lain.
problem-day = Berikan tanggal seperti 2027-01-31.
problem-field-section = Bagian
problem-field-short-answer = Jawaban singkat
problem-field-see-also = Lihat juga
problem-field-owner = Dijaga oleh
problem-field-review-on = Periksa lagi pada
problem-field-article = Artikel
problem-field-parent = Berada di
