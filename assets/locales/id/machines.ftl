# Umpan, gambar utas, dan apa yang dikatakan tentang halaman yang sudah tidak ada.
feed-all = Utas baru
feed-unanswered = Pertanyaan yang belum dijawab
feed-reply-by = Balasan dari { $author }
feed-link = Umpan
about-list = Pertanyaan yang diajukan orang, jawaban yang membantu mereka, dan apa yang sedang dibicarakan.
about-ask = Ajukan pertanyaan: sebutkan apa yang sudah dicoba dan apa yang terjadi, dan orang yang tahu akan menjawab.
about-tags = Isi pertanyaan dan diskusi di sini.
picture-alt = { $title } – { $standing }
picture-discussion = Diskusi
picture-announcement = Pengumuman
fault-gone-title = Ini sudah dihapus
fault-gone = Dulu ada di sini, lalu penulisnya atau moderator menghapusnya. Mungkin utas lain bisa membantu.
