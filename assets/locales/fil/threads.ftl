### Pagbabasa, pagtatanong, pagsagot, at ang ginagawa sa mga thread.

former-member = dating miyembro
role-asker = Nagtanong nito

## Home

home-welcome = Ano ang maitutulong namin?
home-resolved-count = { $count } tanong na ang nalutas dito.
home-categories = Mga kategorya
home-unanswered = Naghihintay ng sagot
home-all-unanswered = Lahat ng wala pang sagot
home-none-waiting = May sagot na ang bawat tanong.
home-resolved = Kakalutas lang
home-all-resolved = Lahat ng nalutas
home-empty = Wala pang mapagtatanungan
home-empty-explained = Gagawin ng administrator ang unang kategorya; pagkatapos ay puwede nang magtanong.
home-make-category = Gawin ang unang kategorya

## Lists

list-title = Mga thread
list-title-tag = Mga thread tungkol sa { $tag }
list-title-both = { $tag } sa { $category }
list-ask = Magtanong
list-standing = Kalagayan
list-order = Ayos
list-tags-here = Mga tag dito
list-tag-everywhere = { $tag } sa lahat ng kategorya
list-all = Lahat
list-unanswered = Wala pang sagot
list-open = Bukas
list-resolved = Nalutas
list-active = Aktibo
list-new = Pinakabago
list-votes = Pinakamaraming boto
list-none = Wala pang thread dito
list-none-explained = Ikaw ang unang magtanong; tiyak na may iba ring nagtataka.
list-none-unanswered = Walang naghihintay ng sagot
list-none-unanswered-explained = May kahit isang sagot ang bawat tanong dito.
list-none-open = Walang bukas na tanong
list-none-open-explained = Nalutas na o sarado ang bawat tanong dito.
list-none-resolved = Wala pang nalulutas dito
list-none-resolved-explained = Nalulutas ang tanong kapag tinanggap ng nagtanong ang isang sagot.

tags-title = Mga tag
tags-explained = Kung tungkol saan ang mga thread, pinakamadalas gamitin muna.
tags-find = Mga tag na nagsisimula sa
tags-none = Walang ganoong tag
tags-none-explained = Ang mga nagtatanong ang gumagawa ng mga tag: hanggang lima sa bawat thread.

## A thread

thread-asked-by = tanong ni
thread-started-by = sinimulan ni
thread-affected = { $count } tao ang may ganito
thread-people = { $count } tao
thread-views = { $count ->
    [0] hindi pa
   *[other] { $count } beses
}
thread-answers = { $count ->
    [0] Wala pang sagot
   *[other] { $count } sagot
}
thread-replies = { $count ->
    [0] Wala pang tugon
   *[other] { $count } tugon
}
thread-me-too = Ganito rin ang sa akin
thread-reopened = Ayon kay { $name }, hindi pa rin ito gumagana,
thread-locked = Naka-lock: mga moderator lang ang makakapag-post dito.
thread-closed-by = Isinara ni { $name }
thread-original = Narito ang sagot:
closed-duplicate = Duplicate: naitanong na ito dati.
closed-off-topic = Wala sa paksa: hindi ito para rito.
closed-unclear = Malabo: walang makaintindi sa itinatanong.
closed-outdated = Lipas na: nalutas na ito ng panahon.
closed-other = Isinara.
order-helpful = Pinakanakatulong muna
order-oldest = Pinakaluma muna

aside-facts = Ang thread na ito
aside-duplicates = Kaparehong tanong, itinanong ulit ({ $count })
fact-category = Kategorya
fact-asked = Sinimulan
fact-active = Huling aktibo
fact-resolved = Nalutas
fact-affected = Apektado
fact-seen = Nakita

