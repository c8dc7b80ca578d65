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
incoming-why-blocked = memuat kata yang tidak boleh ada dalam kiriman
letter-unposted-blocked = Isinya memuat kata yang tidak boleh ada dalam kiriman di sini. Tulis dengan kata lain.

## Iklan

setting-spam-percent = Kemungkinan iklan, dalam persen
setting-spam-percent-hint = Kiriman pertama pendatang baru yang setidaknya sebesar ini kemungkinannya iklan menunggu moderator. Forum belajar dari keputusan moderator, dan tidak menahan apa pun sebelum melihat sepuluh kiriman dari tiap jenis. 0 tidak menahan apa pun.
problem-field-spam-percent = Kemungkinan iklan
problem-spam-percent = Tulis angka dari 50 sampai { $limit }, atau 0.
