### Panduan: artikel yang dibaca langkah demi langkah.

## Walking through one

guide-step = Langkah { $number }:
guide-question = Apakah berhasil?
guide-worked = Berhasil
guide-not = Tidak berhasil
guide-did-work = berhasil
guide-did-not-work = tidak berhasil
guide-done = Yang sudah Anda lakukan
guide-all = Semua langkah dalam satu halaman
guide-to-solved = selesai
guide-to-contact = hubungi seseorang
guide-to-ask = tanya forum
guide-solved = Selesai
guide-solved-explained = Senang mengetahuinya. Ini dihitung, supaya perawat panduan tahu bahwa panduannya membantu.
guide-again = Muncul lagi: mulai dari awal
guide-contact = Ini perlu dilihat seseorang
guide-contact-explained = Ceritakan apa yang sudah Anda lakukan; daftarnya ada di bawah.
guide-ask = Tanya forum saja
guide-ask-title = { $guide } – panduannya tidak membantu
guide-ask-followed = Saya mengikuti panduan { $guide }:
guide-ask-now = Yang terjadi sekarang:
notice-guide-changed = Sementara itu panduan ini diubah, atau alamatnya tidak lengkap. Panduan dimulai di sini.
notice-guide-is-article = Sekarang ini dibaca dari awal sampai akhir.

## Writing one

article-field-kind = Cara membacanya
article-field-kind-hint = Panduan menampilkan satu langkah setiap kali, lalu bertanya apakah langkah itu berhasil.
article-kind-article = Artikel: dari awal sampai akhir
article-kind-guide = Panduan: langkah demi langkah
guide-help = Cara menulis panduan
guide-help-steps = Setiap judul bagian adalah satu langkah. “Berhasil” mengakhiri panduan; “Tidak berhasil” menuju langkah berikutnya, dan sesudah langkah terakhir menuju formulir bertanya. Kebanyakan panduan tidak perlu lebih dari itu.
guide-help-lines = Jika sebuah langkah menuju tempat lain, katakan di baris-baris terakhirnya:
guide-help-example =
    ## Apakah cincinnya kuning?

    Lihat hub dari atas.

    Berhasil: Mulai ulang router
    Tidak berhasil: kontak

    ## Mulai ulang router

    Cabut stekernya selama sepuluh detik.
guide-help-endings = Sesudah titik dua ada nama sebuah langkah, atau salah satu kata ini: lanjut, selesai, kontak, tanya.
guide-check = Periksa langkah-langkahnya
guide-checked = Ke mana setiap langkah menuju

## Who looks after one

guide-leaving = Tempat orang meninggalkan panduan ini
guide-leaving-hint = Berapa kali setiap langkah dijawab, dan berapa orang yang sampai di sana tetapi tidak menjawab.
guide-column-step = Langkah
guide-column-left = Berhenti di sana
notice-article-was-no-guide = Tidak ada yang diubah: versi itu bukan panduan. Ubah dulu artikelnya menjadi yang dibaca dari awal sampai akhir.

## Problems

problem-guide-no-step = Panduan perlu langkah. Mulailah setiap langkah dengan judul bagian, seperti ## Mulai ulang router.
problem-guide-steps-many = Panduan punya paling banyak { $limit } langkah. Jadikan dua panduan.
problem-guide-step-unnamed = Langkah { $limit }: judul bagiannya tidak berisi kata.
problem-guide-step-reserved = Langkah { $limit }: judul bagiannya adalah kata yang mengakhiri panduan. Beri nama lain.
problem-guide-step-twice = Langkah { $limit }: langkah sebelumnya sudah bernama sama. Beri nama lain.
problem-guide-exit-twice = Langkah { $limit }: jawaban yang sama disebut menuju dua tempat. Sisakan satu baris saja.
problem-guide-worked-unknown = Langkah { $limit }: yang ada sesudah “Berhasil” bukan nama langkah, bukan pula lanjut, selesai, kontak atau tanya.
problem-guide-not-unknown = Langkah { $limit }: yang ada sesudah “Tidak berhasil” bukan nama langkah, bukan pula lanjut, selesai, kontak atau tanya.
problem-guide-step-unreached = Langkah { $limit }: tidak ada langkah lain yang menuju ke sana. Sebutkan di salah satu langkah, atau hapus.
problem-guide-step-endless = Langkah { $limit }: apa pun jawabannya dari situ, jalannya berputar terus. Arahkan satu jawaban ke selesai, kontak atau tanya.
