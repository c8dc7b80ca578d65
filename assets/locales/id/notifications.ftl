## Apa yang diberitahukan kepada seseorang: lonceng, halamannya, dan seberapa banyak yang ingin mereka dengar.

bell-label = { $count ->
    [0] Pemberitahuan, semua sudah dibaca
   *[other] Pemberitahuan, { $count } belum dibaca
}
bell-label-many = Pemberitahuan, lebih dari { $count } belum dibaca

notifications-title = Pemberitahuan
notifications-explained = Yang menyangkut Anda, dan yang Anda pantau.
notifications-none-title = Belum ada apa-apa
notifications-none = Jawaban untuk pertanyaan Anda, komentar pada kiriman Anda, dan yang Anda pantau muncul di sini.
notifications-read-all = Tandai semua sudah dibaca
notifications-read-one = Tandai sudah dibaca
notifications-unread = Baru
notifications-choose = Yang ingin Anda dengar
notice-notifications-read = Semuanya ditandai sudah dibaca.

told-answered = { $name } menjawab pertanyaan Anda
told-answered-talk = { $name } membalas utas Anda
told-answered-comment = { $name } mengomentari jawaban untuk pertanyaan Anda
told-answered-comment-talk = { $name } mengomentari balasan di utas Anda
told-watched = { $name } menjawab pertanyaan yang Anda pantau
told-watched-talk = { $name } membalas di utas yang Anda pantau
told-watched-comment = { $name } berkomentar pada pertanyaan yang Anda pantau
told-watched-comment-talk = { $name } berkomentar di utas yang Anda pantau
told-around = { $name } menjawab pertanyaan di kategori atau dengan tag yang Anda pantau
told-around-talk = { $name } membalas di kategori atau pada tag yang Anda pantau
told-around-asked = { $name } memulai utas di kategori atau dengan tag yang Anda pantau
told-accepted = { $name } menerima jawaban Anda
told-mentioned = { $name } menyebut Anda
told-commented = { $name } mengomentari kiriman Anda
told-solved = Masalah yang juga Anda alami sudah terpecahkan
told-article = Sebuah artikel menjawab pertanyaan Anda
told-moderated-close = { $name } menutup utas Anda
told-moderated-move = { $name } memindahkan utas Anda ke kategori lain
told-moderated-merge = { $name } menggabungkan utas Anda ke utas lain
told-moderated-edit = { $name } menyunting utas Anda
told-moderated-edit-post = { $name } menyunting kiriman Anda
told-moderated-redact = { $name } menghapus sesuatu dari utas Anda yang tidak semestinya terlihat umum
told-moderated-split-off = { $name } menjadikan balasan Anda utas tersendiri
told-moderated-delete = { $name } menghapus utas Anda
told-moderated-delete-post = { $name } menghapus kiriman Anda

watch-is-watching = Dipantau
watch-is-normal = Pantau
watch-is-muted = Dibisukan
watch-watching = Pantau
watch-normal = Hanya yang menyangkut saya
watch-muted = Bisukan
watch-thread-watching-hint = Anda diberi tahu tentang setiap jawaban dan setiap komentar.
watch-thread-normal-hint = Anda diberi tahu bila seseorang menyebut Anda atau menulis tentang kiriman Anda.
watch-thread-muted-hint = Anda tidak diberi tahu apa pun di sini, kecuali moderator mengubah kiriman Anda.
watch-place-watching-hint = Anda diberi tahu tentang setiap utas dan setiap jawaban.
watch-place-normal-hint = Anda diberi tahu tentang utas Anda sendiri, dan bila seseorang menyebut Anda.
watch-place-muted-hint = Anda hanya diberi tahu tentang utas Anda sendiri.
notice-watching = Sekarang Anda memantau ini.
notice-watching-normal = Di sini Anda hanya diberi tahu tentang yang menyangkut Anda.
notice-watching-muted = Anda tidak diberi tahu apa pun lagi di sini.

settings-watching = Yang Anda pantau
watching-explained = Utas, kategori, dan tag yang Anda pantau atau bisukan. Utas Anda sendiri dipantau tanpa tercantum di sini.
watching-none-title = Belum ada apa-apa
watching-none = Buka utas, kategori, atau tag lalu tekan Pantau: Anda diberi tahu apa yang terjadi di sana, dan itu tercantum di sini.
watching-find = Lihat semua utas
watching-thread = Sebuah utas
watching-category = Sebuah kategori
watching-tag = Sebuah tag

