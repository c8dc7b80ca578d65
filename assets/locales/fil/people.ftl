### Mga account: pag-sign up at pag-sign in, mga password, mga profile, mga setting, ang pag-set up.

## Fields

field-name = Pangalan
field-email = Email address
field-password = Password
field-new-password = Bagong password
field-current-password = Kasalukuyang password
field-about = Tungkol sa iyo
field-code = Code
password-hint = Hindi bababa sa { $least } karakter. Madaling tandaan ang ilang salitang walang kinalaman sa isa’t isa.

## Problems

problem-name-characters = Mga letra at numero sa isang linya ang pangalan, walang @, <, > o /. Pumili ng iba.
problem-name-short = Hindi bababa sa { $limit } karakter ang pangalan, at may letra o numero.
problem-name-long = Hanggang { $limit } karakter lang ang pangalan. Paikliin ito.
problem-name-taken = May gumagamit na ng pangalang iyan. Pumili ng iba.
problem-email = Hindi iyan email address. Ganito ang itsura niyon: ada@example.com.
problem-password-short = Hindi bababa sa { $limit } karakter ang password. Habaan ito.
problem-password-long = Hanggang { $limit } byte lang ang password. Paikliin ito.
problem-password-plain = Hindi puwedeng iisang karakter na inulit lang ang password. Pumili ng iba.
problem-about-long = Hanggang { $limit } karakter lang ito. Paikliin.
too-many-tries = Masyadong maraming subok. Puwede ulit pagkaraan ng { $wait }.
way-home = Home

## Signing in

sign-in-title = Mag-sign in
sign-in-button = Mag-sign in
sign-in-forgotten = Nakalimutan ang password?
sign-in-new = Bago ka rito?
sign-in-sign-up = Mag-sign up
sign-in-wrong = Hindi tugma ang address at password sa anumang account na puwedeng mag-sign in. Tingnan ang dalawa. Kung kaka-sign up mo lang, kumpirmahin muna ang address mo sa ipinadala naming email.
notice-signed-out = Naka-sign out ka na.

## Signing up

sign-up-title = Mag-sign up
sign-up-button = Mag-sign up
sign-up-closed = Hindi tumatanggap ng bagong account ang forum na ito sa ngayon. Mababasa mo pa rin ang lahat ng pampubliko.
sign-up-not-yet = Wala pang administrator ang forum na ito, kaya hindi pa ito tumatanggap ng bagong account. Mababasa mo pa rin ang lahat ng pampubliko.
sign-up-known = May account ka na?
sign-up-sign-in = Mag-sign in
sign-up-name-hint = Nakikita ito ng lahat sa tabi ng mga post mo.
sign-up-email-hint = Walang ibang nakakakita nito. Kukumpirmahin ng isang email dito ang account.
sign-up-sent-title = Tingnan ang email mo
sign-up-sent = May paparating na email sa address na ibinigay mo. Sundan ang link nito para magpatuloy. Gagana ito nang dalawang araw.
sign-up-sent-nothing = Wala pa rin pagkaraan ng ilang minuto? Tingnan sa spam, o suriin ang address at mag-sign up ulit.

confirm-title = Kumpirmahin ang address mo
confirm-who = Nagsa-sign up ka bilang { $name } gamit ang { $email }.
confirm-question = Kasama nitong ipo-post ang tanong mo.
confirm-button = Kumpirmahin at mag-sign in
confirm-not-you = Kung hindi ikaw ang nag-sign up, isara ang pahinang ito: walang mangyayari.
confirm-expired = Kung nakumpirma mo na ang address mo dati, mag-sign in. Kung hindi pa, mag-sign up ulit, at magpapadala ng bagong email.
link-expired-title = Nagamit na o masyado nang luma ang link na ito
notice-address-confirmed = Nakumpirma na ang address mo, at naka-sign in ka na. Maligayang pagdating.
notice-question-posted = Nakumpirma na ang address mo, at na-post na ang tanong mo. Dito lalabas ang mga sagot.
kept-title = I-post ang tanong mo
kept-who = Ipo-post ito mula sa account mong { $name } ({ $email }). Wala nang ibang mababago sa account.
kept-agreed = Sumang-ayon ang sumulat nito sa:
kept-not-you = Kung hindi ikaw ang sumulat nito, isara ang pahinang ito: walang mangyayari.
not-posted-title = Hindi na-post ang tanong mo
not-posted = Nakumpirma na ang address mo, at naka-sign in ka na. Nagbago ang kategorya ng tanong mo mula nang isulat mo ito, kaya hindi ito na-post nang ganoon lang. Narito ang isinulat mo; magtanong ulit gamit ito.
not-posted-kept = Nagbago ang kategorya ng tanong mo mula nang isulat mo ito, kaya hindi ito na-post nang ganoon lang. Narito ang isinulat mo; mag-sign in at magtanong ulit gamit ito.
not-posted-ask = Magtanong ulit

