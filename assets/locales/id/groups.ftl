# Grup orang, dan kategori tertutup.

admin-groups = Grup
admin-groups-about = Orang-orang yang dikumpulkan, dan kategori tertutup yang mereka lihat.
groups-about = Sebuah grup membuka kategori tertutup bagi orang-orangnya. Yang boleh mereka lakukan di sana diatur di halaman kategori itu.
group-name = Nama
group-description = Siapa isinya
group-member-count = Orang
group-staff-about = Mereka yang menjawab atas nama perusahaan. Masuk dan keluarnya diatur di halaman tiap orang.
group-new = Grup baru
group-make = Buat grup
group-save = Simpan grup
group-words = Nama dan keterangan
group-people = Orang-orang di grup
group-empty = Belum ada orang di grup ini.
group-person = Nama orangnya
group-person-hint = Seperti tertulis di halamannya.
group-put = Masukkan ke grup
group-take = Keluarkan
group-take-named = Keluarkan dari grup
group-put-into = Masukkan ke { $name }
group-take-out-of = Keluarkan dari { $name }
person-groups-about = Yang terlihat lewat sebuah grup langsung tidak terlihat lagi begitu orangnya dikeluarkan.
group-delete = Hapus grup
group-delete-about = Orang-orangnya tetap ada, dan kehilangan yang hanya mereka lihat lewat grup ini.
group-grants = Kategori tertutup
group-grants-none = Grup ini belum melihat kategori tertutup mana pun. Beri izin di halaman salah satunya.
notice-group-made = Grup sudah ada. Masukkan orang ke dalamnya.
notice-group-saved = Grup sudah disimpan.
notice-group-deleted = Grup sudah dihapus.
notice-group-joined = Orang itu sudah di dalam grup.
notice-group-left = Orang itu sudah di luar grup.
notice-group-unchanged = Memang sudah begitu.
notice-group-grant-saved = Yang boleh dilakukan grup sudah disimpan.
problem-group-name-taken = Grup lain sudah memakai nama ini. Pilih yang lain.
problem-group-person = Tidak ada orang dengan nama ini. Carilah di halaman orang.

audience-private = Tertutup
audience-private-hint = Hanya grup yang Anda pilih setelah menyimpan, dan administrator.
notice-category-private = Kategori ini tertutup. Pilih di bawah grup mana yang melihatnya.
category-groups = Siapa yang melihat kategori ini
category-groups-about = Administrator melihat setiap kategori tertutup. Orang lain memerlukan grup yang diberi izin di sini, staf dan moderator juga.
group-level = Boleh
group-level-of = Yang boleh dilakukan { $name }
group-level-save = Simpan

grant-nothing = Tidak ada
grant-see = Melihat
grant-see-hint = Membaca isinya, dan memberi tahu moderator tentang yang membutuhkan mereka.
grant-ask = Bertanya
grant-ask-hint = Juga bertanya, dan menulis di bawah pertanyaannya sendiri.
grant-answer = Menjawab
grant-answer-hint = Juga membalas, mengomentari, dan memberi suara pada semua isinya.
grant-moderate = Memoderasi
grant-moderate-hint = Juga menyunting dan menghapus tulisan orang lain di sana, seperti moderator.
permissions-private = Di kategori tertutup
permissions-private-admins = Melihat setiap kategori tertutup dan boleh melakukan semuanya di sana: merekalah yang menjalankan forum. Moderator memoderasi di tempat yang boleh mereka lihat lewat grup.
answer-not-granted = Anda boleh membaca di sini. Grup Anda tidak diberi izin menulis.
merge-will-hide-private = Hanya orang-orang dari sebuah kategori tertutup yang melihat utas yang lain: orang lain tidak akan melihat lagi isi utas ini.

setting-for-members = Hanya anggota yang membaca di sini
setting-for-members-hint = Pengunjung hanya melihat cara masuk atau mendaftar, dan dokumen-dokumen. Umpan, peta situs, dan surat untuk orang tanpa akun berhenti, dan mesin pencari diminta menjauh.
setting-moderators-invite = Moderator boleh mengundang
setting-moderators-invite-hint = Mereka memberi undangan lewat tautan atau surat, ke grup yang mereka ikuti sendiri, dan menarik kembali undangan mereka.

problem-field-person = Orang
problem-field-put-reason = Alasan memasukkan atau mengeluarkan
problem-field-delete-reason = Alasan menghapus
