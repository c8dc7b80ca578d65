### Bagaimana kepercayaan tumbuh lewat perilaku, dan apa yang belum boleh dilakukan pendatang baru.

## Mengapa sesuatu belum dikirim

problem-newcomer-links = { $limit ->
   *[other] Sebagai pendatang baru Anda bisa menaruh { $limit } tautan ke situs lain dalam satu tulisan. Kurangi tautannya; setelah beberapa lama di sini Anda bisa menambah lebih banyak.
}
problem-newcomer-threads = { $limit ->
   *[other] Pada hari pertama Anda bisa memulai { $limit } utas, dan itu sudah tercapai. Utas berikutnya bisa dimulai sejak { $at }. Salin tulisan Anda agar tersedia saat itu.
}
problem-newcomer-replies = { $limit ->
   *[other] Pada hari pertama Anda bisa menulis { $limit } jawaban, dan itu sudah tercapai. Jawaban berikutnya bisa ditulis sejak { $at }. Salin tulisan Anda agar tersedia saat itu.
}
not-posted-yet = Pada hari pertama jumlah utas yang bisa Anda mulai terbatas, jadi yang ini belum dikirim. Ini tulisan Anda; gunakan untuk bertanya lagi besok.
incoming-why-too-many-links = tautannya lebih banyak daripada yang boleh ada di tulisan pendatang baru
incoming-why-first-day = pendatang baru sudah menulis sebanyak yang boleh pada hari pertamanya
letter-unposted-too-many-links = Akun Anda masih baru, dan tautan ke situs lain di dalamnya lebih banyak daripada yang boleh. Kurangi tautannya, lalu kirim lagi.
letter-unposted-first-day = Akun Anda masih baru, dan pada hari pertama pendatang baru hanya bisa menulis secukupnya. Kirim lagi besok.

## Di halaman siapa boleh melakukan apa

trust-title = Bagaimana kepercayaan tumbuh
trust-about = Siapa yang ikut serta di sini boleh melakukan lebih banyak. Kepercayaan ditimbang setiap jam dari angka-angka ini, dan semua yang ada dalam satu kolom harus tercapai.
trust-table = Syarat kepercayaan
trust-column-what = Yang dihitung
trust-column-member = Anggota
trust-column-regular = Anggota tetap
trust-column-you = Anda
trust-counts-days = Hari sejak mendaftar
trust-counts-visits = Hari dengan kunjungan
trust-counts-threads = Utas yang dibaca
trust-counts-helpful = Jawaban yang diterima, dipilih, atau diberi terima kasih
trust-missing = { $count ->
   *[other] ({ $count } lagi)
}
trust-never-falls = Kepercayaan yang sudah diperoleh tetap ada.
trust-kept-from = { $days ->
   *[other] Tulisan yang harus dihapus moderator menahan kepercayaan agar tidak tumbuh selama { $days } hari.
}
trust-kept-from-and-falls = { $count ->
   *[other] Tulisan yang harus dihapus moderator menahan kepercayaan agar tidak tumbuh selama { $days } hari. Sebanyak { $count } tulisan dalam waktu itu menurunkannya satu tingkat.
}
trust-grants-helper = Anggota tetap yang termasuk penolong bulan ini menjadi penolong.
trust-own-newcomer = Anda pendatang baru.
trust-own-member = Anda anggota.
trust-own-regular = Anda anggota tetap; kepercayaan tidak tumbuh lebih jauh dari ini.
trust-own-role = Peran Anda memberi lebih banyak daripada kepercayaan.
trust-fell = Kepercayaan Anda turun karena moderator harus menghapus tulisan Anda.
trust-grows-again = Kepercayaan bisa tumbuh lagi sejak { $at }.
trust-open-to-me = Yang terbuka bagi Anda
trust-silence = Menulis
trust-links = Tautan ke situs lain
trust-threads = Utas baru
trust-replies = Jawaban
trust-uploads = Gambar dan berkas
trust-unbounded = Sebanyak yang Anda perlukan.
trust-in-a-post = { $count ->
   *[other] { $count } dalam satu tulisan, sampai Anda menjadi anggota.
}
trust-in-first-day = { $count ->
   *[other] { $count } pada hari pertama, yang dimulai dengan yang pertama.
}
trust-full-until = { $count ->
   *[other] { $count } pada hari pertama, dan itu sudah tercapai. Yang berikutnya bisa ditulis sejak { $at }.
}
trust-files = { $count ->
   *[other] { $count } dalam 24 jam, masing-masing paling besar { $megabytes } MB.
}
trust-no-files = Belum bisa.

