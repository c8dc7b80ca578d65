### Mga artikulo: binabasa ayon sa seksyon, isinusulat ng mga nangangalaga sa forum, at iniuugnay sa mga thread na sinasagot ng mga ito.

menu-articles = Mga artikulo
menu-article-desk = Mesa ng mga artikulo

## Reading

articles-title = Mga artikulo
articles-about = Mga sagot na minsang isinulat at pinananatiling tama.
articles-helpful = Pinakamaraming natulungan
articles-viewed = Pinakamadalas basahin
articles-none = Wala pang artikulo
articles-none-reader = Magtanong na lang: makikita agad ng mga puwedeng tumulong ang tanong mo.
articles-none-writer = Gagawin ng administrator ang unang seksyon; pagkatapos ay puwede nang magsulat ng mga artikulo.
articles-none-admin = Nasa mga seksyon ang mga artikulo. Gawin ang una; sapat na ang dalawa o tatlo sa simula.
sections-label = Mga seksyon
section-articles = { $count ->
    [0] Walang artikulo
   *[other] { $count } artikulo
}
section-none = Wala pang artikulong direktang nasa seksyong ito.
article-views = { $count ->
    [0] hindi pa nababasa
   *[other] binasa nang { $count } beses
}
faq-title = Pinakamadalas itanong
faq-about = Ang mga tanong na paulit-ulit na lumalabas, na may maiikling sagot.
faq-link = Ang pinakamadalas itanong, na may maiikling sagot
article-is-draft = Burador
article-is-in-review = Sinusuri
article-is-retired = Inalis na
article-reviewed-at = Huling sinuri
article-edited-at = Huling binago
article-contents = Nilalaman
article-languages = Iba pang wika
article-see-also = Tingnan din
article-facts = Ang artikulong ito
article-fact-published = Inilathala
article-fact-reviewed = Sinuri
article-fact-author = Isinulat ni
article-fact-reviewer = Sinuri ni
article-fact-owner = Inaalagaan ni
article-answers = Sumasagot sa { $count } tanong
article-answers-more = Sumasagot sa mahigit { $count } tanong
article-answered = Mga tanong na sinasagot nito

## Did this help?

opinion-heading = Nakatulong ba ito?
opinion-button-yes = Oo
opinion-button-no = Hindi
opinion-reason = Ano ang kulang o mali?
opinion-reason-hint = Babasahin ito ng nangangalaga sa artikulo. Huwag magsulat ng tungkol sa sarili mo.
opinion-send = Ipadala
opinions-heading = Sabi ng mga mambabasa
opinions-share = Nakatulong sa { $share } % ng { $count } mambabasang nagsabi.
opinion-was-yes = Nakatulong
opinion-was-no = Hindi nakatulong
notice-opinion-yes = Naitala: nakatulong ito. Salamat.
notice-opinion-no = Naitala: hindi ito nakatulong. Makikita ito ng nangangalaga sa artikulo.
notice-opinion-known = Nabilang na ang opinyon mo.

## Writing