## A forgotten password

forgotten-title = Nakalimutan ang password
forgotten-about = Ibigay ang email address ng account mo. Sa email na ipapadala roon, makakapili ka ng ibang password.
forgotten-button = Ipadala ang email
forgotten-sent-title = Tingnan ang email mo
forgotten-sent = Kung may account ang address, may paparating na email. Gagana ang link nito nang dalawang oras.
reset-title = Pumili ng password
reset-about = Papalitan nito ang luma. Naka-sign in ka rito at naka-sign out sa lahat ng ibang lugar.
reset-button = I-save ang password
reset-expired = Isang beses lang gumagana ang mga link para pumili ng password, sa loob ng dalawang oras. Humingi ng bagong email.
notice-password-changed = Napalitan na ang password. Naka-sign out na ang lahat ng iba pang browser.

## Claiming an imported account

claim-title = Ito ang account mo: { $name }
claim-about = Kasama ito ng mga post ng dating forum. Ibigay ang address mo, at sa email na ipapadala ay makakapili ka ng password.
claim-button = Ipadala ang email
claim-sent-title = Tingnan ang email mo
claim-sent = May paparating na email sa address na ibinigay mo. Sundan ang link nito sa loob ng dalawang oras. Kung walang dumating, buksan ulit ang link sa account mo at suriin ang address.
claim-expired = Gumagana nang dalawang linggo ang mga link para kunin ang account, hanggang makapili ng password. Humingi ng bago sa administrator.

## The first administrator

set-up-title = I-set up ang forum
set-up-about = Ikaw ang magiging unang administrator nito.
set-up-email-hint = Ito ang gagamitin mo sa pag-sign in. Walang ibang nakakakita nito.
set-up-code-hint = Ipinakita ito ng server nang magsimula ito.
set-up-code-wrong = Hindi iyan ang code. Tingnan kung saan pinatakbo ang server, o ang log nito.
problem-address-has-account = May account na ang address na ito. Gumamit ng iba, o gawing administrator ang account na iyon sa server: tanya admin promote, kasama ang address.
set-up-button = I-set up ang forum
notice-set-up = Sa iyo na ang forum. Pangalanan ito, pagkatapos ay gawin ang unang kategorya.

## Settings

settings-title = Mga setting
settings-profile = Profile
settings-see = Tingnan ang pahina mo
settings-about-hint = Ilang salita para sa pahina mo. Gumagana ang Markdown.
settings-save = I-save ang profile
settings-password = Password
settings-email = { $email } ang gamit mo sa pag-sign in.
settings-password-wrong = Hindi iyan ang kasalukuyan mong password.
settings-change-password = Palitan ang password
settings-sessions = Kung saan ka naka-sign in
session-caption = Mga browser na may session ng account mo
session-browser = Browser
session-since = Nag-sign in
session-seen = Huling nakita
session-this = (ito)
session-on = { $browser } sa { $system }
session-unknown = Hindi kilalang browser
session-end-others = Mag-sign out sa lahat ng ibang lugar
notice-profile-saved = Na-save na ang profile.
notice-sessions-ended = Naka-sign out na ang lahat ng iba pang browser.

## A person's page

role-helper = Tagatulong
role-moderator = Moderator
role-admin = Administrator
role-staff = Staff
user-since = Sumali
user-threads = { $count } thread
user-replies = { $count } tugon
user-accepted = { $count } tinanggap na sagot
user-suspended = Suspendido ang account na ito.
user-edit = I-edit ang profile mo
user-nothing-title = Wala pang post
user-nothing = Dito lalabas ang mga thread at tugon.
user-latest-threads = Pinakabagong mga thread
user-latest-replies = Pinakabagong mga tugon
user-reply-accepted = Tinanggap
user-reply-score = { $count } boto