## Untuk administrator

admin-trust = Kepercayaan
admin-trust-explained = Bagaimana orang memperoleh kepercayaan, dan apa yang boleh dilakukan pendatang baru sebelum itu. Semua orang membaca angka-angka ini di halaman siapa boleh melakukan apa, di samping angkanya sendiri.
setting-trust-newcomers = Pendatang baru
setting-newcomer-links = Tautan ke situs lain dalam satu tulisan
setting-newcomer-links-hint = Dari 0 sampai 50. Angka 0 berarti tanpa batas.
setting-newcomer-threads = Utas pada hari pertama
setting-newcomer-threads-hint = Dari 0 sampai 1.000. Angka 0 berarti tanpa batas. Hari itu dimulai dengan utas pertama.
setting-newcomer-replies = Jawaban pada hari pertama
setting-newcomer-replies-hint = Dari 0 sampai 1.000. Angka 0 berarti tanpa batas. Hari itu dimulai dengan jawaban pertama.
setting-trust-members = Untuk menjadi anggota
setting-trust-regulars = Untuk menjadi anggota tetap
setting-trust-days = Hari sejak mereka mendaftar
setting-trust-days-hint = Dari 0 sampai 3.650.
setting-trust-visits = Hari saat mereka berkunjung
setting-trust-visits-hint = Dari 0 sampai 1.000.
setting-trust-threads = Utas yang mereka baca
setting-trust-threads-hint = Dari 0 sampai 1.000.
setting-trust-helpful = Jawaban yang diterima, dipilih, atau diberi terima kasih oleh orang lain
setting-trust-helpful-hint = Dari 0 sampai 1.000.
setting-trust-conduct = Bila tulisan harus dihapus
setting-clean-days = Lama hari kepercayaan tertahan karenanya
setting-clean-days-hint = Dari 0 sampai 3.650. Dihitung bila moderator membenarkan sebuah laporan.
setting-upheld-to-fall = Jumlah tulisan dalam waktu itu yang menurunkan kepercayaan satu tingkat
setting-upheld-to-fall-hint = Dari 0 sampai 50. Dengan 0 kepercayaan tidak pernah turun.
setting-grants-helper = Jadikan anggota tetap penolong
setting-grants-helper-hint = Anggota tetap yang termasuk penolong bulan ini di sebuah kategori mendapat peran penolong, satu kali. Siapa yang pernah punya peran lain Anda tentukan sendiri.
problem-field-newcomer-links = Tautan pendatang baru
problem-field-newcomer-threads = Utas pendatang baru
problem-field-newcomer-replies = Jawaban pendatang baru
problem-field-member-days = Hari untuk anggota
problem-field-member-visits = Kunjungan untuk anggota
problem-field-member-threads = Utas yang dibaca untuk anggota
problem-field-member-helpful = Jawaban berguna untuk anggota
problem-field-regular-days = Hari untuk anggota tetap
problem-field-regular-visits = Kunjungan untuk anggota tetap
problem-field-regular-threads = Utas yang dibaca untuk anggota tetap
problem-field-regular-helpful = Jawaban berguna untuk anggota tetap
problem-field-clean-days = Lama hari tertahan
problem-field-upheld-to-fall = Tulisan yang menurunkan kepercayaan
job-weigh-trust = Timbang kepercayaan orang yang berkunjung
log-act-change-trust = Mengubah kepercayaan kepada
