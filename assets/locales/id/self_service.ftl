### Laporan: berapa orang yang tidak perlu bertanya, dan apa yang dilakukan basis pengetahuan.

## Yang disebut beberapa angka

report-nothing = data belum cukup
report-count = Jumlah
report-of = Dari
report-money = { $sign }{ $whole },{ $hundredths } { $currency }
report-tenths = { $sign }{ $whole },{ $tenths }

## Swalayan

self-service-title = Swalayan
self-service-no-visits = Tidak ada yang membuka formulir tanya dalam periode ini.
self-service-endings = Hasil kunjungan ke formulir tanya
self-service-endings-finding = Dari { $count } kunjungan dengan saran, { $solved } menemukan jawaban atau orang lain dengan masalah yang sama, dan { $posted } mengirim pertanyaan.
self-service-endings-of-both = Hasil kunjungan, dengan saran dan tanpa saran
self-service-ending = Hasil
self-service-shown = Dengan saran
self-service-held-out = Kelompok pembanding, tanpa saran
self-service-share = Bagian
ask-outcome-solved = “Ini menyelesaikannya”
ask-outcome-joined = Bergabung dengan pertanyaan terbuka
ask-outcome-posted = Mengirim pertanyaan
ask-outcome-left-after-opening = Ditinggalkan setelah membuka saran
ask-outcome-left = Ditinggalkan tanpa membuka saran
ask-outcome-open = Kurang dari sehari, masih bisa berlanjut
effect-nobody-held-out = Tidak ada kelompok pembanding, jadi pengaruh saran tidak dapat disebutkan. Administrator menentukan berapa pengunjung yang tidak melihat saran.
effect-unknown = Data belum cukup: tujuh hari sudah lewat bagi { $shown } pengunjung dengan saran dan { $held-out } tanpa saran. Masing-masing perlu sedikitnya sepuluh.
effect-fewer = Dengan saran, lebih sedikit pengunjung mengirim pertanyaan.
effect-more = Dengan saran, lebih banyak pengunjung mengirim pertanyaan.
effect-nothing = Pengaruhnya tidak terbukti.
effect-difference = Tanpa saran, bagian pengunjung yang mengirim pertanyaan dalam tujuh hari lebih tinggi { $difference } poin persen (keyakinan 95 %: { $low } sampai { $high }; di bawah 0 berarti lebih rendah).
effect-side = Pengunjung
effect-visitors = Jumlah
effect-posted = Mengirim dalam tujuh hari
contacts-saved-sentence = Untuk { $visitors } pengunjung dengan saran, itu berarti { $count } lebih sedikit yang mengirim pertanyaan ({ $low } sampai { $high }; di bawah 0 berarti lebih banyak).
contacts-saved-nothing = Selang ini memuat 0, jadi bisa saja kebetulan: penghematan tidak terbukti.
contacts-saved-worth = Dengan { $each } untuk setiap kontak, nilainya { $amount } ({ $low } sampai { $high }).
contacts-saved-no-worth = Nilai satu kontak belum ditentukan, jadi jumlah uang tidak disebutkan.
instead-what = Yang dibuka
instead-searches = Pencarian yang membuka artikel atau pertanyaan yang terselesaikan
instead-visits = Kunjungan ke formulir tanya yang membukanya tanpa mengirim pertanyaan
instead-limits = Tidak ada yang diikuti dari pencarian atau artikel ke formulir tanya, jadi apa yang dilakukan orang sesudahnya tidak diketahui.
searches-ended = Pencarian yang
searches-without-article = Tidak menemukan artikel
searches-none-in-period = Tidak ada yang mencari dalam periode ini.
searches-words-of-days = Yang paling banyak tidak ditemukan orang dalam { $count } hari terakhir:
searches-all = Semua pencarian tanpa jawaban

## Basis pengetahuan

knowledge-title = Basis pengetahuan
knowledge-answering = Artikel ditautkan sebagai jawaban untuk { $answered } pertanyaan dan mengakhiri { $solved } kunjungan ke formulir tanya.
knowledge-payback = Semua artikel bersama-sama membuat kontak senilai { $amount } tidak diperlukan.
knowledge-none-paying = Tidak ada artikel yang menjawab pertanyaan dalam periode ini.
knowledge-answered = Pertanyaan terjawab
knowledge-solved = Kunjungan terselesaikan
knowledge-helped = Bagian yang terbantu
knowledge-saved = Nilai
knowledge-opinions = Dari { $count } pendapat tentang artikel, { $share } menyatakan bahwa artikel itu membantu.
knowledge-no-opinions = Dalam periode ini tidak ada yang menyatakan apakah sebuah artikel membantu.
knowledge-failing = Dibaca, tetapi tidak membantu sedikitnya setiap orang ketiga yang berpendapat:
knowledge-due = { $count ->
    [0] Tidak ada artikel yang perlu ditinjau.
   *[other] { $count } artikel perlu ditinjau.
}
knowledge-due-since = Perlu ditinjau sejak
knowledge-desk = Meja artikel

## Nama angka dan artinya