article-new = Bagong artikulo
article-edit = I-edit ang artikulo
article-save-draft = I-save ang burador
article-no-section = Wala pang seksyon
article-field-title = Ano ang sinasagot nito?
article-field-title-hint = Gaya ng pagtatanong ng mga tao, o ng paghahanap nila.
article-field-lead = Ang maikling sagot
article-field-lead-hint = Isa o dalawang pangungusap na nakakatulong sa hindi na magbabasa pa.
article-field-body = Ang buong sagot
article-field-body-hint = Mga hakbang ayon sa pagkakasunod ng paggawa. Nagiging talaan ng nilalaman ang mga heading.
article-field-section = Seksyon
article-field-language = Wika
article-field-original = Ang parehong artikulo sa ibang wika
article-field-original-hint = Ang address o numero nito, kung salin ito niyon.
article-field-see-also-hint = Mga address o numero ng hanggang walong ibang artikulo, na pinaghihiwalay ng espasyo.
article-field-owner = Pinananatiling tama ni
article-field-owner-hint = Pangalan ng isang moderator o ng isang nasa staff.
article-field-review = Tingnan ulit sa
article-field-review-hint = Mula sa araw na iyon, lilitaw ang artikulo sa mesa bilang dapat nang suriin.
article-acts = Ang magagawa sa artikulong ito
article-hand-in = Ipasa para suriin
article-hand-back = Ibalik sa burador
article-publish = Ilathala
article-retire = Alisin
article-bring-back = Ibalik bilang burador
article-look-over = Tama pa rin ito
article-restored = Bumalik sa bersyon { $number }
problem-article-cites-deleted = May binabanggit na sagot na binura na ang artikulo. Alisin ang pagbanggit, o lagyan ng tsek ang kahon sa dulo ng form.
article-despite-deleted = I-publish kahit binura na ang isang sagot na binabanggit nito; sasabihin ito sa mga mambabasa.
article-cites-deleted = { $count ->
    [one] Binura na ang isang sagot na binabanggit ng artikulong ito.
   *[other] Binura na ang { $count } sagot na binabanggit ng artikulong ito.
}
article-deleted-citation = Ang sagot ni { $name } sa “{ $title }”
problem-article-outrun = May ibang nag-save ng artikulong ito habang nagsusulat ka. Walang nawala sa isinulat mo: nasa form ito. Kapag na-save ulit, papalitan nito ang bersyon nila, na mananatili sa kasaysayan.
article-raced-differences = Mula sa bersyon nila papunta sa iyo
history-lead-changed = Maikling sagot
history-restore = Bumalik sa bersyong ito
notice-article-written = Na-save na ang burador. Ipasa ito kapag handa na.
notice-article-saved = Na-save na ang artikulo.
notice-article-draft = Burador na ulit ito.
notice-article-review = Naghihintay na ito ng pagsusuri, at nasa mesa ng mga artikulo.
notice-article-published = Nailathala na. Nababasa na ito ng mga mambabasa nito.
notice-article-retired = Inalis na: hindi na ito nakikita ng mga mambabasa. Mananatiling lutas ang nalutas nito.
notice-article-reviewed = Naitala: tama pa rin ito. Dapat itong suriin ulit pagkalipas ng kalahating taon.
notice-article-cites-deleted = Walang nabago: may binabanggit na sagot na binura na ang artikulo. Alisin ang pagbanggit, o lagyan ng tsek ang kahon sa tabi ng pindutan.
notice-article-raced = Walang nabago: may nagbago ng artikulo habang naroon ka. Ganito na ito ngayon.

## The desk

desk-title = Mesa ng mga artikulo
desk-about = Ang naghihintay ng pagsusuri, ang dapat nang tingnan, at ang binabasa pero hindi nakakatulong.
desk-clear = Walang naghihintay
desk-clear-about = Lilitaw dito ang mga burador, ang mga susuriin, at ang mga hindi nakakatulong.
desk-in-review = Naghihintay ng pagsusuri
desk-due = Dapat nang tingnan ulit
desk-cites-deleted = Bumabanggit ng sagot na binura na
desk-unhelpful = Binabasa, pero hindi nakakatulong
desk-drafts = Mga burador
desk-retired = Mga inalis na artikulo
desk-article = Artikulo
desk-edited = Binago
desk-review = Dapat suriin
desk-views = Pagbasa
desk-yes = Nakatulong
desk-no = Hindi nakatulong
desk-missing = Hinahanap, hindi pa naisusulat
desk-missing-about = Ang hinanap ng mga tao nang tatlong beses o higit pa sa loob ng 30 araw na wala sa alinmang artikulo. Kapag mayroon na, mawawala ito sa listahang ito.
desk-missing-count = Mga paghahanap na walang artikulo
desk-missing-write = Isulat ito

## Articles and threads