settings-letters = Yang Anda dengar
letters-see = Lihat pemberitahuan Anda
letters-explained = Anda diberi tahu tentang yang menyangkut Anda: jawaban untuk pertanyaan Anda, komentar pada kiriman Anda, sebutan, jawaban yang diterima. Untuk utas, kategori, dan tag, pilihlah di halamannya masing-masing.
letters-watches-answered = Pantau utas yang saya jawab
letters-watches-answered-hint = Anda diberi tahu tentang jawaban lain dan komentar di sana.
letters-save = Simpan
notice-letters-saved = Sudah disimpan.

job-spread-tiding = Beri tahu para pemantau

letters-by-mail = Lewat surel
letters-by-mail-hint = Satu surat untuk setiap utas sampai Anda mengunjunginya; yang datang dalam beberapa menit menjadi satu surat.
letters-kind-answered = Jawaban untuk pertanyaan dan utas saya, dan komentar pada jawaban itu
letters-kind-watched = Jawaban dan komentar di utas yang saya pantau
letters-kind-around = Yang terjadi di kategori dan pada tag yang saya pantau
letters-kind-accepted = Jawaban saya diterima
letters-kind-mentioned = Seseorang menyebut saya
letters-kind-commented = Komentar pada kiriman saya
letters-kind-solved = Masalah yang juga saya alami terpecahkan
letters-kind-article = Sebuah artikel menjawab pertanyaan saya
letters-kind-moderated = Moderator mengubah kiriman saya

letter-told-subject = { $thread }
letter-told-sentence = { $sentence }:
letter-told-more = Masih ada lagi yang baru di utas ini.
letter-told-read = Baca
letter-told-answer = Balas surat ini untuk mengirim balasan di utas.
letter-told-once = Tidak ada surat lain tentang utas ini sampai Anda mengunjunginya.
letter-stop-thread = Hentikan surat tentang utas ini
letter-stop-all = Hentikan semua surat tentang utas
letter-choose = Pilih apa yang datang lewat surel
letter-why-answered = Anda menerima surat ini karena Anda memulai utas ini.
letter-why-watched = Anda menerima surat ini karena Anda memantau utas ini atau menjawab di dalamnya.
letter-why-around = Anda menerima surat ini karena Anda memantau kategorinya atau salah satu tag-nya.
letter-why-accepted = Anda menerima surat ini karena ini tentang jawaban Anda.
letter-why-mentioned = Anda menerima surat ini karena seseorang menyebut Anda.
letter-why-commented = Anda menerima surat ini karena ini tentang kiriman Anda.
letter-why-solved = Anda menerima surat ini karena Anda mengatakan bahwa Anda juga mengalami masalah ini.
letter-why-article = Anda menerima surat ini karena Anda mengajukan pertanyaan ini.
letter-why-moderated = Anda menerima surat ini karena ini tentang kiriman Anda.

stop-thread-title = Hentikan surat tentang sebuah utas
stop-thread-explained = Anda tidak menerima surat lagi tentang utas ini, dan lonceng pun tidak memberi tahu apa-apa. Di halamannya Anda bisa mengubahnya kapan saja.
stop-thread-button = Hentikan
stop-other = Pilihan lain
stop-all-way = Hentikan semua surat tentang utas
stop-all-title = Hentikan semua surat tentang utas
stop-all-explained = Yang diberitahukan kepada Anda hanya muncul di lonceng. Surat yang Anda minta, seperti untuk memilih kata sandi, tetap datang.
stop-all-button = Hentikan
stop-choose = Pilih apa yang datang lewat surel
stop-watching = Lihat yang Anda pantau
stop-done-title = Sudah dihentikan
stop-thread-done = Anda tidak menerima surat lagi tentang utas ini.
stop-all-done = Anda tidak menerima surat lagi tentang utas.
way-thread = Ke utasnya

setting-letters-a-day = Surat per hari
setting-letters-a-day-hint = Paling banyak berapa surat tentang utas yang diterima seseorang dalam sehari. Selebihnya menunggu ringkasan mereka.
problem-letters-a-day = Isikan bilangan bulat dari 0 sampai { $limit }.

job-post-thread-letters = Kirim surat tentang utas
job-thread-letter = Surat: yang baru di sebuah utas
specimen-thread-letter = Yang baru di sebuah utas
