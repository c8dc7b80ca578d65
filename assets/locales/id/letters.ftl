### Surat. `$site` adalah nama situs, `$name` nama pembaca; keduanya boleh ada di setiap frasa.

letter-greeting = Halo { $name },
letter-address-below = Jika tombolnya tidak berfungsi, buka alamat ini:

## Confirm an address

letter-confirm-subject = Konfirmasi alamat Anda untuk { $site }
letter-confirm-why = Seseorang mendaftar di { $site } sebagai { $name } dengan alamat ini. Jika itu Anda, konfirmasikan, dan akun ini menjadi milik Anda.
letter-confirm-question = Pertanyaan Anda disimpan. Begitu alamatnya dikonfirmasi, pertanyaan itu dikirim.
letter-confirm-button = Konfirmasi alamat
letter-confirm-until = Tautan ini berlaku sekali, dalam dua hari.
letter-confirm-not-you = Jika itu bukan Anda, abaikan saja: tanpa konfirmasi, tidak ada akun yang dibuat.

## Somebody signed up again

letter-registered-subject = Anda sudah punya akun di { $site }
letter-registered-why = Seseorang mendaftar di { $site } dengan alamat ini. Alamat ini sudah punya akun, { $name }, jadi tidak ada yang diubah. Jika itu Anda, silakan masuk.
letter-registered-button = Masuk
letter-registered-question = Bersamanya ditulis sebuah pertanyaan, dan pertanyaan itu disimpan. Jika itu milik Anda, baca lalu kirim dari akun Anda. Hal lain pada akun tidak berubah.
letter-registered-question-button = Baca dan kirim pertanyaan
letter-registered-forgotten = Lupa kata sandi? Pilih yang baru di { $forgotten }
letter-registered-not-you = Jika itu bukan Anda, tidak ada yang perlu dilakukan.

## Choose a password

letter-forgotten-subject = Pilih kata sandi untuk { $site }
letter-forgotten-why = Seseorang meminta kata sandi baru untuk akun Anda { $name } di { $site }. Jika itu Anda, lanjutkan di sini.
letter-forgotten-button = Pilih kata sandi
letter-forgotten-until = Tautan ini berlaku sekali, dalam dua jam. Setelah kata sandi dipilih, akun keluar dari semua peramban.
letter-forgotten-not-you = Jika itu bukan Anda, abaikan saja: kata sandinya tetap sama.

## The password was changed

letter-changed-subject = Kata sandi Anda di { $site } telah diubah
letter-changed-what = Kata sandi akun Anda { $name } baru saja diubah, dan semua peramban lain telah dikeluarkan.
letter-changed-not-you = Jika itu Anda, tidak ada yang perlu dilakukan. Jika bukan, segera pilih kata sandi lain.
letter-changed-button = Pilih kata sandi lain

## Contoh, untuk forum yang belum berisi apa-apa

specimen-question = Bagaimana cara menyetel ulang hub?
specimen-answer = Tahan tombolnya selama sepuluh detik sampai lampunya berkedip.
specimen-article = Menyetel ulang hub
specimen-short-answer = Tahan tombolnya selama sepuluh detik.

## What came by mail

letter-question-subject = Konfirmasikan pertanyaan Anda di { $site }
letter-question-why = Anda menulis pertanyaan ke { $site } lewat surel. Pertanyaan itu belum diterbitkan; baca dan konfirmasikan dahulu:
letter-question-account = Anda belum punya akun di sini. Dengan mengonfirmasi, akun dibuat untuk alamat ini dengan nama { $name }. Kata sandi dapat dipilih nanti.
letter-question-button = Baca dan terbitkan pertanyaan saya
letter-question-not-you = Jika bukan Anda yang menulisnya, abaikan saja: pertanyaan itu dihapus dalam dua hari.
letter-unposted-subject = Pesan Anda tidak diterbitkan: { $subject }
letter-unposted-what = Pesan Anda “{ $subject }” ke { $site } tidak diterbitkan.
letter-unposted-other-sender = Pesan itu datang dari alamat lain, bukan dari alamat akun yang suratnya dijawab. Jawablah dari alamat akun, atau tulis di halaman.
letter-unposted-bad-token = Alamat tujuannya bukan alamat yang diberikan forum ini kepada Anda. Jawablah suratnya langsung, tanpa mengubah alamat.
letter-unposted-suspended = Akun Anda ditangguhkan.
letter-unposted-consent = Ada versi baru dokumen yang disetujui para anggota. Masuk, baca, dan setujui, lalu kirim lagi.
letter-unposted-no-thread = Utasnya sudah tidak ada, atau Anda tidak boleh melihatnya lagi.
letter-unposted-locked = Utas itu tidak lagi menerima jawaban dari Anda.
letter-unposted-nothing = Tidak ada tulisan Anda di atas kutipan. Tulislah di atasnya, atau di antara baris-barisnya.
letter-unposted-unfit = Tidak dapat diterbitkan apa adanya: perlu subjek 6 sampai 200 karakter, dan teks paling banyak 64 kilobita.
letter-unposted-no-category = Tidak ada kategori yang menerima pertanyaan lewat surel di alamat ini. Bertanyalah di halaman.
letter-unposted-sign-up-closed = Saat ini forum tidak menerima akun baru.
letter-unposted-thread = Buka utas
letter-unposted-forum = Buka forum
letter-unposted-once = Setiap pesan dijawab satu kali. Surat ini ditulis oleh program; jawaban atasnya tidak dibaca.
by-mail-left-out = { $more ->
    [0] Tidak disertakan: { $names }
   *[other] Tidak disertakan: { $names } dan { $more } lagi
}
specimen-confirm-question = Pertanyaan lewat surel perlu dikonfirmasi
specimen-unposted = Sebuah pesan tidak diterbitkan
