### Mga tanong na umuulit: kung ano ang iminumungkahi ng mga ito, ang mesa kung saan nagpapasya ang mga moderator, ang naibabalik ng artikulo, at mga biglang pagdami.

menu-repeats = { $count ->
    [0] Mga umuulit na tanong
    [100] Mga umuulit na tanong (100+)
   *[other] Mga umuulit na tanong ({ $count })
}
desk-repeats = { $count ->
    [0] Mga umuulit na tanong
    [100] Mga umuulit na tanong (100+)
   *[other] Mga umuulit na tanong ({ $count })
}
thread-repeats = Itinanong nang { $count } beses: tingnan ang grupo

## The desk

repeats-title = Mga umuulit na tanong
repeats-about = Ang paulit-ulit na itinatanong, at kung ano ang makapagliligtas sa iba sa pagtatanong. Nauuna ang nakaaapekto sa pinakamaraming tao.
repeats-filter = Ipakita
repeats-open = Lahat ng naghihintay
repeats-adopted = Isinusulat
repeats-decided = Napagpasyahan
repeats-none = Walang naghihintay ng pasya
repeats-none-of-kind = Walang ganito na naghihintay
repeats-none-about = Iminumungkahi rito ang isang tanong kapag { $askers } tao na ang nagtanong nito sa ibang salita sa loob ng { $days } araw. Inihahambing ang mga bagong tanong pagdating ng mga ito.
repeats-none-adopted = Walang isinusulat
repeats-none-adopted-about = Nandito ang kinuha mo hanggang mailathala ang artikulo nito.
repeats-none-decided = Wala pang napagpasyahan
repeats-none-decided-about = Nandito ang mga tinanggihan, iniugnay, pinagsama o inilathala, kasama kung sino ang nagpasya.
repeats-question = Tanong
repeats-state = Kalagayan
repeats-asked = itinanong nang { $count } beses
repeats-people = Mga taong apektado
repeats-askers = Mga nagtanong
repeats-me-too = “Ako rin”
repeats-me-toos = { $count } ang mayroon din nito
repeats-views = Mga pagbasa
repeats-growth = Pagdami
repeats-open-share = Hindi pa nalulutas
repeats-unhelpful = Hindi nakatulong
repeats-unresolved = { $open } sa { $count } ({ $share } %)
repeats-per-week = { $whole }.{ $tenth } kada linggo
repeats-figures = Mga bilang
repeats-people-about = Mga nagtanong, “ako rin”, at isa sa bawat { $count } pagbasa. Sa huling apat na linggo ang pagdami.
repeats-by-week = Linggo-linggo
repeats-week = Linggo mula
repeats-asked-in-week = Itinanong

## Proposals

