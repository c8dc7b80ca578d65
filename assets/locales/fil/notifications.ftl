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
told-watched = Sinagot ni { $name } ang isang tanong na binabantayan mo
told-watched-talk = Sumagot si { $name } sa isang thread na binabantayan mo
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
told-moderated-delete = Binura ni { $name } ang thread mo
told-moderated-delete-post = Binura ni { $name } ang post mo

watch-is-watching = Binabantayan
watch-is-normal = Bantayan
watch-is-muted = Tahimik
watch-watching = Bantayan
watch-normal = Ang tungkol lang sa akin
watch-muted = Patahimikin
watch-thread-watching-hint = Ipapaalam sa iyo ang bawat sagot.
watch-thread-normal-hint = Ipapaalam sa iyo kapag may bumanggit sa iyo o sumulat tungkol sa mga post mo.
watch-thread-muted-hint = Walang ipapaalam sa iyo rito, maliban kung may moderator na nagbago ng post mo.
watch-place-watching-hint = Ipapaalam sa iyo ang bawat thread at bawat sagot.
watch-place-normal-hint = Ipapaalam sa iyo ang tungkol sa sarili mong mga thread, at kapag may bumanggit sa iyo.
watch-place-muted-hint = Ang sarili mong mga thread lang ang ipapaalam sa iyo.
notice-watching = Binabantayan mo na ito.
notice-watching-normal = Ang tungkol lang sa iyo ang ipapaalam dito.
notice-watching-muted = Wala nang ipapaalam sa iyo rito.

settings-letters = Ang naririnig mo
letters-see = Tingnan ang mga abiso mo
letters-explained = Ipinapaalam sa iyo ang tungkol sa iyo: mga sagot sa mga tanong mo, mga komento sa mga post mo, mga pagbanggit, mga tinanggap na sagot. Ang sa mga thread, kategorya, at tag ay pinipili sa sarili nilang pahina.
letters-watches-answered = Bantayan ang mga thread na sinasagot ko
letters-watches-answered-hint = Ipapaalam sa iyo ang iba pang mga sagot doon.
letters-save = I-save
notice-letters-saved = Nai-save na.

job-spread-tiding = Ipaalam sa mga nagbabantay
