### Pag-alis ng mga salita sa isang thread nang tuluyan.

act-redact = Alisin ang mga salita
redact-title = Alisin nang tuluyan ang mga salita
redact-explained = Inaalis sa thread na ito ang personal na datos o lihim: sa pamagat, mga teksto, bawat naunang bersyon, mga tala, at mga artikulong nagmula rito, pati mga draft. Kakalimutan ito ng paghahanap.
redact-words = Aling mga salita?
redact-words-hint = Eksakto kung paano nakasulat; hindi mahalaga ang malalaking titik at putol ng linya.
redact-reason = Bakit?
redact-reason-hint = Itatago sa log ang dahilan, at sasabihan ang may-akda. Huwag isulat dito ang mga salita.
redact-look = Ipakita kung nasaan
redact-none = Wala saanman sa thread na ito ang mga salitang ito.
redact-found = { $count ->
    [one] { $count } beses itong nakasulat
   *[other] { $count } beses itong nakasulat
}
redact-more = { $count ->
    [one] at sa { $count } pang teksto
   *[other] at sa { $count } pang teksto
}
redact-more-here = { $count ->
    [one] at { $count } beses pa
   *[other] at { $count } beses pa
}
redact-becomes = Ang papalit dito ay { $mark }
redact-for-good = Hindi na ito mababawi: walang magtatago ng mga salita.
redact-button = Alisin nang tuluyan
redact-unseen = hindi mo nakikita
redact-place-title = Isang pamagat
redact-place-text = Ang teksto ng thread
redact-place-answers = Ang isinulat sa template
redact-place-reply = Isang sagot
redact-place-comment = Isang komento
redact-place-version = Isang naunang bersyon
redact-place-note = Isang tala o dahilan
redact-place-file = Isang file
redact-place-article = Isang artikulo
redact-place-proposal = Isang mungkahi
redact-place-message = Isang mensaheng dumating sa koreo
problem-redact-words-missing = I-type ang mga salitang aalisin.
problem-redact-words-short = Mag-type ng hindi bababa sa { $limit } karakter: ang mas maikli ay nasa napakaraming ibang salita.
problem-redact-words-long = Mag-type ng hanggang { $limit } karakter; alisin nang paisa-isang bahagi.
problem-redact-reason-tells = Binabanggit ng dahilan ang mga salita, at nababasa ito ng iba. Sabihin ito nang wala ang mga iyon.
problem-field-redact-words = Mga salita
problem-field-redact-reason = Dahilan
notice-redacted = Wala na ang mga salita. Walang nagtatago ng mga ito.

## Paghihiwalay ng mga sagot

act-split = Ihiwalay
split-title = Ihiwalay ang mga sagot
split-explained = Nagiging sariling thread ang mga sagot na tungkol sa ibang bagay.
split-nothing = Walang sagot sa thread na ito ang maaaring ihiwalay.
split-replies = Aling mga sagot?
split-replies-hint = Ang pinakaluma sa mga ito ang magiging teksto ng bagong thread, sa pangalan ng may-akda nito.
split-name = Pamagat ng bagong thread
split-category = Kategorya
split-reason = Bakit? Binabasa ito ng ibang moderator.
split-will = Sinasabi ng dalawang thread kung saan napunta ang mga sagot, at doon humahantong ang mga address nila. Mababawi ito.
split-button = Ihiwalay
split-from = Inihiwalay ito sa thread na ito:
split-went = Nagpatuloy ang ilang sagot bilang sariling thread:
split-back = Ibalik doon
problem-split-none = Lagyan ng tsek ang kahit isang sagot.
problem-split-many = Lagyan ng tsek ang hanggang { $limit } sagot.
problem-split-gone = Wala na rito ang isa sa mga sagot na ito. Pumili muli.
problem-split-merged = Dumating dito ang isa sa mga sagot dahil sa pagsasama. Bawiin muna iyon, o huwag itong isama.
problem-split-accepted = Tinanggap bilang sagot ang pinakaluma sa mga ito. Iwan ito rito.
problem-split-category = Hindi tumatanggap ng ganitong thread ang kategoryang ito, o ibang tao ang nakakakita nito. Pumili ng iba.
problem-field-split-reply = Mga sagot
problem-field-split-title = Pamagat
problem-field-split-category = Kategorya
problem-field-split-reason = Dahilan
notice-split = Sariling thread na ngayon ang mga sagot.