proposal-answer = Kailangan muna ng sagot
proposal-article = Bagong artikulo
proposal-linking = Iugnay sa artikulo
proposal-revision = Baguhin ang artikulo
proposal-answer-about = Ilang tao ang nagtatanong nito, at wala pang sagot na tinanggap o binoto. Sagutin ang isa: kapag tinanggap o binoto ang sagot na iyon, magiging mungkahi ito ng artikulo.
proposal-article-about = Ilang tao ang nagtatanong nito, at wala pang artikulong sumasagot.
proposal-linking-about = May artikulong sumasagot na sa ilan dito. Iugnay ang natitira:
proposal-revision-about = Bukas ulit ang mga tanong na nalutas ng artikulong ito, o mas kaunti ang natutulungan nito:
proposal-answer-next = Dalawang grupo: ang may tsek at ang wala. Magkahiwalay na sila mula ngayon.
proposal-article-next = Bubuksan ng pagkuha ang burador sa editor. Kapag nailathala ang artikulong iyon, sasagutin nito ang mga tanong na may tsek, at makatatanggap ng email ang mga nagtanong. Malulutas nito ang mga bukas; mananatili ang nakalutas sa mga nalutas na.
proposal-linking-next = Sinasagot ng artikulo ang mga tanong na may tsek, at makatatanggap ng email ang mga nagtanong. Malulutas nito ang mga bukas; mananatili ang nakalutas sa mga nalutas na.
proposal-revision-next = Bubuksan nito ang artikulo sa editor.
proposal-since = Iminungkahi
proposal-row-adopted = Kinuha ni { $name }
proposal-row-done = Tinapos ni { $name }
proposal-row-declined = Tinanggihan ni { $name }
proposal-row-merged = Pinagsama ni { $name }
proposal-is-adopted = Kinuha ito ni { $name }. Isinusulat ang artikulo.
proposal-is-done = Nagpasya rito si { $name }, at tapos na ito.
proposal-is-declined = Tinanggihan ito ni { $name }. Babalik ito kapag lumaki nang kalahati ang grupo.
proposal-is-merged = Isinama ito ni { $name } sa ibang grupo.
proposal-is-lapsed = Hindi na ito ganoon at kusang natapos: napunta ang mga tanong sa ibang grupo, binura, o nalutas.
proposal-into = Tingnan ang grupong iyon
proposal-members = Mga tanong na pareho ang itinatanong
proposal-members-count = { $count } tanong
proposal-parts = Mga bahagi
proposal-parts-about = Malaki ang grupong ito. Nasa bawat bahagi ang pinakamagkakatulad; ang bahaging ito lang ang saklaw ng mga tsek mo.
proposal-part = Bahagi { $count }
proposal-read = Basahin
proposal-alone = Hindi pareho
repeats-score = { $percent } %
repeats-why-words = mga salita: { $words }
repeats-why-title = magkatulad ang pamagat
repeats-why-tags = mga tag: { $tags }
repeats-why-meaning = pareho ang kahulugan
repeats-why-people = dahil sinabi ng mga tao
repeats-why-unknown = Malalaman ang puntos kapag handa na ang index ng paghahanap.
settled-open = hindi pa nalulutas
settled-accepted = may tinanggap na sagot
settled-closed = sarado
settled-article = sinagot ng artikulong
proposal-adopt = Kunin at isulat ang artikulo
proposal-revise = Baguhin ang artikulo
proposal-link = Iugnay at sabihan ang mga nagtanong
proposal-split = Gawing dalawang grupo: may tsek at wala
proposal-decline-heading = Tanggihan
proposal-decline-reason = Bakit hindi?
proposal-decline-hint = Mababasa ito rito ng iba. Babalik ang mungkahi kapag lumaki nang kalahati ang grupo.
proposal-decline = Tanggihan
proposal-merge-heading = Isama sa ibang grupo
proposal-merge-other = Ang ibang grupo
proposal-merge-hint = Pareho ang itinatanong: isang grupo na sila mula ngayon.
proposal-merge-choose = Pumili ng grupo
proposal-merge = Pagsamahin
proposal-typed = Ang isinulat mo
proposal-put-back = Ibalik
proposal-go-on = Ituloy ang pagsulat
proposal-draft = Burador
proposal-draft-about = Binuo mula sa mga tinanggap at binotong sagot. Sinasabi ng bawat pangungusap kung saang sagot ito galing.
article-from-proposal = Sinimulan mula sa mga umuulit na tanong. Suriin ang bawat salita: kapag nailathala ang artikulong ito, sasagutin nito ang mga tanong na iniwan mong may tsek, at makatatanggap ng email ang mga nagtanong.
proposal-outrun = Walang napagpasyahan: nagbago ito habang tinitingnan mo. Narito ang nakita mo at ang lagay ngayon. Magpasya ulit sa ibaba.
proposal-outrun-decided = Walang ginawa: may nagpasya na rito habang tinitingnan mo. Nasa ibaba kung sino ang nagpasya ng ano.
proposal-seen = Ang nakita mo
proposal-now = Ang lagay ngayon
proposal-left = wala na rito
proposal-joined = bago
proposal-gone = at { $count } na binura
problem-ticked = Maglagay ng tsek sa kahit isang tanong, at mag-iwan ng kahit isa kung gagawin itong dalawang grupo.
problem-field-ticked = Mga tanong
problem-field-other = Ang ibang grupo
notice-proposal-declined = Tinanggihan ito. Babalik ito kapag lumaki nang kalahati ang grupo.
notice-proposal-linked = Naiugnay ang mga tanong, at makatatanggap ng email ang mga nagtanong.
notice-proposal-linked-some = Naiugnay ang mga tanong, maliban sa ilang hindi tumatanggap nito: naka-lock, o hindi lahat ng nagbabasa ng mga ito ay puwedeng magbasa ng artikulo. Makatatanggap ng email ang iba.
notice-proposal-merged = Iisa na ang dalawang grupo.
notice-proposal-split = Magkahiwalay na sila mula ngayon.
notice-proposal-put-back = Naghihintay ulit ito ng pasya.
log-act-decline-proposal = Tinanggihan ang mungkahi para sa
log-act-join-repeats = Sinabing kapareho ng ibang grupo:
log-act-part-repeats = Inihiwalay sa grupo nito:

