### Ang sariling account: address, mga session, data, at pagsasara nito; ang naidulot ng mga sagot sa iba; mga pahiwatig sa nagsisimula.

## Settings

settings-account = Address at password
settings-data = Ang data ko
settings-name-hint = Nakikita ito ng lahat sa tabi ng mga post mo. Isang beses sa isang araw ito puwedeng palitan.
problem-name-soon = Kamakailan mo lang pinalitan ang pangalan mo. Puwede mo ulit itong palitan pagkaraan ng { $wait }.

## The address

settings-address = Email address
field-new-email = Bagong email address
settings-address-hint = Kukumpirmahin ito ng isang email sa bagong address, sa loob ng dalawang araw. Aabisuhan ang kasalukuyan mong address. Pagkakumpirma, masa-sign out ang lahat ng iba pang browser.
settings-address-waits = Naghihintay ng kumpirmasyon ang { $email }: sundan ang link sa email na ipinadala roon.
settings-address-cancel = Panatilihin ang kasalukuyang address
settings-change-address = Ipadala ang email
problem-address-same = Iyan na ang address mo.
settings-password-ends = Kapag pinalitan ang password, masa-sign out ang lahat ng iba pang browser, at aabisuhan ka sa email.
notice-address-asked = May paparating na email sa bagong address. Sundan ang link nito sa loob ng dalawang araw.
notice-address-cancelled = Mananatili ang address.
notice-address-changed = Napalitan na ang address. Naka-sign out na ang lahat ng iba pang browser.
address-title = Kumpirmahin ang bago mong address
address-who = Magiging address ng account na { $name } ang { $email }.
address-ends = Masa-sign out ang lahat ng iba pang browser.
address-button = Gamitin ang address na ito
address-not-you = Kung hindi ikaw ang humiling nito, isara ang pahinang ito: walang mangyayari.
address-expired = Isang beses lang gumagana ang mga link para kumpirmahin ang address, sa loob ng dalawang araw, at habang walang ibang gumagamit ng address. Humingi ng bagong email sa mga setting mo.
address-expired-way = Mga setting

## Sessions

session-about = Uri lang ng bawat browser at bahagi ng address ng network nito ang itinatago.
session-network = Network
session-acts = I-sign out
session-end = I-sign out
notice-session-ended = Naka-sign out na ang browser na iyon.

## One's data

data-title = I-download ang data ko
data-about = Isang file (JSON) na may account mo at lahat ng isinulat at ginawa mo rito: mga thread, sagot at komento kung paano mo tinype kasama ang mga naunang bersyon, mga boto, pasasalamat at tinanggap na sagot, ang mga binasa mo, kung saan ka nag-sign in, ang ipinaalam sa iyo at gusto mong marinig, at ang mga sinang-ayunan mo. Hanggang tatlong beses sa isang araw.
data-download = I-download

## Closing the account

leave-title = Isara ang account
leave-short = Aalisin ang pangalan mo, ang address mo at ang sinabi mo tungkol sa sarili mo. Mananatili ang mga isinulat mo, nang wala ang pangalan mo.
leave-way = Isara ang account …
leave-goes = Aalisin ang pangalan, address, password, profile at mga session mo. Puwede nang gamitin ng iba ang pangalan mo.
leave-stays = Mananatili ang mga tanong, sagot at komento mo, sa pangalang “dating miyembro”. Kung may dapat mawala, burahin muna iyon.
leave-letters = Wala nang darating na email, maliban sa isang magkukumpirma nito.
leave-for-good = Hindi na ito mababawi ng kahit sino.
leave-data-first = I-download muna ang data ko
leave-confirmation = Ang pangalan mo
leave-confirmation-hint = I-type ang { $name } para kumpirmahin.
leave-button = Isara nang tuluyan ang account ko
leave-last-admin = Ikaw lang ang administrator na makakapag-sign in. Gawin munang administrator ang iba.
problem-close-name = Hindi iyan ang pangalan mo. I-type ito kung paano nakasulat sa itaas.
notice-account-closed = Sarado na ang account mo. Salamat sa pakikibahagi rito.
user-closed-title = Sarado na ang account na ito
user-closed = Umalis na ang may-ari nito. Mananatili ang mga isinulat niya, sa pangalang “dating miyembro”.

## What answers did for others