## Pag-pin hanggang sa isang araw

act-pin-until = I-pin hanggang sa isang araw
pin-until = Hanggang anong araw?
pin-until-hint = Mananatili ito sa itaas ng kategorya nito hanggang magsimula ang araw na iyon (UTC).
pin-until-button = I-pin hanggang noon
problem-field-pin-until = Araw

## Tuluyang pagbura

post-deleted-until = Nabura: mga moderator lang ang nakakakita nito. Maibabalik ito hanggang { $until }; pagkatapos ay tuluyang buburahin ang teksto nito.
post-erased = Tuluyang binura: walang natira sa teksto nito.
notice-erased = Hindi na ito maibabalik: tuluyang binura ang teksto nito, 30 araw pagkatapos itong burahin.

## Mga gawain sa mga pinili

selection-act = Sa mga may tsek
selection-delete = Burahin
selection-close = Isara
selection-lock = I-lock
selection-move = Ilipat
selection-retag = Palitan ang mga tag
selection-go = Magpatuloy
selection-pick = Tsekan ang “{ $title }”
selection-pick-reply = Tsekan
selection-explained = Isang gawain, may isang dahilan. Pinagsasama ito ng log at isang pindot lang ang pagbawi sa lahat.
selection-nothing = Walang magbabago.
selection-back = Bumalik sa mga thread
selection-unchanged = Mananatili kung ano ito
selection-reason = Bakit?
selection-reason-hint = Nasa log ito sa bawat isa, at mababasa ito ng mga may-akda kapag sinabihan sila.
selection-tags = Mga tag
selection-tags-hint = Eksaktong ito ang magiging tag ng bawat thread, pinaghihiwalay ng kuwit; kung wala, aalisin ang mga tag.
problem-field-selection-reason = Dahilan
problem-field-selection-close = Dahilan ng pagsasara
problem-field-selection-category = Kategorya
problem-field-selection-tags = Mga tag
notice-selection-empty = Magtsek ng kahit isa, saka piliin ang gagawin.
notice-selection-many = Hanggang 50 lang ang matsetsekan nang sabay.
notice-selection-done = Tapos na. Mababawi ang lahat ng ito sa isang pindot sa log ng moderasyon.
notice-selection-partly = Nagawa na kung saan maaari; nanatili ang iba. Mababawi ito sa isang pindot sa log ng moderasyon.
notice-selection-undone = Naibalik ang lahat sa dati.
notice-selection-partly-undone = Naibalik sa dati ang mababawi; may sumunod nang pagbabago sa iba.
selection-title-delete = { $count ->
    [one] Burahin ang { $count } post
   *[other] Burahin ang { $count } post
}
selection-title-close = { $count ->
    [one] Isara ang { $count } thread
   *[other] Isara ang { $count } thread
}
selection-title-lock = { $count ->
    [one] I-lock ang { $count } thread
   *[other] I-lock ang { $count } thread
}
selection-title-move = { $count ->
    [one] Ilipat ang { $count } thread
   *[other] Ilipat ang { $count } thread
}
selection-title-retag = { $count ->
    [one] Palitan ang mga tag ng { $count } thread
   *[other] Palitan ang mga tag ng { $count } thread
}
selection-do-delete = { $count ->
    [one] Burahin ang lahat ng { $count }
   *[other] Burahin ang lahat ng { $count }
}
selection-do-close = { $count ->
    [one] Isara ang lahat ng { $count }
   *[other] Isara ang lahat ng { $count }
}
selection-do-lock = { $count ->
    [one] I-lock ang lahat ng { $count }
   *[other] I-lock ang lahat ng { $count }
}
selection-do-move = { $count ->
    [one] Ilipat ang lahat ng { $count }
   *[other] Ilipat ang lahat ng { $count }
}
selection-do-retag = { $count ->
    [one] Ibigay sa lahat ng { $count } ang mga tag na ito
   *[other] Ibigay sa lahat ng { $count } ang mga tag na ito
}
selection-one-of = { $count ->
    [one] isa sa { $count } nang sabay
   *[other] isa sa { $count } nang sabay
}
selection-undo-all = { $count ->
    [one] Bawiin ang lahat ng { $count }
   *[other] Bawiin ang lahat ng { $count }
}
