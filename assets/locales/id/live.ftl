# Apa yang baru, dan pembaruan langsung.

thread-row-new = { $count } baru
thread-news = { $count } baru sejak kunjungan terakhir Anda
thread-news-first = Ke yang pertama
post-new = Baru
live-answers = Ada jawaban baru: tampilkan
live-replies = Ada balasan baru: tampilkan