user-solved = { $count } tanong ang nalutas
user-helped = { $count } tao ang natulungan
user-votes = { $count } botong natanggap
user-thanks = { $count } pasasalamat
user-recently-solved = Mga kakalutas lang
thank-button = Magpasalamat
thanked-button = Nagpasalamat na
thanks-count = { $count } pasasalamat
notice-thanked = Naiparating na ang pasasalamat mo.
notice-unthanked = Binawi na ang pasasalamat mo.
helpers-title = Mga tagatulong ng buwan
helpers-count = { $count } tinanggap na sagot sa tatlumpung araw

## Hints for whoever begins

hints-dismiss = Huwag na itong ipakita ulit
notice-hints-dismissed = Hindi na babalik ang mga pahiwatig.
hint-admin = May ilang unang hakbang para sa forum mo.
hint-admin-way = Tingnan ang mga unang hakbang
hint-moderator = Isa ka na sa nangangalaga sa forum na ito.
hint-moderator-may = Ano ang puwede mong gawin
hint-moderator-log = Ano ang ginawa ng iba
hint-moderator-unanswered = Ano ang naghihintay ng sagot
first-step-letters = Hayaang makapagpadala ng email
first-step-letters-why = Kung walang mail server (SMTP_URL), isinusulat lang sa mga file ang mga email, at walang makakapagkumpirma ng address.
first-step-help = Humanap ng makakatulong
first-step-help-why = Gawing tagatulong, moderator o isa pang administrator ang iba, sa pahina ng mga tao.

## Letters: another address

letter-address-subject = Kumpirmahin ang bago mong address para sa { $site }
letter-address-why = May humiling na gamitin ang address na ito para sa account na { $name } sa { $site }. Kung ikaw iyon, kumpirmahin ito.
letter-address-button = Gamitin ang address na ito
letter-address-until = Isang beses lang gagana ang link, sa loob ng dalawang araw. Pagkatapos, masa-sign out ang lahat ng iba pang browser.
letter-address-not-you = Kung hindi ikaw iyon, huwag nang pansinin: walang magbabago.
letter-taken-subject = May account na sa { $site } ang address mo
letter-taken-why = May humiling na gamitin ang address na ito para sa ibang account sa { $site }. Gamit na ito ng account mong { $name }, kaya walang binago.
letter-taken-button = Mag-sign in
letter-taken-not-you = Kung ikaw iyon, mag-sign in gamit ang address na ito, o palitan muna ang address ng account na iyon. Kung hindi ikaw iyon, wala kang kailangang gawin.
letter-asked-subject = May humiling ng ibang address sa { $site }
letter-asked-what = May naka-sign in sa account mong { $name } at alam ang password nito na humiling na palitan ang address nito ng { $new }. Mapapalitan ito kapag kinumpirma ang email na ipinadala sa address na iyon.
letter-asked-not-you = Kung ikaw iyon, wala kang kailangang gawin. Kung hindi, pumili na agad ng ibang password: masa-sign out ang lahat at matitigil ang pagpapalit.
letter-asked-button = Pumili ng ibang password
letter-moved-subject = Napalitan ang address mo sa { $site }
letter-moved-what = { $new } na ang address ng account mong { $name } sa { $site }. Hindi na rito darating ang mga email tungkol sa account.
letter-moved-not-you = Kung ikaw iyon, wala kang kailangang gawin. Kung hindi, sabihin agad sa mga nagpapatakbo ng forum: maaasikaso nila ang account mo.
letter-moved-button = Pumunta sa forum

## Letters: a sign-in, the end

letter-new-subject = Bagong pag-sign in sa account mo sa { $site }
letter-new-what = May nag-sign in sa account mong { $name } gamit ang { $browser } mula sa network na { $network }, noong { $at }. Hindi ka pa nakikita roon dati.
letter-new-not-you = Kung ikaw iyon, wala kang kailangang gawin. Kung hindi, i-sign out ang browser na iyon at palitan ang password mo.
letter-new-button = Tingnan kung saan ka naka-sign in
letter-closed-subject = Sarado na ang account mo sa { $site }
letter-closed-what = Isinara ang account mong { $name } sa { $site }. Inalis na ang pangalan, address at password nito; mananatili ang mga isinulat mo, sa pangalang “dating miyembro”.
letter-closed-not-you = Ito na ang huling email na darating dito. Kung hindi ikaw iyon, sabihin sa mga nagpapatakbo ng forum.
letter-closed-button = Pumunta sa forum
