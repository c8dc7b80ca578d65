### Tanda, kiriman yang ditahan, dan meja moderator.

menu-moderation = { $count ->
    [0] Moderasi
    [100] Moderasi (100+)
   *[other] Moderasi ({ $count })
}

## Pada kiriman

post-flag = Tandai
post-flagged = Anda menandai ini
post-case = Ini menunggu di meja
post-held = Ditahan untuk moderator: hanya penulisnya dan moderator yang melihatnya.

## Yang dilihat penulis

held-title = Menunggu moderator
held-thread = Utas Anda menunggu moderator. Hanya Anda dan moderator yang melihatnya.
held-reply = Kiriman Anda menunggu moderator. Hanya Anda dan moderator yang melihatnya.
held-comment = Komentar Anda menunggu moderator. Hanya Anda dan moderator yang melihatnya.
held-for-flagged = Beberapa anggota menandainya.
held-for-spam = Ini tampak seperti iklan.
held-as-spam = Menurut mereka ini iklan.
held-as-rude = Menurut mereka ini kasar.
held-as-personal = Menurut mereka ini memuat data pribadi atau rahasia.
held-as-off-topic = Menurut mereka ini bukan untuk forum ini.
held-as-other = Mereka memberi moderator alasan sendiri.
held-next = Moderator akan melihat dan memutuskannya. Anda tidak perlu melakukan apa pun.

## Halaman untuk menandai

flag-title-thread = Tandai utas ini
flag-title-reply = Tandai kiriman ini
flag-title-comment = Tandai komentar ini
flag-about = Moderator akan melihatnya. Penulis tidak tahu siapa yang menandainya.
flag-reason = Apa yang salah?
flag-spam = Iklan
flag-spam-hint = Menjual sesuatu, atau menuju tempat yang tidak diminta siapa pun.
flag-rude = Kasar
flag-rude-hint = Menghina, mengancam atau mengejek seseorang.
flag-personal = Data pribadi atau rahasia
flag-personal-hint = Memuat alamat, nomor, kunci atau kata sandi.
flag-off-topic = Bukan untuk forum ini
flag-off-topic-hint = Tentang sesuatu yang bukan urusan forum ini.
flag-other = Hal lain
flag-other-hint = Jelaskan di bawah.
flag-words = Keterangan untuk moderator
flag-words-hint = Satu kalimat cukup. Hanya moderator yang membacanya.
flag-button = Tandai
flag-given = Anda menandai ini sebagai:
flag-waits = Moderator akan melihatnya.
flag-decided = Moderator sudah melihat dan memutuskannya.
flag-withdraw = Tarik kembali tanda
flag-misused = Sebagian besar yang Anda tandai belakangan ini ternyata baik-baik saja, jadi tanda Anda untuk sementara kurang berbobot. Bila ragu, jawablah penulisnya. Tanda yang benar akan dihitung lagi.
problem-flag-reason = Pilih apa yang salah.
problem-flags-a-day = Anda sudah menandai { $limit } kiriman dalam sehari. Lanjutkan besok.
problem-field-flag-reason = Apa yang salah
problem-field-flag-words = Keterangan untuk moderator
notice-flagged = Sudah ditandai. Moderator akan melihatnya.
notice-flagged-hidden = Sudah ditandai. Ini disembunyikan sampai moderator melihatnya.
notice-flagged-before = Anda sudah pernah menandai ini.
notice-flagged-gone = Ini sudah disembunyikan. Tidak ada lagi yang perlu ditandai.
notice-unflagged = Tanda Anda sudah ditarik kembali.

## Meja

