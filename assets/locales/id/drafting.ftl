### Judul dan kata tetap dari draf yang diusulkan oleh pertanyaan berulang; kalimatnya milik orang yang menulisnya.

draft-problem = Masalahnya
draft-asked = Ditanyakan dengan kata lain:
draft-steps = Yang perlu dilakukan
draft-explanation = Jawabannya
draft-differences = Di mana jawaban berbeda, dan apa yang ditambahkan
draft-answer = Jawaban
draft-says = Isinya
draft-environment = Yang berbeda di antara pertanyaan
draft-system = Sistem operasi
draft-browser = Peramban
draft-version = Versi
draft-tags = Tag
draft-code = Jawabannya memberikan kode ini:
draft-cited = { $name }, { $day }
draft-names = { $names } dan { $last }
draft-authors = Disusun dari jawaban { $names }.
draft-licence = Lisensi: { $licence }.
draft-licence-stack-exchange = Jawaban dari Stack Exchange berlisensi { $licence }.
