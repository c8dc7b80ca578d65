### Duplikat, penggabungan satu utas ke utas lain, dan masalah yang sudah diketahui.

act-merge = Gabungkan
merge-title = Gabungkan ke utas lain
merge-explained = Isi utas ini pindah ke utas lain yang menanyakan hal yang sama.
merge-find = Ke utas mana?
merge-find-hint = Alamatnya, nomornya, atau kata-kata yang menemukannya.
merge-find-button = Cari
merge-found = Pilih utas yang tetap ada
merge-this = Utas ini
merge-that = masuk ke
merge-other = Utas lain
merge-will = Yang akan terjadi
merge-will-move = { $count ->
    [0] Teksnya menjadi balasan di sana, atas nama penulisnya.
   *[other] Teksnya menjadi balasan di sana, atas nama penulisnya, dan { $count } balasannya ikut pindah beserta komentar dan suaranya.
}
merge-will-lead = Semua alamat utas ini menuju ke sana.
merge-will-join = Siapa pun yang mengalami masalah ini dihitung di sana.
merge-will-bring-answer = Jawaban yang diterima ikut pindah: pertanyaan yang lain terselesaikan olehnya.
merge-will-keep-answer = Pertanyaan yang lain mempertahankan jawaban yang sudah diterima di sana.
merge-will-undo = Ini bisa dibatalkan. Apa yang sementara itu dikirim di sana tetap di sana.
merge-will-hide = Lebih sedikit orang melihat utas yang lain: yang tidak masuk tidak akan melihat lagi isi utas ini.
merge-will-hide-staff = Hanya staf yang melihat utas yang lain: orang lain tidak akan melihat lagi isi utas ini.
merge-reason = Mengapa? Moderator lain membacanya.
merge-button = Gabungkan
merge-refused-itself = Keduanya utas yang sama. Pilih yang lain.
merge-refused-deleted = Salah satunya sudah dihapus atau sementara itu digabungkan.
merge-refused-other-kind = Jenisnya berbeda: pertanyaan digabungkan ke pertanyaan, diskusi ke diskusi.
merge-refused-wider-audience = Lebih banyak orang melihat utas yang lain daripada utas ini. Pindahkan dulu utas itu, agar tidak ada yang terbuka tanpa sengaja.
merge-refused-circle = Utas yang lain ditutup sebagai duplikat utas ini. Gabungkan utas itu ke utas ini, atau buka kembali dulu.
opening-question = Ditanyakan sebagai pertanyaan tersendiri:
opening-thread = Dimulai sebagai utas tersendiri:
unmerge-open = Batalkan penggabungan
unmerge-explained = Teks dan balasannya kembali ke utasnya sendiri, beserta apa yang sementara itu dikatakan tentangnya. Kiriman lain di sini tetap di sini.
unmerge-button = Pisahkan
notice-merged = Kedua utas sudah digabungkan. Inilah awal utas yang lain.
notice-merged-before = Seseorang sudah menggabungkannya. Inilah tempatnya.
notice-unmerged = Utas ini berdiri sendiri lagi.
notice-merged-on = Utas ini sudah digabungkan lagi ke utas lain. Batalkan itu dulu.
problem-field-merge-reason = Alasan
problem-field-into = Utas lainnya
problem-field-q = Utas lainnya
problem-thread-missing = Utas itu tidak ada. Coba kata lain.
problem-words-find-none = Kata-kata ini tidak menemukan utas apa pun. Coba yang lain, atau tempel alamatnya.
problem-original-choose = Pilih salah satu yang ditemukan, atau ketik kata lain.
problem-original-itself = Itu utas ini sendiri. Sebutkan yang lain.
problem-original-circle = Utas itu ditutup sebagai duplikat utas ini. Buka lagi utas itu dulu.
close-found = Salah satu dari ini
thread-duplicates = { $count ->
   *[other] ditanyakan { $count } kali lagi
}

## Masalah yang sudah diketahui

known-problems = Masalah yang sudah diketahui
known-problems-told = { $count ->
   *[other] { $count } masalah sudah diketahui di sini.
}
mark-known-problem = Masalah diketahui
thread-problem-known = Masalah yang diketahui sejak
thread-problem-solved = Masalah ini terselesaikan
step-problem = Apakah Anda mengalaminya juga?
act-tell-problem = Masalah diketahui
act-solve-problem = Terselesaikan
tell-problem-in = Di kategori mana orang menanyakannya?
tell-problem-hint = Siapa pun yang hendak bertanya di sana melihat pengumuman ini lebih dulu.
tell-problem-button = Tampilkan di sana
solve-problem-explained = Pengumuman ini tidak ditampilkan lagi kepada yang bertanya.
solve-problem-button = Ini sudah terselesaikan
notice-problem-told = Siapa pun yang bertanya di kategori itu melihat ini lebih dulu.
notice-problem-solved = Masalahnya terselesaikan: tidak ditampilkan lagi kepada yang bertanya.
