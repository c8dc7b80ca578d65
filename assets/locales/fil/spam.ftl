### Mga salitang binabantayan, at ang ginagawa sa isang teksto bago ito ma-post.

admin-watched-words = Mga binabantayang salita
watched-about = Mga salitang hinahanap sa bawat post at komento bago ito lumabas sa forum, sa form man o sa email. Maaaring isulat ng mga moderator ang lahat ng ito, at hindi kailanman pinipigil ang isinusulat ng mga helper at staff.
watched-none = Walang binabantayang salita.
watched-new = Magbantay ng isa pang salita
watched-one = Isang binabantayang salita
watched-text = Mga salita o pattern
watched-text-hint = Buong salita: makikita ang “free money” sa “Free – MONEY”, pero hindi sa “freed money”. Ang pattern ay regular expression at hinahanap sa tekstong nasa maliliit na letra.
watched-form = Hanapin bilang
watched-form-words = mga buong salita
watched-form-pattern = isang pattern
watched-deed = Ang mangyayari
watched-deed-block = Hindi ito ipo-post
watched-deed-hold = Maghihintay ito ng moderator
watched-deed-replace = Iba ang ilalagay roon
watched-deed-tag = Bibigyan ng tag ang thread
watched-happens-block = Hindi ipo-post
watched-happens-hold = Maghihintay ng moderator
watched-happens-replace = Magiging “{ $with }”
watched-happens-tag = Bibigyan ang thread ng tag na “{ $with }”
watched-with = Ang ilalagay roon, o ang tag
watched-with-hint = Para lang sa dalawang iyon. Ibinibigay ang tag ayon sa sariling pamagat at teksto ng thread.
watched-keep = Bantayan
notice-watched-kept = Binabantayan na ito simula sa susunod na post.
notice-watched-deleted = Hindi na ito binabantayan.
notice-post-held = Nai-post ito at naghihintay ng moderator.
problem-field-watched-text = Mga salita o pattern
problem-field-watched-form = Hanapin bilang
problem-field-watched-deed = Ang mangyayari
problem-field-watched-with = Ang ilalagay roon, o ang tag
problem-watched-no-word = Sumulat ng kahit isang salitang may letra o numero.
problem-watched-words = Hanggang { $limit } salita lang ang isulat.
problem-watched-pattern = Hindi mabasa ang pattern na ito, o masyadong mabigat hanapin.
problem-watched-empty = Makikita ang pattern na ito kahit saan, dahil tugma rin ito sa walang laman.
problem-watched-most = Hanggang { $limit } salita lang ang mababantayan. Magbura muna ng isa.
problem-patterns-most = Hanggang { $limit } pattern lang ang mababantayan. Magbura muna ng isa.
problem-watched-in-post = Hindi puwede ang “{ $words }” sa post dito. Isulat ito sa ibang salita.
held-for-watched = May mga salita rito na tinitingnan muna ng mga moderator.
cases-held-watched = Nakatago ito dahil may mga binabantayang salita rito.
cases-why-watched = Mga binabantayang salita
cases-held-words = Narito: { $words }
incoming-why-blocked = may mga salitang hindi puwede sa post
letter-unposted-blocked = May mga salita rito na hindi puwede sa post dito. Isulat ito sa ibang salita.

## Patalastas

setting-spam-percent = Posibilidad na patalastas, sa porsiyento
setting-spam-percent-hint = Naghihintay ng moderator ang mga unang post ng mga baguhan na ganito o higit pa ang posibilidad na patalastas. Natututo ang forum sa mga pasya ng moderator, at walang pinipigil hangga’t hindi pa nakakakita ng tigsampung post ng bawat uri. Walang pinipigil ang 0.
problem-field-spam-percent = Posibilidad na patalastas
problem-spam-percent = Sumulat ng numero mula 50 hanggang { $limit }, o 0.