step-solved = Talaga bang nalutas na nito?
step-solved-explained = Kung bumalik ang problema, sabihin mo, at bubuksan ulit ang tanong.
step-which = Aling sagot ang nakalutas nito?
step-which-explained = Tanggapin iyon: makikita agad ng susunod na may ganitong tanong.
step-see-answers = Tingnan ang mga sagot
step-wait = Naghihintay ng sagot ang tanong mo
step-wait-explained = Nakikita ito sa home ng mga puwedeng tumulong. Habang naghihintay, i-edit ito para idagdag ang natutuklasan mo.
step-help = Makakatulong ka ba, o ganito rin ang sa iyo?
step-answer = Sumulat ng sagot
step-stuck = Hindi pa rin nalulutas?
step-stuck-explained = Magtanong at sabihin kung ano ang naiiba sa iyo: may sariling sagot ang sarili mong tanong.
step-ask = Itanong ang sa iyo
thread-see-answer = Tingnan ang sagot
aside-similar-questions = Mga katulad na tanong ({ $count })
aside-similar = Mga katulad na thread ({ $count })
aside-similar-articles = Mga artikulo tungkol dito ({ $count })
aside-people = Mga tao rito
reopen-open = Hindi pa rin gumagana
reopen-reason = Ano ang nangyayari ngayon?
reopen-button = Buksan ulit ang tanong
reopen-closed-reason = Bakit ito bubuksan ulit?
reopen-closed-button = Buksan ulit

post-share = Ibahagi
post-edit = I-edit
post-delete = Burahin
post-undelete = Ibalik
post-unaccept = Hindi ito ang solusyon
post-deleted = Nabura: mga moderator lang ang nakakakita nito.
post-actions = Mga aksyon
delete-removal = Ano ito
removal-other = Iba pa
removal-spam = Spam
removal-off-topic = Wala sa paksa
delete-reason = Bakit?
delete-explained = Hindi na ito makikita ng mga mambabasa. Maibabalik ito ng mga moderator sa loob ng 30 araw; pagkatapos ay tuluyang buburahin ang teksto nito.
delete-button = Burahin ito
accept-own = Nalutas nito
accept-on-behalf = Tanggapin para sa nagtanong
comment-label = Ang komento mo
comment-hint = Maikling puna lang. Para tumulong sa tanong, sumulat ng sagot.
comments-label = Mga komento
comments-title = Mga komento
comments-all = { $count ->
    [1] Ipakita ang { $count } komento
   *[other] Ipakita lahat ng { $count } komento
}

answer-heading = Ang sagot mo
reply-heading = Ang tugon mo
answer-label = Ang isusulat mo
answer-hint = Sabihin kung ano ang gagawin, isa-isang hakbang, at kung ano ang dapat mangyari pagkatapos.
answer-button = I-post ang sagot
reply-button = I-post ang tugon
answer-shut = Hindi na tumatanggap ng post ang thread na ito.
answer-sign-in-explained = Mag-sign in para sumagot, magkomento, o magsabing nakatulong ang isang sagot.

act-close = Isara
act-reopen = Buksan ulit
act-move = Ilipat
act-retag = Palitan ang mga tag
act-pin = I-pin
act-unpin = Alisin ang pin
act-lock = I-lock
act-unlock = I-unlock
close-reason = Dahilan
close-original = Ang thread na may parehong tanong
close-original-hint = Para sa duplicate: ang address nito, ang numero nito, o mga salitang makakahanap nito.
close-note = Mensahe sa nagtanong
close-button = Isara ang thread
move-to = Sa kategorya
move-nowhere = Walang ibang kategoryang tumatanggap ng ganitong uri ng thread.
move-button = Ilipat
retag-button = I-save ang mga tag

## Asking and editing

ask-title = Magtanong
ask-explained = Pinakamabilis masagot ang isang problema sa bawat tanong.
ask-choose-hint = Pumili ng kategorya at pindutin ang I-preview para makita kung ano ang hinihingi nito.
ask-button = I-post ang tanong
ask-post-button = I-post
ask-sign-up-button = Mag-sign up at i-post ang tanong
ask-who-are-you = Para makarating sa iyo ang mga sagot
ask-who-explained = Magpapadala kami ng isang email para kumpirmahin ang address mo; itatago ang tanong mo at ipo-post kapag pinindot mo ang button nito.
ask-have-account = May account ako
ask-next = Ang susunod: makikita ito agad ng mga puwedeng tumulong, at lalabas sa ilalim nito ang mga sagot.
ask-next-visitor = Ang susunod: makakatanggap ka ng email, pipindutin mo ang button nito, at ipo-post ang tanong mo.
field-title = Ano ang problema?
field-title-hint = Isang pangungusap, gaya ng sasabihin mo sa katrabaho.
field-category = Kategorya
field-category-choose = Pumili ng isa
field-kind = Ano ito?
kind-question = Tanong
kind-question-hint = Bagay na kayang lutasin ng sagot.
kind-discussion = Talakayan
kind-discussion-hint = Bagay na pag-uusapan; walang sagot na tinatanggap.
kind-announcement = Anunsyo
kind-announcement-hint = Balita mula sa mga nagpapatakbo nito.
field-body = Ano ang nangyari, at ano ang inaasahan mo?
field-body-hint = Ang ginawa mo, ang nakita mo, ang mismong nakasulat sa error. Gumagana ang Markdown.
field-tags = Mga tag
field-tags-hint = Hanggang lima, pinaghihiwalay ng kuwit.
field-reason = Bakit ito binago?
field-reason-hint = Ilang salita para sa kasaysayan.
edit-title = I-edit
edit-reply-title = I-edit ang isinulat mo
edit-comment-title = I-edit ang komento
edit-button = I-save
history-title = Kasaysayan
history-version = Bersyon { $number }
history-none = Hindi pa ito nabago
history-none-explained = Ang bersyong nasa pahina lang ang mayroon.
history-title-changed = Pamagat
history-tags-changed = Mga tag
history-answers-changed = Mga sagot sa itinatanong
history-body-changed = Teksto

