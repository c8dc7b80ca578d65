### Mga flag, mga pinipigil na post, at ang mesa ng mga moderator.

menu-moderation = { $count ->
    [0] Moderasyon
    [100] Moderasyon (100+)
   *[other] Moderasyon ({ $count })
}

## Sa isang post

post-flag = I-flag
post-flagged = Na-flag mo na ito
post-case = Naghihintay ito sa mesa
post-held = Pinipigil para sa moderator: ang may-akda at mga moderator lang ang nakakakita nito.

## Ang nakikita ng may-akda

held-title = Naghihintay ng moderator
held-thread = Naghihintay ng moderator ang thread mo. Ikaw at ang mga moderator lang ang nakakakita nito.
held-reply = Naghihintay ng moderator ang post mo. Ikaw at ang mga moderator lang ang nakakakita nito.
held-comment = Naghihintay ng moderator ang komento mo. Ikaw at ang mga moderator lang ang nakakakita nito.
held-for-flagged = Ilang miyembro ang nag-flag nito.
held-for-spam = Mukha itong patalastas.
held-as-spam = Sabi nila, patalastas ito.
held-as-rude = Sabi nila, bastos ito.
held-as-personal = Sabi nila, may personal na datos o lihim dito.
held-as-off-topic = Sabi nila, hindi ito para rito.
held-as-other = Nagbigay sila sa mga moderator ng sariling dahilan.
held-next = Titingnan ito ng moderator at magpapasya siya. Wala kang kailangang gawin.

## Ang pahina ng pag-flag

flag-title-thread = I-flag ang thread na ito
flag-title-reply = I-flag ang post na ito
flag-title-comment = I-flag ang komentong ito
flag-about = Titingnan ito ng mga moderator. Hindi malalaman ng may-akda kung sino ang nag-flag.
flag-reason = Ano ang mali rito?
flag-spam = Patalastas
flag-spam-hint = May ibinebenta, o humahantong sa kung saang walang humingi.
flag-rude = Bastos
flag-rude-hint = Nang-iinsulto, nananakot o nangungutya.
flag-personal = Personal na datos o lihim
flag-personal-hint = May ipinapakitang adres, numero, susi o password.
flag-off-topic = Hindi para rito
flag-off-topic-hint = Tungkol sa bagay na hindi saklaw ng forum na ito.
flag-other = Iba pa
flag-other-hint = Sabihin sa ibaba kung ano.
flag-words = Dagdag para sa mga moderator
flag-words-hint = Sapat na ang isang pangungusap. Mga moderator lang ang babasa nito.
flag-button = I-flag ito
flag-given = Na-flag mo ito bilang:
flag-waits = Titingnan ito ng isang moderator.
flag-decided = Natingnan na ito ng moderator at napagpasyahan na.
flag-withdraw = Bawiin ang flag
flag-misused = Maayos pala ang karamihan sa na-flag mo kamakailan, kaya mas magaan muna ang mga flag mo. Kung nag-aalangan, sagutin na lang ang may-akda. Bibigat muli ang mga flag na tama.
problem-flag-reason = Piliin kung ano ang mali rito.
problem-flags-a-day = Naka-flag ka na ng { $limit } post sa isang araw. Ituloy bukas.
problem-field-flag-reason = Ano ang mali rito
problem-field-flag-words = Dagdag para sa mga moderator
notice-flagged = Na-flag na. Titingnan ito ng isang moderator.
notice-flagged-hidden = Na-flag na. Nakatago ito hanggang matingnan ng moderator.
notice-flagged-before = Na-flag mo na ito dati.
notice-flagged-gone = Nakatago na ito. Wala nang kailangang i-flag.
notice-unflagged = Nabawi na ang flag mo.

## Ang mesa

