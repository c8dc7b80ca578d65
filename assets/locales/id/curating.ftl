### Menghapus kata dari sebuah utas untuk selamanya.

act-redact = Hapus kata
redact-title = Hapus kata untuk selamanya
redact-explained = Data pribadi atau rahasia dihapus dari utas ini: judul, teks, semua versi sebelumnya, catatan, serta artikel yang berasal darinya, juga konsep. Pencarian melupakannya.
redact-words = Kata yang mana?
redact-words-hint = Persis seperti tertulis di sana; huruf besar dan pergantian baris tidak berpengaruh.
redact-reason = Mengapa?
redact-reason-hint = Log menyimpan alasannya, dan penulisnya diberi tahu. Jangan tulis kata-katanya di sini.
redact-look = Tunjukkan tempatnya
redact-none = Kata-kata ini tidak ada di utas ini.
redact-found = { $count ->
   *[other] Tertulis { $count } kali
}
redact-more = { $count ->
   *[other] dan di { $count } teks lain
}
redact-more-here = { $count ->
   *[other] dan { $count } kali lagi
}
redact-becomes = Sebagai gantinya akan tertulis { $mark }
redact-for-good = Ini tidak bisa dibatalkan: kata-katanya tidak disimpan di mana pun.
redact-button = Hapus untuk selamanya
redact-unseen = di luar jangkauan Anda
redact-place-title = Judul
redact-place-text = Teks utas
redact-place-answers = Isian templat
redact-place-reply = Balasan
redact-place-comment = Komentar
redact-place-version = Versi sebelumnya
redact-place-note = Catatan atau alasan
redact-place-file = Berkas
redact-place-article = Artikel
redact-place-proposal = Usulan
redact-place-message = Pesan yang masuk lewat surel
problem-redact-words-missing = Ketik kata yang harus dihapus.
problem-redact-words-short = Ketik sedikitnya { $limit } karakter: yang lebih pendek ada di terlalu banyak kata lain.
problem-redact-words-long = Ketik paling banyak { $limit } karakter; hapus bagian demi bagian.
problem-redact-reason-tells = Alasannya menyebut kata-kata itu, dan orang lain membacanya. Tulis tanpa kata-kata itu.
problem-field-redact-words = Kata
problem-field-redact-reason = Alasan
notice-redacted = Kata-katanya sudah hilang. Tidak ada yang menyimpannya.

## Memisahkan balasan

act-split = Pisahkan
split-title = Pisahkan balasan
split-explained = Balasan yang membahas hal lain menjadi utas tersendiri.
split-nothing = Tidak ada balasan di utas ini yang bisa dipisahkan.
split-replies = Balasan yang mana?
split-replies-hint = Yang paling lama menjadi teks utas baru, atas nama penulisnya.
split-name = Judul utas baru
split-category = Kategori
split-reason = Mengapa? Moderator lain membacanya.
split-will = Kedua utas menyebutkan ke mana balasan pindah, dan alamatnya menuju ke sana. Ini bisa dibatalkan.
split-button = Pisahkan
split-from = Dipisahkan dari utas ini:
split-went = Sebagian balasan berlanjut sebagai utas tersendiri:
split-back = Kembalikan ke sana
problem-split-none = Centang sedikitnya satu balasan.
problem-split-many = Centang paling banyak { $limit } balasan.
problem-split-gone = Salah satu balasan ini sudah tidak ada di sini. Pilih lagi.
problem-split-merged = Salah satu balasan ini datang lewat penggabungan. Batalkan itu dulu, atau jangan ikutkan.
problem-split-accepted = Yang paling lama pernah diterima sebagai jawaban. Biarkan di sini.
problem-split-category = Kategori ini tidak menerima utas seperti itu, atau orang lain yang melihatnya. Pilih yang lain.
problem-field-split-reply = Balasan
problem-field-split-title = Judul
problem-field-split-category = Kategori
problem-field-split-reason = Alasan
notice-split = Balasan itu kini menjadi utas tersendiri.

## Menyematkan sampai suatu hari

act-pin-until = Sematkan sampai suatu hari
pin-until = Sampai hari apa?
pin-until-hint = Utas ini tetap di atas kategorinya sampai hari itu mulai (UTC).
pin-until-button = Sematkan sampai saat itu
problem-field-pin-until = Hari

## Menghapus untuk selamanya

post-deleted-until = Dihapus: hanya moderator yang melihatnya. Bisa dipulihkan sampai { $until }; setelah itu teksnya dihapus untuk selamanya.
post-erased = Dihapus untuk selamanya: teksnya tidak disimpan sama sekali.
notice-erased = Ini tidak bisa dipulihkan: teksnya sudah dihapus untuk selamanya, 30 hari setelah dihapus.

## Tindakan pada pilihan

selection-act = Untuk yang dicentang
selection-delete = Hapus
selection-close = Tutup
selection-lock = Kunci
selection-move = Pindahkan
selection-retag = Beri tag lain
selection-go = Lanjutkan
selection-pick = Centang “{ $title }”
selection-pick-reply = Centang
selection-explained = Satu tindakan, dengan satu alasan. Log menyatukannya dan membatalkan semuanya dengan sekali tekan.
selection-nothing = Tidak ada yang akan berubah.
selection-back = Kembali ke daftar utas
selection-unchanged = Tetap seperti semula
selection-reason = Mengapa?
selection-reason-hint = Alasan ini tertulis di log pada setiap kiriman, dan penulisnya membacanya bila diberi tahu.
selection-tags = Tag
selection-tags-hint = Setiap utas mendapat persis tag ini, dipisahkan koma; jika kosong, tagnya dilepas.
problem-field-selection-reason = Alasan
problem-field-selection-close = Alasan menutup
problem-field-selection-category = Kategori
problem-field-selection-tags = Tag
notice-selection-empty = Centang setidaknya satu, lalu pilih tindakannya.
notice-selection-many = Centang paling banyak 50 sekaligus.
notice-selection-done = Selesai. Log moderasi membatalkan semuanya dengan sekali tekan.
notice-selection-partly = Selesai di mana bisa; sebagian tetap seperti semula. Log moderasi membatalkannya dengan sekali tekan.
notice-selection-undone = Semuanya kembali seperti semula.
notice-selection-partly-undone = Yang bisa dibatalkan kembali seperti semula; untuk sisanya ada perubahan sesudahnya.
selection-title-delete = { $count ->
   *[other] Hapus { $count } kiriman
}
selection-title-close = { $count ->
   *[other] Tutup { $count } utas
}
selection-title-lock = { $count ->
   *[other] Kunci { $count } utas
}
selection-title-move = { $count ->
   *[other] Pindahkan { $count } utas
}
selection-title-retag = { $count ->
   *[other] Beri { $count } utas tag lain
}
selection-do-delete = { $count ->
   *[other] Hapus semua { $count }
}
selection-do-close = { $count ->
   *[other] Tutup semua { $count }
}
selection-do-lock = { $count ->
   *[other] Kunci semua { $count }
}
selection-do-move = { $count ->
   *[other] Pindahkan semua { $count }
}
selection-do-retag = { $count ->
   *[other] Beri semua { $count } tag ini
}
selection-one-of = { $count ->
   *[other] salah satu dari { $count } sekaligus
}
selection-undo-all = { $count ->
   *[other] Batalkan semua { $count }
}
