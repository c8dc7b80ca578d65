### Membaca, bertanya, menjawab, dan apa yang dilakukan pada utas.

former-member = mantan anggota
role-asker = Penanya

## Home

home-welcome = Ada yang bisa kami bantu?
home-resolved-count = { $count } pertanyaan sudah terselesaikan di sini.
home-categories = Kategori
home-unanswered = Menunggu jawaban
home-all-unanswered = Semua yang belum dijawab
home-none-waiting = Setiap pertanyaan sudah punya jawaban.
home-resolved = Baru terselesaikan
home-all-resolved = Semua yang terselesaikan
home-empty = Belum ada tempat untuk bertanya
home-empty-explained = Administrator membuat kategori pertama; setelah itu pertanyaan bisa diajukan.
home-make-category = Buat kategori pertama

## Lists

list-title = Utas
list-title-tag = Utas tentang { $tag }
list-title-both = { $tag } di { $category }
list-ask = Tanya
list-standing = Keadaannya
list-order = Urutan
list-tags-here = Tag di sini
list-tag-everywhere = { $tag } di semua kategori
list-all = Semua
list-unanswered = Belum dijawab
list-open = Terbuka
list-resolved = Terselesaikan
list-active = Aktif
list-new = Terbaru
list-votes = Suara terbanyak
list-none = Belum ada utas di sini
list-none-explained = Ajukan pertanyaan pertama; pasti ada orang lain yang juga ingin tahu.
list-none-unanswered = Tidak ada yang menunggu jawaban
list-none-unanswered-explained = Setiap pertanyaan di sini punya paling sedikit satu jawaban.
list-none-open = Tidak ada pertanyaan terbuka
list-none-open-explained = Setiap pertanyaan di sini sudah terselesaikan atau ditutup.
list-none-resolved = Belum ada yang terselesaikan di sini
list-none-resolved-explained = Pertanyaan terselesaikan ketika penanyanya menerima sebuah jawaban.

tags-title = Tag
tags-explained = Isi pembicaraan di utas, yang paling sering dipakai lebih dulu.
tags-find = Tag yang diawali dengan
tags-none = Tidak ada tag seperti itu
tags-none-explained = Tag dibuat oleh penanya: paling banyak lima untuk tiap utas.

## A thread

thread-asked-by = ditanyakan oleh
thread-started-by = dimulai oleh
thread-affected = { $count } orang mengalaminya
thread-people = { $count } orang
thread-views = { $count ->
    [0] belum pernah
   *[other] { $count } kali
}
thread-answers = { $count ->
    [0] Belum ada jawaban
   *[other] { $count } jawaban
}
thread-replies = { $count ->
    [0] Belum ada balasan
   *[other] { $count } balasan
}
thread-me-too = Saya juga mengalaminya
thread-reopened = { $name } bilang masih belum berhasil,
thread-locked = Dikunci: hanya moderator yang bisa menulis di sini.
thread-closed-by = Ditutup oleh { $name }
thread-original = Jawabannya ada di:
closed-duplicate = Duplikat: hal yang sama sudah pernah ditanyakan.
closed-off-topic = Di luar topik: tidak pada tempatnya di sini.
closed-unclear = Tidak jelas: tidak ada yang mengerti apa yang ditanyakan.
closed-outdated = Usang: waktu sudah menyelesaikannya.
closed-other = Ditutup.
order-helpful = Paling membantu dulu
order-oldest = Paling lama dulu

aside-facts = Utas ini
aside-duplicates = Pertanyaan yang sama, ditanyakan lagi ({ $count })
fact-category = Kategori
fact-asked = Dimulai
fact-active = Terakhir aktif
fact-resolved = Terselesaikan
fact-affected = Dialami
fact-seen = Dilihat

