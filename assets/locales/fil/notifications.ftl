## Ang ipinaalam sa isang tao: ang kampana, ang pahina, at kung gaano karami ang gusto nilang marinig.

bell-label = { $count ->
    [0] Mga abiso, nabasa na lahat
    [one] Mga abiso, { $count } hindi pa nababasa
   *[other] Mga abiso, { $count } hindi pa nababasa
}
bell-label-many = Mga abiso, higit sa { $count } hindi pa nababasa

notifications-title = Mga abiso
notifications-explained = Ang tungkol sa iyo, at ang binabantayan mo.
notifications-none-title = Wala pa
notifications-none = Lalabas dito ang mga sagot sa mga tanong mo, ang mga komento sa mga post mo, at ang binabantayan mo.
notifications-read-all = Markahang nabasa ang lahat
notifications-read-one = Markahang nabasa
notifications-unread = Bago
notifications-choose = Ang gusto mong marinig
notice-notifications-read = Minarkahan nang nabasa ang lahat.

told-answered = Sinagot ni { $name } ang tanong mo
told-answered-talk = Sumagot si { $name } sa thread mo
told-answered-comment = Nagkomento si { $name } sa isang sagot sa tanong mo
told-answered-comment-talk = Nagkomento si { $name } sa isang sagot sa thread mo
told-watched = Sinagot ni { $name } ang isang tanong na binabantayan mo
told-watched-talk = Sumagot si { $name } sa isang thread na binabantayan mo
told-watched-comment = Nagkomento si { $name } sa isang tanong na binabantayan mo
told-watched-comment-talk = Nagkomento si { $name } sa isang thread na binabantayan mo
told-around = Sinagot ni { $name } ang isang tanong sa kategorya o tag na binabantayan mo
told-around-talk = Sumagot si { $name } sa kategorya o tag na binabantayan mo
told-around-asked = Nagsimula si { $name } ng thread sa kategorya o tag na binabantayan mo
told-accepted = Tinanggap ni { $name } ang sagot mo
told-mentioned = Binanggit ka ni { $name }
told-commented = Nagkomento si { $name } sa post mo
told-solved = Nalutas na ang isang problemang mayroon ka rin
told-article = May artikulong sumasagot sa tanong mo
told-moderated-close = Isinara ni { $name } ang thread mo
told-moderated-move = Inilipat ni { $name } ang thread mo sa ibang kategorya
told-moderated-merge = Pinagsama ni { $name } ang thread mo at ang isa pa
told-moderated-edit = In-edit ni { $name } ang thread mo
told-moderated-edit-post = In-edit ni { $name } ang post mo
told-moderated-redact = May inalis si { $name } sa thread mo na hindi dapat nakikita ng lahat
told-moderated-split-off = Ginawa ni { $name } na sariling thread ang sagot mo
told-moderated-delete = Binura ni { $name } ang thread mo
told-moderated-delete-post = Binura ni { $name } ang post mo

watch-is-watching = Binabantayan
watch-is-normal = Bantayan
watch-is-muted = Tahimik
watch-watching = Bantayan
watch-normal = Ang tungkol lang sa akin
watch-muted = Patahimikin
watch-thread-watching-hint = Ipapaalam sa iyo ang bawat sagot at bawat komento.
watch-thread-normal-hint = Ipapaalam sa iyo kapag may bumanggit sa iyo o sumulat tungkol sa mga post mo.
watch-thread-muted-hint = Walang ipapaalam sa iyo rito, maliban kung may moderator na nagbago ng post mo.
watch-place-watching-hint = Ipapaalam sa iyo ang bawat thread at bawat sagot.
watch-place-normal-hint = Ipapaalam sa iyo ang tungkol sa sarili mong mga thread, at kapag may bumanggit sa iyo.
watch-place-muted-hint = Ang sarili mong mga thread lang ang ipapaalam sa iyo.
notice-watching = Binabantayan mo na ito.
notice-watching-normal = Ang tungkol lang sa iyo ang ipapaalam dito.
notice-watching-muted = Wala nang ipapaalam sa iyo rito.

settings-watching = Ang binabantayan mo
watching-explained = Ang mga thread, kategorya at tag na binabantayan o pinatahimik mo. Binabantayan ang sarili mong mga thread kahit wala sila rito.
watching-none-title = Wala pa
watching-none = Magbukas ng thread, kategorya o tag at pindutin ang Bantayan: ipapaalam sa iyo ang nangyayari roon, at ililista iyon dito.
watching-find = Tingnan ang mga thread
watching-thread = Isang thread
watching-category = Isang kategorya
watching-tag = Isang tag

