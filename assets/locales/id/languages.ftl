### Memilih bahasa halaman dan email.

layout-language = Bahasa
settings-language = Bahasa
field-language = Bahasa halaman dan email
settings-language-hint = Tulisan orang lain tetap dalam bahasa aslinya.
settings-language-unchosen = Ikuti peramban
settings-language-save = Simpan bahasa