## Payback

payback-heading = Naibabalik
payback-sentence = { $before } dati ({ $count-before } sa { $weeks-before } linggo), { $since } mula noon ({ $count-since } sa { $weeks-since } linggo).
payback-numbers = Ang mga bilang sa likod nito
payback-article = Artikulo
payback-before = Dati
payback-since = Mula noon
payback-published = Inilathala
payback-count = Itinanong mula noon

## Outbreaks

outbreak-heading = { $count } tao ang biglang nagtatanong:
outbreak-about = Higit na marami iyon kaysa karaniwan. Kung may nasira, ipaalam ito bilang kilalang problema para hindi na kailangang magtanong ang iba.

## Settings

setting-repeats = Mga umuulit na tanong
setting-fewest-askers = Mga taong kailangang magtanong ng pareho
setting-fewest-askers-hint = Mula 2 hanggang 100. Mula sa bilang na ito, nagmumungkahi ng artikulo ang mga umuulit na tanong.
setting-proposal-days = Sa loob ng ilang araw
setting-proposal-days-hint = Mula 7 hanggang 3650. Pagkatapos ng import, minsang binibilang ang lahat ng panahon.
setting-tells-outbreaks = Sabihan ang mga moderator sa email kapag biglang itinanong ng marami ang isang tanong
setting-tells-outbreaks-hint = Nasa itaas pa rin ito ng mga pahina nila.
problem-fewest-askers = Mag-type ng buong numero mula 2 hanggang 100.
problem-proposal-days = Mag-type ng buong numero mula 7 hanggang 3650.
problem-field-fewest-askers = Mga taong kailangang magtanong ng pareho
problem-field-proposal-days = Sa loob ng ilang araw

## Letters

job-outbreak-noticed = Email: biglang itinatanong ng marami ang isang tanong
letter-article-why = Itinanong mo ang “{ $question }”. Sinasagot na ito ng artikulong “{ $article }”, at nalutas na ang tanong.
letter-article-why-settled = Itinanong mo ang “{ $question }”. Nalutas na ito; sinasagot na rin ito ngayon ng artikulong “{ $article }”.
letter-article-not-working = Kung ayaw pa ring gumana, sabihin ito sa ilalim ng tanong mo: { $address }
letter-outbreak-subject = Marami ang nagtatanong ng pareho sa { $site }
letter-outbreak-what = { $count } tao ang biglang nagtatanong: “{ $question }”
letter-outbreak-do = Higit na marami iyon kaysa karaniwan. Kung may nasira, ipaalam ito bilang kilalang problema para hindi na kailangang magtanong ang iba.
letter-outbreak-button = Basahin ang tanong
letter-outbreak-once = Isang beses mo lang matatanggap ang email na ito, gaano man karami ang magtanong.