settings-letters = Ang naririnig mo
letters-see = Tingnan ang mga abiso mo
letters-explained = Ipinapaalam sa iyo ang tungkol sa iyo: mga sagot sa mga tanong mo, mga komento sa mga post mo, mga pagbanggit, mga tinanggap na sagot. Ang sa mga thread, kategorya, at tag ay pinipili sa sarili nilang pahina.
letters-watches-answered = Bantayan ang mga thread na sinasagot ko
letters-watches-answered-hint = Ipapaalam sa iyo ang iba pang mga sagot at ang mga komento roon.
letters-save = I-save
notice-letters-saved = Nai-save na.

job-spread-tiding = Ipaalam sa mga nagbabantay

letters-by-mail = Sa email
letters-by-mail-hint = Isang liham para sa bawat thread hanggang bisitahin mo ito; nagiging iisang liham ang dumarating sa loob ng ilang minuto.
letters-kind-answered = Mga sagot sa mga tanong at thread ko, at mga komento sa mga ito
letters-kind-watched = Mga sagot at komento sa mga thread na binabantayan ko
letters-kind-around = Ang nangyayari sa mga kategorya at tag na binabantayan ko
letters-kind-accepted = Tinanggap ang sagot ko
letters-kind-mentioned = May bumanggit sa akin
letters-kind-commented = Mga komento sa mga post ko
letters-kind-solved = Nalutas ang problemang mayroon din ako
letters-kind-article = May artikulong sumasagot sa tanong ko
letters-kind-moderated = May moderator na nagbago ng post ko

letter-told-subject = { $thread }
letter-told-sentence = { $sentence }:
letter-told-more = May iba pang bago sa thread na ito.
letter-told-read = Basahin
letter-told-answer = Sagutin ang liham na ito para mag-post ng sagot sa thread.
letter-told-once = Wala nang ibang liham tungkol sa thread na ito hanggang bisitahin mo ito.
letter-stop-thread = Ihinto ang mga liham tungkol sa thread na ito
letter-stop-all = Ihinto ang lahat ng liham tungkol sa mga thread
letter-choose = Piliin ang dumarating sa email
letter-why-answered = Natanggap mo ang liham na ito dahil ikaw ang nagsimula ng thread na ito.
letter-why-watched = Natanggap mo ang liham na ito dahil binabantayan mo ang thread na ito o sumagot ka rito.
letter-why-around = Natanggap mo ang liham na ito dahil binabantayan mo ang kategorya nito o isa sa mga tag nito.
letter-why-accepted = Natanggap mo ang liham na ito dahil tungkol ito sa sagot mo.
letter-why-mentioned = Natanggap mo ang liham na ito dahil may bumanggit sa iyo.
letter-why-commented = Natanggap mo ang liham na ito dahil tungkol ito sa post mo.
letter-why-solved = Natanggap mo ang liham na ito dahil sinabi mong mayroon ka ring ganitong problema.
letter-why-article = Natanggap mo ang liham na ito dahil ikaw ang nagtanong nito.
letter-why-moderated = Natanggap mo ang liham na ito dahil tungkol ito sa post mo.

stop-thread-title = Ihinto ang mga liham tungkol sa isang thread
stop-thread-explained = Wala ka nang matatanggap na liham tungkol sa thread na ito, at wala ring ipapaalam ang kampana. Mababago mo iyon anumang oras sa pahina nito.
stop-thread-button = Ihinto
stop-other = Iba pang pagpipilian
stop-all-way = Ihinto ang lahat ng liham tungkol sa mga thread
stop-all-title = Ihinto ang lahat ng liham tungkol sa mga thread
stop-all-explained = Sa kampana na lang lalabas ang ipinapaalam sa iyo. Darating pa rin ang mga liham na hinihingi mo, gaya ng para pumili ng password.
stop-all-button = Ihinto
stop-choose = Piliin ang dumarating sa email
stop-watching = Tingnan ang binabantayan mo
stop-done-title = Naihinto na
stop-thread-done = Wala ka nang matatanggap na liham tungkol sa thread na ito.
stop-all-done = Wala ka nang matatanggap na liham tungkol sa mga thread.
way-thread = Sa thread

setting-letters-a-day = Mga liham bawat araw
setting-letters-a-day-hint = Hanggang ilang liham tungkol sa mga thread ang matatanggap ng isang tao sa isang araw. Ang lampas doon ay maghihintay sa digest nila.
problem-letters-a-day = Maglagay ng buong bilang mula 0 hanggang { $limit }.

job-post-thread-letters = Ipadala ang mga liham tungkol sa mga thread
job-thread-letter = Email: ang bago sa isang thread
specimen-thread-letter = Ang bago sa isang thread
