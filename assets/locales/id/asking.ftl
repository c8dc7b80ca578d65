### Bantuan saat bertanya: apa yang mungkin sudah menjawab, apa yang sebaiknya tidak terbuka untuk umum, dan siapa yang bisa dihubungi.

suggestions-title = Mungkin ini sudah menjawabnya
suggestions-waiting = Orang lain juga menunggu jawaban ini
suggestions-told = { $count ->
   *[other] Di bawah judul ada { $count } pertanyaan atau artikel yang mungkin menjawabnya.
}
suggestions-different = Pertanyaan saya berbeda
suggestions-differed = Silakan lanjutkan: pertanyaan Anda memang baru.
suggestion-solved = Ini menyelesaikannya
suggestion-me-too = Saya juga
suggestion-beside = (terbuka di samping halaman ini)
notice-solved-while-asking = Terima kasih sudah memberi tahu bahwa ini menyelesaikannya. Tidak ada yang dikirim.

ask-step-title = Mungkin ini sudah menjawabnya
ask-step-explained = Pertanyaan Anda belum dikirim. Semua yang Anda ketik tetap tersimpan.
ask-step-post = Pertanyaan saya berbeda: kirim
ask-step-sign-up = Pertanyaan saya berbeda: daftar dan kirim
ask-step-post-as-is = Pertanyaan saya berbeda: kirim apa adanya
ask-step-change = Ubah pertanyaan saya
ask-step-password = Ketik sekali lagi: halaman tidak pernah mengirim balik kata sandi.
ask-post-as-is = Kirim apa adanya
ask-sign-up-as-is = Daftar dan kirim apa adanya

secrets-title = Ini mungkin tidak untuk umum
secrets-next = Semua orang bisa membaca apa yang dikirim, dan mesin pencari menyimpannya. Hapus yang bersifat pribadi, atau kirim apa adanya.
secret-email-address = sebuah alamat email
secret-phone-number = sebuah nomor telepon
secret-card-number = sebuah nomor kartu
secret-iban = sebuah nomor rekening bank
secret-key = sebuah kata sandi atau kunci
secret-of-answer = Jawaban atas yang ditanyakan kategori

contact-or = Atau hubungi seseorang:

admin-asking = Bantuan saat bertanya
admin-asking-explained = Siapa yang dihubungi orang bila forum tidak dapat membantu, dan bagaimana pengaruh saran diukur.
setting-contact-label = Kontak: nama
setting-contact-label-hint = Sebutan untuk jalan ke seseorang, misalnya “Tulis ke tim dukungan kami”. Kosongkan kedua kolom bila tidak ada.
setting-contact-address = Kontak: alamat
setting-contact-address-hint = Halaman yang diawali https://, alamat email setelah mailto:, atau nomor setelah tel:.
setting-holdout = Pengunjung tanpa saran, dalam persen
setting-holdout-hint = Dari 0 sampai 50. Pengunjung ini bertanya seolah-olah tidak ada saran, sehingga Anda dapat melihat apa yang diubah oleh saran.
problem-contact = Alamat itu tidak aman. Awali dengan https://, mailto: atau tel:, tanpa spasi.
problem-holdout = Ketik bilangan bulat dari 0 sampai { $limit }.
problem-field-contact-label = Kontak: nama
problem-field-contact-address = Kontak: alamat
problem-field-holdout = Pengunjung tanpa saran