cases-title = Mesa ng moderator
cases-about = Ang mga na-flag ng mga miyembro, ang mga pinipigil at ang mga nakita ng pagsuri: una ang pinakanakakapinsala, saka ang pinakamatagal.
cases-begin = Simulan
cases-none-title = Walang naghihintay
cases-none = Walang post na na-flag, pinipigil o nakita ng pagsuri.
cases-elsewhere = Naghihintay rin
cases-proposals = { $count ->
    [0] Mga umuulit na tanong: walang mungkahi
    [one] Mga umuulit na tanong: isang mungkahi
    [100] Mga umuulit na tanong: 100 mungkahi o higit pa
   *[other] Mga umuulit na tanong: { $count } mungkahi
}
cases-anomalies = { $count ->
    [0] Mga oras na hindi maaaring totoo: wala
    [one] Mga oras na hindi maaaring totoo: isang tanong
    [100] Mga oras na hindi maaaring totoo: 100 tanong o higit pa
   *[other] Mga oras na hindi maaaring totoo: { $count } tanong
}
cases-log = Talaan ng moderasyon
cases-case-thread = Thread ni { $name }
cases-case-reply = Post ni { $name }
cases-case-comment = Komento ni { $name }
cases-came = dumating sa mesa ng moderator
cases-claimed = Tinitingnan ito ni { $name }.
cases-hidden = Nabura ito: mga moderator lang ang nakakakita.
cases-held-flagged = Nakatago ito dahil sapat ang bigat ng mga flag ng mga miyembro.
cases-held-spam = Nakatago ito dahil mukha itong patalastas.
cases-thread-deleted = Nabura ang thread na kinalalagyan nito.
cases-decided-kept = Hinayaan ito ni { $name }.
cases-decided-deleted = Binura ito ni { $name }.
cases-decided-spam = Binura ito ni { $name } bilang patalastas.
cases-decided-closed = Isinara ni { $name } ang thread.
cases-decided-lapsed = Wala nang kailangang pagpasyahan.
cases-flags = Mga flag
cases-more-flags = { $count ->
    [one] at isa pa
   *[other] at { $count } pa
}
cases-light = mali ang karamihan sa mga flag niya hanggang ngayon
cases-reason = Bakit, para sa may-akda
cases-reason-hint = Mababasa ito ng may-akda kapag nagbura o nagsara ka.
cases-keep = Hayaan
cases-restore = Ibalik
cases-delete = Burahin
cases-spam = Burahin bilang patalastas
cases-close = Isara dahil wala sa paksa
cases-put-back = Magpasya muli
cases-others = Nang hindi nagpapasya
cases-edit = I-edit muna
cases-give-back = Iwan sa iba
cases-next = Susunod
cases-open = Tingnan sa thread nito
cases-last-kept = Hinayaan mo ito: { $title }
cases-last-deleted = Binura mo ito: { $title }
cases-last-spam = Binura mo ito bilang patalastas: { $title }
cases-last-closed = Isinara mo ito: { $title }
cases-undo = I-undo
cases-queue = Lahat ng naghihintay
cases-row-thread = Thread
cases-row-reply = Post
cases-row-comment = Komento
cases-row-held = nakatago
cases-why-flagged = Na-flag
cases-why-spam = Mukhang patalastas
cases-with = tinitingnan ni { $name }
problem-decision = Pindutin ang isa sa mga button.
problem-field-decision = Pasya
notice-desk-empty = Iyon na ang huli.
notice-decided-before = May iba nang nagpasya nito.
notice-given-back = Iniwan na ito sa iba.
notice-put-back = Nabawi ang pasya. Naghihintay itong muli.

## Mga key sa mesa

shortcuts-desk = Sa mesa ng mga moderator
shortcut-desk-next = Simulan, o iwan ito sa iba at magpatuloy
shortcut-desk-keep = Hayaan, o ibalik
shortcut-desk-delete = Burahin
shortcut-desk-spam = Burahin bilang patalastas
shortcut-desk-close = Isara ang thread dahil wala sa paksa
shortcut-desk-why = Isulat kung bakit; pabalik ang Escape
shortcut-desk-edit = I-edit muna
shortcut-desk-open = Tingnan sa thread nito
shortcut-desk-undo = I-undo ang huling pasya

## Ang talaan, mga tungkulin, mga abiso

moderation-undo = I-undo
moderation-undo-button = I-undo
moderation-was = mula sa { $was }
moderation-became = naging { $became }
notice-act-undone = Nabawi na ang ginawa.
notice-act-not-undone = Hindi na ito umiiral, o may mas bagong humahadlang. Tingnan ang thread.
log-act-hold = Pinigil para sa moderator:
log-act-dismiss = Hinayaan kung ano ito:
log-act-put-back = Binawi ang pasya tungkol sa
verb-flag = Mag-flag ng isinulat ng iba
verb-decide = Magpasya sa na-flag o pinipigil
told-moderated-hold = Naghihintay ng moderator ang thread mo
told-moderated-hold-post = Naghihintay ng moderator ang post mo

## Mga setting

admin-moderation = Moderasyon
admin-moderation-explained = Kung kailan kusang nagtatago ang isang post hanggang matingnan ng moderator.
setting-members-to-hide = Mga miyembrong nagtatago ng post
setting-members-to-hide-hint = Ilang miyembrong may magandang rekord ang kailangang mag-flag ng post bago ito kusang magtago. Mas mabigat ang flag ng mga helper at moderator; mas magaan ang sa mga baguhan at sa mga madalas magkamali. Kapag 0, walang kusang nagtatago.
problem-members-to-hide = Maglagay ng buong bilang mula 0 hanggang { $limit }.
problem-field-members-to-hide = Mga miyembrong nagtatago ng post
