### Kata yang diawasi, dan apa yang dilakukan dengan teks sebelum diterbitkan.

admin-watched-words = Kata yang diawasi
watched-about = Kata yang dicari di setiap kiriman dan komentar sebelum tampil di forum, lewat formulir maupun surel. Moderator boleh menulis semuanya, dan tulisan penolong dan staf tidak pernah ditahan.
watched-none = Tidak ada kata yang diawasi.
watched-new = Awasi kata lain
watched-one = Kata yang diawasi
watched-text = Kata atau pola
watched-text-hint = Kata utuh: “free money” ditemukan dalam “Free – MONEY”, tetapi tidak dalam “freed money”. Pola adalah ekspresi reguler dan dicari dalam teks berhuruf kecil.
watched-form = Cari sebagai
watched-form-words = kata utuh
watched-form-pattern = pola
watched-deed = Yang terjadi
watched-deed-block = Tidak diterbitkan
watched-deed-hold = Menunggu moderator
watched-deed-replace = Diganti dengan teks lain
watched-deed-tag = Utasnya mendapat tag
watched-happens-block = Tidak diterbitkan
watched-happens-hold = Menunggu moderator
watched-happens-replace = Menjadi “{ $with }”
watched-happens-tag = Utasnya mendapat tag “{ $with }”
watched-with = Teks penggantinya, atau tagnya
watched-with-hint = Hanya untuk kedua pilihan itu. Tag diberikan menurut judul dan teks utas itu sendiri.
watched-keep = Awasi
notice-watched-kept = Kata itu diawasi mulai kiriman berikutnya.
notice-watched-deleted = Kata itu tidak diawasi lagi.
notice-post-held = Kiriman Anda diterbitkan dan menunggu moderator.
problem-field-watched-text = Kata atau pola
problem-field-watched-form = Cari sebagai
problem-field-watched-deed = Yang terjadi
problem-field-watched-with = Teks penggantinya, atau tagnya
problem-watched-no-word = Tulis setidaknya satu kata dari huruf atau angka.
problem-watched-words = Tulis paling banyak { $limit } kata.
problem-watched-pattern = Pola ini tidak dapat dibaca, atau terlalu berat untuk dicari.
problem-watched-empty = Pola ini ditemukan di mana-mana, karena juga berarti teks kosong.
problem-watched-most = Paling banyak { $limit } kata yang diawasi. Hapus satu dulu.
problem-patterns-most = Paling banyak { $limit } pola yang diawasi. Hapus satu dulu.
problem-watched-in-post = “{ $words }” tidak boleh ada dalam kiriman di sini. Tulis dengan kata lain.
held-for-watched = Ada kata di dalamnya yang dilihat moderator lebih dulu.
cases-held-watched = Ini disembunyikan karena memuat kata yang diawasi.
cases-why-watched = Kata yang diawasi
cases-held-words = Di dalamnya: { $words }
held-for-hasty = Ini dikirim sangat cepat setelah formulirnya dibuka, jadi moderator melihatnya lebih dulu.
cases-held-hasty = Ini disembunyikan karena dikirim seorang pendatang baru lebih cepat daripada orang menulis.
cases-why-hasty = Dikirim terlalu cepat
held-for-trapped = Ada kolom formulir yang tidak dilihat orang tetapi terisi, jadi moderator melihatnya lebih dulu.
cases-held-trapped = Ini disembunyikan karena kolom yang tidak dilihat orang terisi: mungkin dikirim sebuah program.
cases-why-trapped = Diisi oleh program
held-for-doubted = Moderator belum melihat akun Anda. Sampai saat itu kiriman Anda menunggu.
cases-held-doubted = Ini disembunyikan karena penulisnya mendaftar seperti program, dan masih menunggu.
cases-why-doubted = Akun baru
incoming-why-blocked = memuat kata yang tidak boleh ada dalam kiriman
letter-unposted-blocked = Isinya memuat kata yang tidak boleh ada dalam kiriman di sini. Tulis dengan kata lain.

## Iklan

setting-spam-percent = Kemungkinan iklan, dalam persen
setting-spam-percent-hint = Kiriman pertama pendatang baru yang setidaknya sebesar ini kemungkinannya iklan menunggu moderator. Forum belajar dari keputusan moderator, dan tidak menahan apa pun sebelum melihat sepuluh kiriman dari tiap jenis. 0 tidak menahan apa pun.
problem-field-spam-percent = Kemungkinan iklan
problem-spam-percent = Tulis angka dari 50 sampai { $limit }, atau 0.
setting-fewest-seconds = Detik yang dipakai pendatang baru untuk menulis
setting-fewest-seconds-hint = Kiriman pendatang baru yang dikirim lebih cepat dari ini setelah formulirnya dibuka menunggu moderator. 0 tidak menahan apa pun.
problem-field-fewest-seconds = Detik yang dipakai pendatang baru untuk menulis
problem-fewest-seconds = Tulis angka dari 0 sampai { $limit }.
unseen-field = Biarkan ini kosong
problem-unseen-field = Ada kolom yang tidak dilihat orang tetapi terisi, mungkin oleh program pengisi formulir. Kolom itu sudah kosong lagi: kirim formulirnya sekali lagi.

