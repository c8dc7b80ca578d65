### Gambar angka-angka dan tabel di sampingnya.

chart-figures = Tampilkan angkanya
chart-empty = Datanya belum cukup.
chart-percent = { $percent } %
# Bagian sampai sepersepuluh persen.
chart-share = { $whole },{ $tenths } %
# Bagian dengan kedua ujung rentangnya.
chart-interval = { $share } ({ $low }–{ $high })
chart-band = Pita di sekitar garis memuat nilai sebenarnya dengan tingkat keyakinan 95 %.
chart-spans = Garis tipis memuat nilai sebenarnya dengan tingkat keyakinan 95 %.
chart-half = { $label }: separuh setelah { $length }
chart-half-not = { $label }: belum mencapai separuh

## Tabel

chart-after = Setelah
chart-reached = Bagian
chart-reached-of = { $label }: bagian
chart-waiting = Masih menunggu
chart-waiting-of = { $label }: masih menunggu
chart-unknown = belum ada yang diamati selama ini
chart-count = Jumlah
chart-week = Minggu mulai
chart-of = Dari
chart-too-young = terlalu dini untuk dinilai
chart-nobody = tidak ada pada minggu ini