figure-ask-visits = Kunjungan ke formulir tanya
figure-holdout-effect = Pengaruh saran
figure-contacts-saved = Kontak yang dihemat
figure-views-without-question = Membaca alih-alih bertanya
figure-searches-without-answer = Pencarian tanpa jawaban
figure-articles-answering = Pertanyaan yang dijawab artikel
figure-articles-helped = Artikel yang membantu
figure-articles-payback = Hasil artikel
figure-articles-due = Artikel yang perlu ditinjau
definition-ask-visits = Kunjungan ke formulir tanya yang dimulai dalam periode ini. Satu kunjungan adalah satu formulir, dari dibuka sampai berakhir; robot tidak dihitung. Kunjungan terselesaikan bila pengunjung menyatakannya tentang utas atau artikel yang disarankan, bergabung bila ia bergabung dengan pertanyaan terbuka, terkirim bila pertanyaan dikirim. Yang tidak berakhir dalam sehari dianggap ditinggalkan, setelah membuka saran atau tanpa membukanya. Bagian dihitung dari kunjungan yang sudah berakhir; selangnya menurut Wilson dengan keyakinan 95 %. Kunjungan kelompok pembanding dihitung terpisah. Kategorinya adalah yang terakhir dipilih; kunjungan tanpa kategori dihitung bila di atas tidak dipilih kategori. Tag, isian, dan kelompok penanya tidak mempersempit angka ini. Kunjungan disimpan selama setahun.
definition-holdout-effect = Sebagian pengunjung, yang dipilih secara acak melalui kukinya, tidak melihat saran. Pengunjung termasuk pihak menurut kunjungan pertamanya dalam periode ini. Yang dibandingkan adalah apakah ia mengirim pertanyaan dalam tujuh hari setelah kunjungan itu dimulai; hanya pengunjung yang tujuh harinya sudah lewat yang dihitung. Seorang pengunjung adalah satu kuki selama tiga puluh hari: orang yang sama dengan dua peramban adalah dua pengunjung. Selisih kedua bagian disebut dalam poin persen, dengan selang Newcombe dan keyakinan 95 %. Dengan kurang dari sepuluh pengunjung di salah satu pihak, tidak ada yang disimpulkan. Hanya periode yang mempersempit angka ini: kategori sebuah kunjungan bisa merupakan akibat dari apa yang disarankan. Kunjungan dalam kategori yang tidak boleh Anda lihat tidak dihitung.
definition-contacts-saved = Selisih pada pengaruh saran dikalikan jumlah pengunjung dengan saran yang tujuh harinya sudah lewat; begitu pula ujung selangnya. Bila selang memuat 0, penghematan tidak terbukti. Jumlah uang adalah angka itu dikalikan nilai satu kontak menurut administrator.
definition-views-without-question = Pencarian dalam periode ini yang membuka artikel, atau utas yang sudah terselesaikan ketika dibuka; dan, dari kunjungan ke formulir tanya dengan saran yang sudah berakhir, kunjungan yang membukanya dan tidak berakhir dengan pertanyaan terkirim. Tidak ada yang diikuti dari halaman ke halaman: setelah pencarian tetap bisa ada pertanyaan, dan pembaca yang datang dari tempat lain tidak dihitung. Pencarian hanya dipersempit oleh periode, kunjungan juga oleh kategori. Yang dibuka sebelum hal ini dicatat dihitung menurut apakah utasnya sudah terselesaikan ketika pencatatan dimulai.
definition-searches-without-answer = Pencarian dalam periode ini yang tidak menemukan apa pun, yang menemukan sesuatu tetapi tidak dibuka, dan yang dapat menemukan artikel tetapi tidak menemukannya. Kata yang sama dari pengunjung yang sama dalam setengah jam adalah satu pencarian; robot tidak dihitung. Hanya periode yang mempersempit angka ini. Kata-katanya dihitung selama 7, 30, atau 90 hari terakhir, yaitu yang terpendek yang sepanjang periode ini, dan hanya ditampilkan kepada moderator dan staf. Pencarian disimpan selama setahun.
definition-articles-answering = Pertanyaan yang dalam periode ini ditautkan ke artikel sebagai jawabannya, kapan pun diajukan, bila tautan itu masih berlaku dan pertanyaannya tidak dihapus; pertanyaan dengan dua artikel demikian dihitung sekali. Di sampingnya disebut kunjungan ke formulir tanya yang dimulai dalam periode ini dan berakhir karena sebuah artikel menyelesaikannya. Keduanya dipersempit oleh kategori, dan tidak oleh yang lain.
definition-articles-helped = Pendapat tentang artikel yang diberikan dalam periode ini: bagian yang menyatakan bahwa artikel membantu, dengan selang Wilson dan keyakinan 95 %. Setiap pengunjung punya satu pendapat tentang sebuah artikel, yang terakhir. Daftar menyebut artikel yang tidak membantu sedikitnya tiga pengunjung dalam periode ini dan sedikitnya setiap orang ketiga yang berpendapat. Jumlah dilihat dihitung sejak artikel dibuat; robot tidak dihitung. Hanya periode yang mempersempit angka ini.
definition-articles-payback = Untuk setiap artikel, pertanyaan yang dalam periode ini ditautkan kepadanya sebagai jawaban dan kunjungan ke formulir tanya yang diselesaikannya, seperti pada angka di atas; keduanya kontak yang tidak diperlukan. Jumlah uang adalah banyaknya dikalikan nilai satu kontak menurut administrator; selama belum ditentukan, tidak disebutkan. Dua puluh artikel dengan jumlah tertinggi disebutkan.
definition-articles-due = Artikel terbit yang hari peninjauannya sudah tiba, apa pun periodenya. Dua puluh yang paling lama menunggu disebutkan.