cases-title = Meja moderator
cases-about = Yang ditandai anggota, yang ditahan, dan yang ditemukan pemeriksaan: yang paling merugikan dulu, lalu yang paling lama.
cases-begin = Mulai
cases-none-title = Tidak ada yang menunggu
cases-none = Tidak ada kiriman yang ditandai, ditahan, atau ditemukan pemeriksaan.
cases-elsewhere = Juga menunggu
cases-proposals = { $count ->
    [0] Pertanyaan berulang: tidak ada usulan
    [100] Pertanyaan berulang: 100 usulan atau lebih
   *[other] Pertanyaan berulang: { $count } usulan
}
cases-anomalies = { $count ->
    [0] Waktu yang tidak mungkin benar: tidak ada
    [100] Waktu yang tidak mungkin benar: 100 pertanyaan atau lebih
   *[other] Waktu yang tidak mungkin benar: { $count } pertanyaan
}
cases-log = Catatan moderasi
cases-case-thread = Utas dari { $name }
cases-case-reply = Kiriman dari { $name }
cases-case-comment = Komentar dari { $name }
cases-came = masuk ke meja moderator
cases-claimed = { $name } sedang melihat ini.
cases-hidden = Ini dihapus: hanya moderator yang melihatnya.
cases-held-flagged = Ini disembunyikan karena tanda dari anggota cukup berbobot.
cases-held-spam = Ini disembunyikan karena tampak seperti iklan.
cases-thread-deleted = Utas tempatnya berada sudah dihapus.
cases-decided-kept = { $name } membiarkannya.
cases-decided-deleted = { $name } menghapusnya.
cases-decided-spam = { $name } menghapusnya sebagai iklan.
cases-decided-closed = { $name } menutup utasnya.
cases-decided-lapsed = Tidak ada lagi yang perlu diputuskan.
cases-flags = Tanda
cases-more-flags = { $count ->
   *[other] dan { $count } lagi
}
cases-light = sebagian besar tandanya keliru selama ini
cases-reason = Alasan, untuk penulis
cases-reason-hint = Penulis membacanya bila Anda menghapus atau menutup.
cases-keep = Biarkan
cases-restore = Pulihkan
cases-delete = Hapus
cases-spam = Hapus sebagai iklan
cases-close = Tutup karena di luar topik
cases-put-back = Putuskan lagi
cases-others = Tanpa memutuskan
cases-edit = Sunting dulu
cases-give-back = Serahkan kepada yang lain
cases-next = Berikutnya
cases-open = Lihat di utasnya
cases-last-kept = Anda membiarkannya: { $title }
cases-last-deleted = Anda menghapusnya: { $title }
cases-last-spam = Anda menghapusnya sebagai iklan: { $title }
cases-last-closed = Anda menutupnya: { $title }
cases-undo = Urungkan
cases-queue = Semua yang menunggu
cases-row-thread = Utas
cases-row-reply = Kiriman
cases-row-comment = Komentar
cases-row-held = disembunyikan
cases-why-flagged = Ditandai
cases-why-spam = Tampak seperti iklan
cases-with = dilihat { $name }
problem-decision = Tekan salah satu tombol.
problem-field-decision = Keputusan
notice-desk-empty = Itu yang terakhir.
notice-decided-before = Orang lain sudah memutuskannya.
notice-given-back = Ini diserahkan kepada yang lain.
notice-put-back = Keputusan ditarik kembali. Ini menunggu lagi.

## Pintasan di meja

shortcuts-desk = Di meja moderator
shortcut-desk-next = Mulai, atau serahkan yang ini kepada yang lain dan lanjutkan
shortcut-desk-keep = Biarkan, atau pulihkan
shortcut-desk-delete = Hapus
shortcut-desk-spam = Hapus sebagai iklan
shortcut-desk-close = Tutup utas karena di luar topik
shortcut-desk-why = Tulis alasannya; Escape untuk kembali
shortcut-desk-edit = Sunting dulu
shortcut-desk-open = Lihat di utasnya
shortcut-desk-undo = Urungkan keputusan terakhir

## Catatan, peran, pemberitahuan

moderation-undo = Urungkan
moderation-undo-button = Urungkan
moderation-was = dari { $was }
moderation-became = menjadi { $became }
notice-act-undone = Tindakan itu sudah diurungkan.
notice-act-not-undone = Tindakan itu tidak berlaku lagi, atau ada yang lebih baru yang menghalangi. Lihat utasnya.
log-act-hold = Ditahan untuk moderator:
log-act-dismiss = Dibiarkan apa adanya:
log-act-put-back = Menarik kembali keputusan tentang
verb-flag = Menandai tulisan orang lain
verb-decide = Memutuskan tentang yang ditandai atau ditahan
told-moderated-hold = Utas Anda menunggu moderator
told-moderated-hold-post = Kiriman Anda menunggu moderator

## Pengaturan

admin-moderation = Moderasi
admin-moderation-explained = Kapan sebuah kiriman menyembunyikan diri sampai moderator melihatnya.
setting-members-to-hide = Anggota yang menyembunyikan kiriman
setting-members-to-hide-hint = Berapa anggota dengan rekam jejak baik yang harus menandai sebuah kiriman sebelum kiriman itu tersembunyi. Tanda dari pembantu dan moderator lebih berbobot, tanda dari pendatang baru dan orang yang sering keliru kurang berbobot. Dengan 0, tidak ada yang tersembunyi sendiri.
problem-members-to-hide = Masukkan bilangan bulat dari 0 sampai { $limit }.
problem-field-members-to-hide = Anggota yang menyembunyikan kiriman
