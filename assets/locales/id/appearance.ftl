### Tampilan forum, dokumen yang menjadi tanggung jawab pengelolanya, dan persetujuan atasnya.

## Administration

admin-appearance = Tampilan
admin-appearance-about = Nama, logo, warna, sambutan, dan tautan di akhir setiap halaman.
appearance-save = Simpan tampilan
appearance-preview = Pratinjau
appearance-preview-about = Begini tampilan forum nanti. Belum ada yang disimpan: ubah lagi di bawah, atau simpan.
notice-appearance-saved = Tampilan sudah disimpan, dan setiap halaman memperlihatkannya.
setting-logo = Logo
setting-logo-hint = PNG paling besar { $size } kB dan { $pixels } piksel tiap sisi. Logo menggantikan nama, jadi sebaiknya memuat nama itu, dan terbaca di latar terang maupun gelap.
setting-logo-now = Logo saat ini
setting-logo-along = Logo di pratinjau ini ikut disimpan. Pilih berkas hanya untuk menggantinya.
logo-remove = Hapus logo
notice-logo-removed = Logo sudah dihapus; namanya tampil sebagai gantinya.
setting-accent = Warna aksen
setting-accent-hint = Tautan dan tombol, dalam bentuk #rrggbb. Nuansa yang lebih terang dan lebih gelap, juga yang untuk tampilan gelap, mengikutinya.
setting-accent-choose = Pilih warna aksen
setting-accent-better = Pakai { $accent } dan lihat
setting-footer = Tautan di akhir setiap halaman
setting-footer-hint = Satu di tiap baris: kata-katanya, garis tegak, alamatnya. Misalnya: Pusat bantuan | https://help.example.com
look-light = Terang
look-dark = Gelap
look-own = Ikuti peramban

problem-field-accent = Warna aksen
problem-field-file = Logo
problem-field-footer-links = Tautan kaki halaman
problem-field-agreed = Persetujuan
problem-colour = Itu bukan warna. Bentuknya seperti #34479b.
problem-accent-faint = Warna ini terlalu pucat untuk tulisan. Pilih yang lebih gelap.
problem-accent-faint-figures = { $accent } terlalu pucat untuk tulisan: kontrasnya dengan halaman { $contrast } : 1, padahal perlu 4.5 : 1. Warna terdekat yang terbaca adalah { $better }.
problem-footer-many = Hanya ada tempat untuk { $limit } tautan. Kurangi.
problem-footer-line = Baris { $limit } bukan tautan. Bentuknya seperti: Pusat bantuan | https://help.example.com
problem-logo-large = Berkas itu lebih besar dari { $limit } kB. Pilih yang lebih kecil.
problem-logo-wide = Sisi gambar itu lebih dari { $limit } piksel. Perkecil gambarnya.
problem-logo-rich = Gambar itu terlalu rumit untuk logo. Pilih yang warnanya lebih sedikit.
problem-logo-no-png = Berkas itu bukan PNG yang utuh. Simpan gambarnya sebagai PNG, lalu pilih lagi.

## Documents

document-terms = Ketentuan penggunaan
document-privacy = Privasi
document-imprint = Identitas pengelola
document-version = Versi { $version }
document-before = Versi sebelumnya
document-newest = Baca versi terbaru
document-replaced = Versi ini sudah diganti
admin-documents = Dokumen
admin-documents-about = Ketentuan, privasi, dan identitas pengelola. Setiap perubahan menjadi versi baru; yang lama tetap bisa dibaca.
document-column = Dokumen
document-state = Berlaku
document-none = Tidak ada
document-change = Ubah
document-text = Teks
document-text-hint = Teks kosong meniadakan dokumen ini.
document-asks = Minta persetujuan semua orang lagi
document-asks-hint = Orang yang punya akun ditanya pada kunjungan berikutnya, dan sebelum mereka menulis lagi. Siapa pun yang mendaftar selalu menyetujui versi terbaru.
document-publish = Terbitkan sebagai versi baru
notice-document-published = Versi baru sudah berlaku.
notice-document-unchanged = Teksnya tetap sama; tidak ada versi baru.
problem-document-outrun = Sementara itu orang lain menerbitkan versi lain. Baca versi itu, lalu terbitkan versi Anda jika masih sesuai.

## Consent

agree-label = Saya menyetujui:
agree-joint = ,{" "}
problem-not-agreed = Centang kotaknya: akun memerlukan persetujuan Anda.
problem-agreed-to-older = Dokumennya berubah sejak Anda membuka halaman ini. Baca, lalu centang lagi kotaknya.
consent-title = Dokumen forum ini sudah berubah.
consent-about = Anda tetap bisa membaca; setujui sebelum menulis lagi:
consent-button = Saya setuju
notice-agreed = Persetujuan Anda sudah dicatat.
consent-before-title = Setujui sebelum menulis
consent-before-about = Dokumen forum ini berubah sejak Anda menyetujuinya. Tulisan Anda tidak hilang.
consent-before-button = Saya setuju, lanjutkan
consent-before-back = Gunakan tombol kembali di peramban untuk kembali ke tulisan Anda tanpa menyetujui.

## Samples: what a look is judged by

sample-category = Tagihan
sample-category-about = Faktur, kartu, pengembalian dana.
sample-title = Bagaimana cara mengganti kartu yang tersimpan?
sample-asker = ayu
sample-answerer = bima
sample-long-name = Bartholomeus Kusumadiningrat-Sastrowardoyo
sample-tag = kartu
sample-rows = Utas
sample-waits = Waktu sampai jawaban pertama
sample-shares = Terselesaikan dalam 24 jam
sample-period-later = bulan ini
sample-period-earlier = bulan lalu
sample-question = Kartu saya habis masa berlakunya bulan depan. Formulir di **Pengaturan → Tagihan** menampilkan `kartu ditolak`, padahal [bank](#content) tidak melihat percobaan apa pun. Apa yang harus saya lakukan?
sample-answer = Hapus dulu kartu yang lama, lalu tambahkan yang baru. Jika keduanya tersimpan, yang lama yang ditagih.
sample-sentence = Satu kalimat tentang apa yang terjadi selanjutnya.
sample-button = Lakukan
sample-everything =
    # Judul bagian

    Paragraf dengan kata **tebal**, *miring*, `kode`, dan [tautan](#content).

    - satu
    - dua

    > Sebuah kutipan.

    ```
    tanya demo --port 8080
    ```

    | Nama | Jumlah |
    | --- | --- |
    | satu | 1 |

## The page of all components

design-title = Desain
design-about = Semua token dan semua komponen, dalam segala keadaan. Hanya bila alamat publiknya adalah mesin ini.
design-looks = Tampilan
design-colours = Warna
design-type = Huruf: skala 1,2
design-grid = Ruang: kisi 4 px
design-buttons = Tombol
design-marks = Tanda dan wajah
design-icons = Ikon
design-links = Tautan berderet
design-fields = Kolom isian
design-choices = Pilihan
design-writing = Menulis, dan hasil tulisan
design-notices = Pemberitahuan
design-posts = Bagian utas
design-moderation = Untuk moderator
design-tables = Tabel
design-pictures = Gambar angka
design-empty = Tempat kosong
design-pages = Potongan halaman
