# Balasan siap pakai.
canned-title = Balasan siap pakai
canned-about = Teks untuk dimasukkan ke dalam jawaban. { "{name}" } menjadi nama penanya, { "{title}" } menjadi judul utas.
canned-new = Tambah satu lagi
canned-name = Judul
canned-text = Teks
canned-text-hint = Markdown, dengan { "{name}" } dan { "{title}" } di tempat yang Anda inginkan.
canned-share = Semua penolong boleh memakainya
canned-shared = Bersama
canned-keep = Simpan
canned-pick = Balasan siap pakai
canned-none = Pilih satu
canned-insert = Sisipkan
notice-canned-kept = Balasan siap pakai disimpan.
notice-canned-deleted = Balasan siap pakai dihapus.
problem-canned-most = Paling banyak { $limit }. Hapus satu terlebih dahulu.
problem-field-canned-title = Judul
problem-field-canned-body = Teks
