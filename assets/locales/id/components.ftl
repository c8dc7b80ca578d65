### Bingkai setiap halaman dan bagian-bagian halaman.

## The frame

layout-skip = Langsung ke isi
layout-links = Utama
layout-menu = Menu
layout-menu-of = Menu { $name }
layout-ask = Tanya
layout-sign-in = Masuk
layout-sign-up = Daftar
layout-sign-out = Keluar
layout-footer-links = Tentang situs ini

## Numbers

figure = { $number }
figure-short-thousands = { $number } rb
figure-short-millions = { $number } jt

## Where a thread stands

mark-unanswered = Belum dijawab
mark-waiting = Menunggu
mark-resolved = Terselesaikan
mark-closed = Ditutup
mark-discussion = Diskusi
mark-announcement = Pengumuman
mark-article = Artikel
mark-pinned = Disematkan
mark-locked = Dikunci

## Links

breadcrumb-label = Anda di sini
tags-label = Tag
tag-index-threads = utas
pager-label = Lanjutan daftar ini
pager-newer = Lebih baru
pager-older = Lebih lama
copy-done = Tautan disalin

## Forms

field-optional = (opsional)
field-problem = Masalah:
problems-heading = Ada yang perlu diperbaiki dulu
editor-preview = Pratinjau
editor-preview-label = Begini tampilannya nanti
editor-help = Pemformatan
editor-help-strong = kata tebal
editor-help-strong-sign = **kata**
editor-help-code = kode di dalam baris
editor-help-code-sign = `kode`
editor-help-block = blok kode
editor-help-block-sign = ```
editor-help-list = daftar
editor-help-list-sign = - butir
editor-help-link = tautan
editor-help-link-sign = [kata](alamat)
editor-help-quote = kutipan
editor-help-quote-sign = > kata
tag-input-list = Tag
tag-input-found = % tag ditemukan

## Notices

notice-success = Selesai:
notice-information = Catatan:
notice-warning = Peringatan:
notice-failure = Masalah:

## The home page

ask-field-label = Butuh bantuan apa?
ask-field-example = Butuh bantuan apa?
ask-field-ask = Ajukan pertanyaan
ask-field-search = Cari
category-open = { $count } terbuka
category-resolved = { $count } terselesaikan
category-threads = { $count } utas
category-wait = dijawab dalam { $wait }

## Lists of threads

thread-row-answers = { $count } jawaban
thread-row-replies = { $count } balasan
thread-row-affected = { $count } orang juga mengalaminya
thread-row-score = { $count } suara

## Posts

post-accepted = Jawaban diterima
post-accepted-by = diterima oleh { $name }
post-accepted-on-behalf = diterima oleh { $name } atas nama penanya
post-first-by = Ditulis oleh { $name }
post-answer-by = Jawaban dari { $name }
post-reply-by = Balasan dari { $name }
post-edited = disunting
post-by-mail = lewat surel
post-quote-by = oleh { $name }
post-quote-more = Baca jawaban lengkap
votes-up = Ini membantu
votes-down = Ini tidak membantu
votes-score = suara
comments-write = Komentari
comments-post = Kirim komentar

## Revisions

diff-added = Ditambahkan:
diff-removed = Dihapus:
diff-skipped = { $count } baris tidak berubah

## Looking after the site

moderation-bar-label = Moderasi
permission-verb = Tindakan
permission-never = tidak
permission-own = milik sendiri
permission-any = ya
job-waiting = Menunggu
job-running = Berjalan
job-retrying = Akan dicoba lagi
job-done = Selesai
job-dead = Gagal
job-progress = { $done } dari { $all }
