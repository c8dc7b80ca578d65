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
held-for-hasty = Ipinadala ito agad pagkabukas ng form, kaya titingnan muna ito ng moderator.
cases-held-hasty = Nakatago ito dahil ipinadala ng isang baguhan nang mas mabilis kaysa sa pagsulat ng tao.
cases-why-hasty = Masyadong mabilis ipinadala
held-for-trapped = May napunang field sa form na hindi nakikita ng tao, kaya titingnan muna ito ng moderator.
cases-held-trapped = Nakatago ito dahil napunan ang isang field na hindi nakikita ng tao: baka program ang nagpadala.
cases-why-trapped = Pinunan ng program
held-for-doubted = Hindi pa natitingnan ng moderator ang account mo. Hanggang doon, maghihintay ang mga post mo.
cases-held-doubted = Nakatago ito dahil nag-sign up ang sumulat na gaya ng program, at naghihintay pa.
cases-why-doubted = Bagong account
incoming-why-blocked = may mga salitang hindi puwede sa post
letter-unposted-blocked = May mga salita rito na hindi puwede sa post dito. Isulat ito sa ibang salita.

## Patalastas

setting-spam-percent = Posibilidad na patalastas, sa porsiyento
setting-spam-percent-hint = Naghihintay ng moderator ang mga unang post ng mga baguhan na ganito o higit pa ang posibilidad na patalastas. Natututo ang forum sa mga pasya ng moderator, at walang pinipigil hangga’t hindi pa nakakakita ng tigsampung post ng bawat uri. Walang pinipigil ang 0.
problem-field-spam-percent = Posibilidad na patalastas
problem-spam-percent = Sumulat ng numero mula 50 hanggang { $limit }, o 0.
setting-fewest-seconds = Segundong ginugugol ng baguhan sa pagsulat
setting-fewest-seconds-hint = Naghihintay ng moderator ang ipinadala ng baguhan nang mas maaga rito pagkabukas ng form. Walang pinipigil ang 0.
problem-field-fewest-seconds = Segundong ginugugol ng baguhan sa pagsulat
problem-fewest-seconds = Sumulat ng numero mula 0 hanggang { $limit }.
unseen-field = Iwanang walang laman
problem-unseen-field = May napunang field na hindi nakikita ng tao, baka ng program na nagpupuno ng form. Wala na ulit itong laman: ipadala ulit ang form.

## Pag-sign up

setting-proof = Pag-sign up
setting-proof-bits = Gawain sa pag-sign up
setting-proof-bits-hint = Kung ilang zero bit ang kakalkulahin ng browser habang nagsa-sign up: mga isang segundo sa telepono ang 14, at dumodoble sa bawat dagdag. Naghihintay ng moderator ang hindi nakapagpakita nito. Walang hinihingi ang 0.
setting-plain-question = Tanong para sa browser na walang JavaScript
setting-plain-question-hint = Hindi na kailangang magpakita ng gawain ang makasagot nito. Kung walang tanong, titingnan ng moderator sila at ang mga unang post nila.
setting-plain-answer = Ang sagot nito
setting-plain-answer-hint = Hindi mahalaga ang malalaking letra at mga espasyo.
problem-field-proof-bits = Gawain sa pag-sign up
problem-proof-bits = Sumulat ng numero mula 0 hanggang { $limit }.
problem-field-plain-question = Tanong para sa browser na walang JavaScript
problem-field-plain-answer = Sagot sa tanong
problem-plain-answer = Hindi ito ang sagot. Subukan ulit.
plain-answer-hint = Hindi ito masasagot ng program.
proof-waits = Sandali lang: may kinakalkula ang browser mo
proof-done = Tapos na ang kalkulasyon.
proof-going = % porsiyento na ang nakalkula
proof-progress = Nakalkula
proof-without = Kung walang JavaScript, titingnan ng moderator ang mga unang post mo bago makita ng iba.
log-act-let-in = Pinapasok matapos tingnan ang pag-sign up:
log-act-doubt = Pinaghintay muli para tingnan ang pag-sign up:

## Mga nag-sign up na gaya ng program

doubts-title = Mga bagong account
doubts-one = Ang bagong account ni { $name }
doubts-about = Hanggang magpasya ka, naghihintay sa pila ang mga unang post niya. Walang nababago sa mga naghihintay nang post kapag pinapasok siya.
doubts-why-unproven = Hindi ginawa ng browser niya ang gawain sa pag-sign up: walang JavaScript, o program ang nag-sign up.
doubts-why-hasty = Ipinadala ang tanong sa pag-sign up niya nang mas mabilis kaysa sa pagsulat ng tao.
doubts-why-burst = Marami pang nag-sign up mula sa iisang network sa loob ng isang oras.
doubts-row-unproven = Walang ipinakitang gawain
doubts-row-hasty = Masyadong mabilis
doubts-row-burst = Marami mula sa iisang network
doubts-let-in = Papasukin
doubts-remove = Alisin kasama ang lahat ng isinulat
doubts-open = Tingnan ang pahina niya
doubts-decided-let-in = Pinapasok na siya.
doubts-decided-removed = Inalis na siya kasama ang lahat ng isinulat.
doubts-last-let-in = Pinapasok mo si { $name }.
doubts-last-removed = Inalis mo si { $name }.

## Pagsuri sa narito na

scan-title = Suriin ang narito na
scan-about = Sinusuri ang bawat thread, sagot at komentong narito na, pati ang mga in-import, para sa mga binabantayang salita na hindi puwedeng i-post o naghihintay ng moderator. Tinitingnan din kung mukhang patalastas ang isinulat ng mga baguhan, at ang dinala ng import na hindi pa inaangkin ng sumulat ang account. Pumupunta sa mesa ang makikita at nananatili sa kinalalagyan nito hanggang magpasya ang moderator. Hindi na bumabalik ang minsang hinayaan ng moderator.
scan-words-only = Hindi pa makilala ang patalastas dahil kaunti pa ang napagpasyahang post ng mga moderator, o dahil nakapatay ito. Mga binabantayang salita lang ang makikita.
scan-begin = Suriin ang lahat
scan-go-on = Ituloy
scan-going = May pagsuring nagaganap: { $percent } porsiyento na ang natingnan.
scan-ended = Natapos ang huling pagsuri
scan-found = { $count ->
    [0] Wala itong dinala sa mesa.
    [one] Isang post ang dinala nito sa mesa.
   *[other] { $count } post ang dinala nito sa mesa.
}
scan-full = Tumigil ito roon para maayos muna ang mesa. Magpapatuloy ang susunod na pagsuri pagkatapos ng natingnan na.
scan-given-up = Nakatigil ito dahil isinuko ang gawain nito. Ituloy ito, at magsisimula ito kung saan tumigil.
notice-scan-begun = Nagsimula na ang pagsuri. Pupunta sa mesa ang makikita nito.
notice-scan-running = May pagsuring nagaganap na.
job-scan-posts = Suriin ang narito na para sa patalastas
cases-found-watched = May nakita ang pagsuri na mga binabantayang salita rito.
cases-found-spam = Ayon sa pagsuri, mukha itong patalastas.
cases-found-shown = Hindi ito nakatago: nananatili ito sa kinalalagyan hanggang magpasya ka.
cases-row-found = nakita ng pagsuri