## Problems

problem-title-missing = Sumulat ng pamagat: ano ang problema, sa isang pangungusap?
problem-title-short = Sumulat ng pamagat na hindi bababa sa { $limit } karakter.
problem-title-long = Hanggang { $limit } karakter lang ang pamagat. Paikliin ito; sa ibaba ang mga detalye.
problem-body-missing = Isulat kung ano ang nangyari.
problem-body-long = Hanggang { $limit } kB lang ang teksto. Kung mahaba ang log, itira ang bahaging malapit sa error.
problem-control-characters = May mga karakter itong hindi maipapakita. I-paste ito bilang plain text.
problem-comment-missing = Sumulat ng komento.
problem-comment-long = Hanggang { $limit } karakter lang ang komento. Mas mabuting gawing sagot ang mas mahaba.
problem-reason-missing = Sabihin kung bakit, sa ilang salita.
problem-reason-long = Hanggang { $limit } karakter lang ang dahilan.
problem-tag-characters = Mga letra, numero, at + # . - lang ang puwede sa tag.
problem-tag-long = Hanggang { $limit } karakter lang ang tag.
problem-tags-many = Pumili ng hanggang { $limit } tag.
problem-tag-reserved = Address ng forum ang “complete”. Pumili ng ibang tag.
problem-category-missing = Pumili ng kategorya.
problem-kind = Hindi tumatanggap ng ganitong uri ang kategoryang ito. Pumili ng iba.
problem-answer-missing = Sagutan ito: kailangan ito para matulungan ka.
problem-line-long = Hanggang { $limit } karakter lang ito. Paikliin.
problem-missing = Sagutan ito.
problem-choice = Pumili ng isa sa mga nakalista.
problem-thread-locked = Kani-kanina lang ni-lock o isinara ang thread. Kopyahin ang isinulat mo; hindi ito maipo-post dito.
problem-original-missing = Ibigay ang address o numero ng ibang thread.

## What was just done

notice-thread-posted = Na-post na ang tanong mo. Sa ilalim nito lalabas ang mga sagot.
notice-reply-posted = Na-post na ang sagot mo.
notice-comment-posted = Na-post na ang komento mo.
notice-edited = Na-save na ang pagbabago.
notice-unchanged = Walang nabago.
notice-voted = Nabilang na ang boto mo.
notice-unvoted = Binawi na ang boto mo.
notice-me-too = Kabilang ka na sa mga may ganitong problema.
notice-not-me-too = Hindi ka na kabilang sa mga may ganitong problema.
notice-accepted = Tinanggap na. Nalutas na ang tanong, at nasa unahan ang sagot.
notice-unaccepted = Hindi na tinatanggap ang sagot. Bukas na ulit ang tanong.
notice-reopened = Bukas na ulit ang tanong.
notice-closed = Isinara na ang thread.
notice-locked = Naka-lock na ang thread.
notice-unlocked = Tumatanggap na ulit ng post ang thread.
notice-pinned = Mananatili ang thread sa unahan ng kategorya nito.
notice-unpinned = Hindi na mananatili sa unahan ang thread.
notice-moved = Nailipat na ang thread.
notice-retagged = Na-save na ang mga tag.
notice-thread-deleted = Nabura na ang thread.
notice-reply-deleted = Nabura na ang sagot.
notice-comment-deleted = Nabura na ang komento.
notice-undeleted = Naibalik na ito.