## Mendaftar

setting-proof = Pendaftaran
setting-proof-bits = Kerja pendaftaran
setting-proof-bits-hint = Berapa bit nol yang dihitung peramban saat orang mendaftar: 14 memakan sekitar satu detik di ponsel, dan setiap tambahan menggandakannya. Yang tidak menunjukkannya menunggu moderator. 0 tidak meminta apa pun.
setting-plain-question = Pertanyaan untuk peramban tanpa JavaScript
setting-plain-question-hint = Yang menjawabnya tidak perlu menunjukkan kerja. Tanpa pertanyaan, moderator melihat mereka dan kiriman pertamanya.
setting-plain-answer = Jawabannya
setting-plain-answer-hint = Huruf besar dan spasi tidak berpengaruh.
problem-field-proof-bits = Kerja pendaftaran
problem-proof-bits = Tulis angka dari 0 sampai { $limit }.
problem-field-plain-question = Pertanyaan untuk peramban tanpa JavaScript
problem-field-plain-answer = Jawaban atas pertanyaan
problem-plain-answer = Bukan itu jawabannya. Coba sekali lagi.
plain-answer-hint = Program tidak dapat menjawabnya.
proof-waits = Sebentar: peramban Anda sedang menghitung
proof-done = Perhitungan selesai.
proof-going = % persen terhitung
proof-progress = Terhitung
proof-without = Tanpa JavaScript, moderator melihat kiriman pertama Anda sebelum orang lain melihatnya.
log-act-let-in = Menerima setelah melihat pendaftarannya:
log-act-doubt = Membuat menunggu lagi sampai pendaftarannya dilihat:

## Yang mendaftar seperti program

doubts-title = Akun baru
doubts-one = Akun baru { $name }
doubts-about = Sampai Anda memutuskan, kiriman pertamanya menunggu di antrean. Menerimanya tidak mengubah kiriman yang sudah menunggu di sana.
doubts-why-unproven = Perambannya tidak mengerjakan kerja pendaftaran: tanpa JavaScript, atau yang mendaftar adalah program.
doubts-why-hasty = Pertanyaan yang dikirim saat mendaftar lebih cepat daripada orang menulis.
doubts-why-burst = Banyak orang lain mendaftar dari jaringan yang sama dalam satu jam.
doubts-row-unproven = Tanpa kerja
doubts-row-hasty = Terlalu cepat dikirim
doubts-row-burst = Banyak dari satu jaringan
doubts-let-in = Terima
doubts-remove = Singkirkan beserta semua tulisannya
doubts-open = Lihat halamannya
doubts-decided-let-in = Ia sudah diterima.
doubts-decided-removed = Ia sudah disingkirkan beserta semua tulisannya.
doubts-last-let-in = Anda menerima { $name }.
doubts-last-removed = Anda menyingkirkan { $name }.

## Memeriksa yang sudah ada

scan-title = Periksa yang sudah ada
scan-about = Setiap utas, balasan, dan komentar yang sudah ada, termasuk yang diimpor, diperiksa untuk mencari kata yang tidak boleh diterbitkan atau yang menunggu moderator. Tulisan pendatang baru, dan tulisan impor yang akunnya belum diambil alih penulisnya, juga dinilai apakah tampak seperti iklan. Yang ditemukan masuk ke meja dan tetap di tempatnya sampai moderator memutuskan. Yang pernah dibiarkan moderator tidak muncul lagi.
scan-words-only = Iklan belum dapat dikenali karena moderator baru memutuskan terlalu sedikit kiriman, atau karena dimatikan. Hanya kata yang diawasi yang ditemukan.
scan-begin = Periksa semuanya
scan-go-on = Lanjutkan
scan-going = Pemeriksaan sedang berjalan: { $percent } persen sudah dilihat.
scan-ended = Pemeriksaan terakhir selesai
scan-found = { $count ->
    [0] Tidak ada yang dibawa ke meja.
   *[other] { $count } kiriman dibawa ke meja.
}
scan-full = Pemeriksaan berhenti di situ supaya meja dapat dibereskan dulu. Pemeriksaan berikutnya melanjutkan setelah yang sudah dilihat.
scan-given-up = Pemeriksaan terhenti karena pekerjaannya dihentikan. Lanjutkan, dan ia mulai dari tempat berhentinya.
notice-scan-begun = Pemeriksaan dimulai. Yang ditemukan masuk ke meja.
notice-scan-running = Pemeriksaan sudah berjalan.
job-scan-posts = Memeriksa yang sudah ada untuk mencari iklan
cases-found-watched = Pemeriksaan menemukan kata yang diawasi di dalamnya.
cases-found-spam = Menurut pemeriksaan, ini tampak seperti iklan.
cases-found-shown = Ini tidak disembunyikan: tetap di tempatnya sampai Anda memutuskan.
cases-row-found = ditemukan pemeriksaan