step-solved = Apakah ini benar-benar menyelesaikannya?
step-solved-explained = Jika masalahnya kembali, beri tahu, dan pertanyaannya terbuka lagi.
step-which = Jawaban mana yang menyelesaikannya?
step-which-explained = Terima jawaban itu: orang berikutnya dengan pertanyaan ini langsung menemukannya.
step-see-answers = Lihat jawabannya
step-wait = Pertanyaan Anda menunggu jawaban
step-wait-explained = Orang yang bisa membantu melihatnya di beranda. Sementara itu, sunting untuk menambahkan apa yang Anda temukan.
step-help = Bisa membantu, atau mengalaminya juga?
step-answer = Tulis jawaban
step-stuck = Masih buntu?
step-stuck-explained = Tanyakan dengan menyebutkan apa yang berbeda pada Anda: pertanyaan Anda sendiri mendapat jawabannya sendiri.
step-ask = Ajukan pertanyaan sendiri
thread-see-answer = Lihat jawabannya
aside-similar-questions = Pertanyaan serupa ({ $count })
aside-similar = Utas serupa ({ $count })
aside-similar-articles = Artikel tentang ini ({ $count })
aside-people = Orang di utas ini
reopen-open = Masih belum berhasil
reopen-reason = Apa yang terjadi sekarang?
reopen-button = Buka lagi pertanyaan
reopen-closed-reason = Mengapa dibuka lagi?
reopen-closed-button = Buka lagi

post-share = Bagikan
post-edit = Sunting
post-delete = Hapus
post-undelete = Pulihkan
post-unaccept = Bukan solusinya
post-deleted = Dihapus: hanya moderator yang melihatnya.
post-actions = Tindakan
delete-removal = Apa ini
removal-other = Hal lain
removal-spam = Spam
removal-off-topic = Di luar topik
delete-reason = Mengapa?
delete-explained = Pembaca tidak melihatnya lagi. Moderator bisa memulihkannya selama 30 hari; setelah itu teksnya dihapus untuk selamanya.
delete-button = Hapus
accept-own = Ini menyelesaikannya
accept-on-behalf = Terima atas nama penanya
comment-label = Komentar Anda
comment-hint = Catatan singkat. Untuk membantu menyelesaikan pertanyaannya, tulis jawaban.
comments-label = Komentar
comments-title = Komentar
comments-all = Tampilkan { $count } komentar

answer-heading = Jawaban Anda
reply-heading = Balasan Anda
answer-label = Tulisan Anda
answer-hint = Jelaskan apa yang harus dilakukan, langkah demi langkah, dan apa yang seharusnya terjadi.
answer-button = Kirim jawaban
reply-button = Kirim balasan
answer-shut = Utas ini tidak menerima kiriman lagi.
answer-sign-in-explained = Masuk untuk menjawab, berkomentar, atau menyatakan bahwa sebuah jawaban membantu.

act-close = Tutup
act-reopen = Buka lagi
act-move = Pindahkan
act-retag = Ubah tag
act-pin = Sematkan
act-unpin = Lepas sematan
act-lock = Kunci
act-unlock = Buka kunci
close-reason = Alasan
close-original = Utas yang menanyakan hal yang sama
close-original-hint = Untuk duplikat: alamatnya, nomornya, atau kata-kata yang menemukannya.
close-note = Pesan untuk penanya
close-button = Tutup utas
move-to = Ke kategori
move-nowhere = Tidak ada kategori lain yang menerima utas jenis ini.
move-button = Pindahkan
retag-button = Simpan tag

## Asking and editing

ask-title = Ajukan pertanyaan
ask-explained = Satu masalah sekaligus paling cepat dijawab.
ask-choose-hint = Pilih kategori dan tekan Pratinjau untuk melihat apa saja yang diminta.
ask-button = Kirim pertanyaan
ask-post-button = Kirim
ask-sign-up-button = Daftar dan kirim pertanyaan
ask-who-are-you = Supaya jawaban sampai kepada Anda
ask-who-explained = Kami mengirim satu email untuk mengonfirmasi alamat Anda; pertanyaan Anda disimpan dan dikirim saat tombol di email itu ditekan.
ask-have-account = Saya punya akun
ask-next = Setelah ini: orang yang bisa membantu langsung melihatnya, dan jawaban muncul di bawahnya.
ask-next-visitor = Setelah ini: Anda mendapat email, tekan tombolnya, dan pertanyaan Anda dikirim.
field-title = Apa masalahnya?
field-title-hint = Satu kalimat, seperti yang Anda katakan kepada rekan kerja.
field-category = Kategori
field-category-choose = Pilih satu
field-kind = Jenisnya apa?
kind-question = Pertanyaan
kind-question-hint = Sesuatu yang bisa dituntaskan dengan jawaban.
kind-discussion = Diskusi
kind-discussion-hint = Sesuatu untuk dibicarakan; tidak ada jawaban yang diterima.
kind-announcement = Pengumuman
kind-announcement-hint = Kabar dari pengelola forum ini.
field-body = Apa yang terjadi, dan apa yang Anda harapkan?
field-body-hint = Apa yang Anda lakukan, apa yang Anda lihat, bunyi galat yang persis. Markdown bisa dipakai.
field-tags = Tag
field-tags-hint = Paling banyak lima, dipisahkan dengan koma.
field-reason = Mengapa diubah?
field-reason-hint = Beberapa kata untuk riwayat.
edit-title = Sunting
edit-reply-title = Sunting tulisan Anda
edit-comment-title = Sunting komentar
edit-button = Simpan
history-title = Riwayat
history-version = Versi { $number }
history-none = Tidak pernah diubah
history-none-explained = Hanya ada versi yang tampil di halaman.
history-title-changed = Judul
history-tags-changed = Tag
history-answers-changed = Jawaban atas yang ditanyakan
history-body-changed = Teks