act-link = Iugnay ang artikulo
link-suggested = Baka masagot ito ng mga ito:
link-found = Nahanap ng mga salitang ito:
link-none-suggested = Mukhang walang artikulong sumasagot sa thread na ito.
link-answers = Sinasagot ito
link-related = Kaugnay
link-address = Iba pang artikulo
link-address-hint = Ang address, numero, o mga salitang makakahanap dito.
link-kind = Ano ito sa thread na ito
link-button = Iugnay
link-remove = Bawiin ang ugnay
link-mentioned = Binabanggit ng sagot na ito ang artikulong “{ $title }”. Iugnay ito sa thread?
thread-article-resolved = Nalutas ng isang artikulo
thread-article-answers = Sinasagot din ito ng isang artikulo
thread-article-by = iniugnay ni { $name }
thread-article-confirmed = Sabi ng nagtanong, gumana ito
aside-articles = Mga artikulo tungkol dito
step-article = Nalutas ba ito ng artikulo?
step-article-explained = Kung hindi, sabihin kung ano ang nangyayari, at bubuksan ulit ang tanong mo.
step-article-solved = Nalutas
notice-article-answers = Iniugnay na ang artikulo bilang sagot.
notice-article-related = Iniugnay na ang artikulo.
notice-article-unlinked = Binawi na ang ugnay.
notice-article-confirmed = Mabuti naman. Mananatiling lutas ang tanong.
verb-link-article = Mag-ugnay ng artikulo sa thread
verb-write-article = Sumulat at magbago ng mga artikulo; sumusulat ng burador ang staff
verb-review-article = Magsabing tama ang isang artikulo
verb-publish-article = Maglathala at mag-alis ng mga artikulo
log-act-link = Nag-ugnay ng artikulo sa
log-act-unlink = Binawi ang ugnay ng artikulo sa

## Sections

admin-sections = Mga seksyon
sections-about = Kung nasaan ang mga artikulo, sa ganitong ayos. Puwedeng maglaman ng iba ang isang seksyon, isang antas lang.
sections-none = Wala pang seksyon
sections-none-about = Nasa mga seksyon ang mga artikulo. Gawin ang una.
section-new = Bagong seksyon
section-name = Pangalan
section-article-count = Mga artikulo
section-parent = Nasa loob ng
section-at-top = Wala sa ibang seksyon
section-make = Gawin ang seksyon
notice-section-made = Nariyan na ang seksyon, at puwede nang magsulat ng mga artikulo para rito.
notice-section-saved = Na-save na ang seksyon.
notice-section-moved = Na-save na ang ayos.
notice-section-deleted = Nabura na ang seksyon.
notice-section-not-empty = Hindi ito nabura: may mga artikulo o seksyon pa sa loob. Ilipat muna ang mga ito; kasama sa bilang ang mga burador at inalis na artikulo.

## Problems

problem-section = Pumili ng seksyong naroon.
problem-section-deep = Isang antas lang ang mga seksyon sa loob ng iba: pumili ng wala sa loob ng iba, at hindi maililipat doon ang seksyong may laman na iba.
problem-article-unknown = Ibigay ang address o numero ng artikulong naroon.
problem-article-choose = Pumili ng isa sa mga nahanap ng mga salita, o mag-type ng iba.
problem-article-unpublished = Walang ganoong artikulo, o hindi pa ito nailathala.
problem-article-not-for-all = Hindi lahat ng nagbabasa ng thread na ito ay puwedeng magbasa ng artikulong iyon. Iugnay ito bilang kaugnay.
problem-article-original = Ibigay ang address o numero ng ibang artikulo, at hindi ng may sarili nang mga salin.
problem-article-language-taken = Mayroon na ang artikulong iyon sa wikang ito. Iyon na lang ang baguhin.
problem-article-owner = Walang sumusulat ng artikulo na ganito ang pangalan. Iwanang blangko, o pangalanan ang isang moderator o nasa staff.
problem-article-body-missing = Isulat ang sagot.
problem-see-also-many = Magbigay ng hanggang { $limit } ibang artikulo lang.
problem-day = Magbigay ng petsa gaya ng 2027-01-31.
problem-field-section = Seksyon
problem-field-short-answer = Maikling sagot
problem-field-see-also = Tingnan din
problem-field-owner = Pinananatiling tama ni
problem-field-review-on = Tingnan ulit sa
problem-field-article = Artikulo
problem-field-parent = Nasa loob ng