## Problems

problem-title-missing = Tulis judul: apa masalahnya, dalam satu kalimat?
problem-title-short = Tulis judul paling sedikit { $limit } karakter.
problem-title-long = Judul paling banyak { $limit } karakter. Persingkat; rinciannya ditulis di bawah.
problem-body-missing = Tulis apa yang terjadi.
problem-body-long = Teks paling besar { $limit } kB. Untuk log yang panjang, sisakan bagian di sekitar galatnya.
problem-control-characters = Di dalamnya ada karakter yang tidak bisa ditampilkan. Tempel sebagai teks polos.
problem-comment-missing = Tulis komentar.
problem-comment-long = Komentar paling banyak { $limit } karakter. Tulisan yang lebih panjang lebih baik menjadi jawaban.
problem-reason-missing = Sebutkan alasannya, dengan beberapa kata.
problem-reason-long = Alasan paling banyak { $limit } karakter.
problem-tag-characters = Tag hanya berisi huruf, angka, dan + # . -
problem-tag-long = Tag paling banyak { $limit } karakter.
problem-tags-many = Pilih paling banyak { $limit } tag.
problem-tag-reserved = “complete” adalah alamat forum ini. Pilih tag lain.
problem-category-missing = Pilih kategori.
problem-kind = Kategori ini tidak menerima jenis itu. Pilih yang lain.
problem-answer-missing = Isi bagian ini: diperlukan untuk membantu Anda.
problem-line-long = Paling banyak { $limit } karakter. Persingkat.
problem-missing = Isi bagian ini.
problem-choice = Pilih salah satu nilai.
problem-thread-locked = Utas ini baru saja dikunci atau ditutup. Salin tulisan Anda; di sini tidak bisa dikirim.
problem-original-missing = Masukkan alamat atau nomor utas lain.

## What was just done

notice-thread-posted = Pertanyaan Anda sudah dikirim. Jawaban akan muncul di bawahnya.
notice-reply-posted = Jawaban Anda sudah dikirim.
notice-comment-posted = Komentar Anda sudah dikirim.
notice-edited = Perubahan sudah disimpan.
notice-unchanged = Tidak ada yang diubah.
notice-voted = Suara Anda sudah dihitung.
notice-unvoted = Suara Anda sudah ditarik.
notice-me-too = Anda sudah dihitung di antara orang yang mengalami masalah ini.
notice-not-me-too = Anda tidak lagi dihitung di antara orang yang mengalami masalah ini.
notice-accepted = Diterima. Pertanyaannya terselesaikan, dan jawaban ini tampil paling atas.
notice-unaccepted = Jawaban itu tidak lagi diterima. Pertanyaannya terbuka lagi.
notice-reopened = Pertanyaannya terbuka lagi.
notice-closed = Utas sudah ditutup.
notice-locked = Utas sudah dikunci.
notice-unlocked = Utas menerima kiriman lagi.
notice-pinned = Utas tetap di atas kategorinya.
notice-unpinned = Utas tidak lagi tetap di atas.
notice-moved = Utas sudah dipindahkan.
notice-retagged = Tag sudah disimpan.
notice-thread-deleted = Utas sudah dihapus.
notice-reply-deleted = Jawaban sudah dihapus.
notice-comment-deleted = Komentar sudah dihapus.
notice-undeleted = Sudah dipulihkan.
