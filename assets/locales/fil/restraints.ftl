# Ang sinasabi ng mga moderator sa isang tao tungkol sa kanyang asal: babala, pagpapatahimik, suspensyon.

warning-title = Hinihiling ng isang moderator na pag-ingatan mo ito:
warning-read = Nabasa ko na ito
notice-warning-read = Minarkahang nabasa na ang babala.
restraint-silence = Maaari kang magbasa rito, pero hindi ka muna maaaring sumulat.
restraint-suspension = Suspendido ang account na ito.
restraint-ends = Matatapos ito sa { $at }.
restraint-without-end = Walang itinakdang katapusan.
restraint-until = hanggang { $at }
restraint-about-thread = Ang tinutukoy na thread
restraint-about-reply = Ang tinutukoy na sagot
restraint-about-comment = Ang tinutukoy na komento

fault-silenced-title = Hindi ka muna maaaring sumulat
fault-silenced = Nasa ibaba ang na-type mo para makopya mo.

conduct-way = Asal
conduct-title = Asal ni { $name }
conduct-history = Ang sinabi sa kanya
conduct-nothing = Wala pang moderator na nagbabala, nagpatahimik o nagsuspinde sa kanya.
restraint-title = Magbabala, magpatahimik o magsuspinde
restraint-not-yours = Mga miyembro at tagatulong lamang ang saklaw ng mga moderator; lahat maliban sa sarili ang saklaw ng mga administrador.
restraint-kind-warning = Binabalaan
restraint-kind-silence = Pinatahimik
restraint-kind-suspension = Sinuspinde
restraint-taken-back = binawi
restraint-read = nabasa
restraint-unread = hindi pa nababasa
restraint-over = tapos na
restraint-lift = Bawiin ito
restraint-about = Tungkol sa:
restraint-button = Gawin at ipaalam sa kanya
restraint-what = Ano ang gagawin
restraint-choose-warning = Magbabala
restraint-choose-warning-hint = Makikita niya ang sinabi mo sa bawat pahina hanggang sabihin niyang nabasa na niya.
restraint-choose-silence = Patahimikin
restraint-choose-silence-hint = Maaari siyang magbasa pero hindi sumulat.
restraint-choose-suspension = Suspindihin
restraint-choose-suspension-hint = Masa-sign out siya sa lahat at hindi makakapag-sign in.
restraint-reason = Dahilan
restraint-reason-hint = Mababasa niya ang pangungusap na ito, sa site at sa email.
restraint-how-long = Gaano katagal
restraint-how-long-hint = Kusa itong matatapos. Hindi kailangan ng katapusan ang babala.
restraint-for-day = Isang araw
restraint-for-week = Isang linggo
restraint-for-month = 30 araw
restraint-for-date = Hanggang sa isang araw na pipiliin
restraint-for-never = Walang katapusan
restraint-day = Araw kung kailan matatapos
restraint-day-hint = Kung pumili ka ng araw lamang.
suspension-more = Magbabala, magpatahimik, o magsuspinde nang pansamantala

notice-person-warned = Nabalaan na siya, at sinasabi ng isang liham kung bakit.
notice-person-silenced = Hindi na siya maaaring sumulat, at sinasabi ng isang liham kung bakit.
notice-person-suspended = Suspendido siya at naka-sign out sa lahat. Sinasabi ng isang liham kung bakit.
notice-restraint-lifted = Binawi na ito, at sinasabi iyon sa kanya ng isang liham.

problem-restraint = Piliin kung ano ang gagawin.
problem-restraint-ends = Piliin kung gaano katagal.
problem-restraint-day = Mag-type ng darating na araw sa loob ng sampung taon, gaya ng 2027-01-31.
problem-field-restraint = Ano ang gagawin
problem-field-restraint-reason = Dahilan
problem-field-ends = Gaano katagal
problem-field-ends-on = Araw kung kailan matatapos

log-act-warn = Binalaan si
log-act-unwarn = Binawi ang babala kay
log-act-silence = Pinatahimik si
log-act-unsilence = Pinayagang sumulat muli:
verb-restrain = Magbabala, magpatahimik o magsuspinde ng may mas mababang papel
incoming-why-silenced = hindi muna maaaring sumulat ang account
letter-unposted-silenced = Hindi muna maaaring sumulat ang iyong account.
job-tell-restraint = Email: tungkol sa asal ng isang tao

specimen-warning = Isang babala
specimen-silence = Isang pagpapatahimik
specimen-suspension = Isang suspensyon
specimen-suspension-lifted = Binawi ang isang suspensyon
letter-warning-subject = Paalala mula sa mga moderator ng { $site }
letter-warning-what = Hinihiling ng isang moderator ng { $site } na pag-ingatan mo ito:
letter-warning-lifted-subject = Binawi ang isang babala sa { $site }
letter-warning-lifted-what = Binawi ng isang moderator ang isang babala. Hindi mo na ito kailangang alalahanin.
letter-silence-subject = Hindi ka muna maaaring sumulat sa { $site }
letter-silence-what = Maaari mong basahin ang { $site }, pero hindi ka muna maaaring sumulat doon. Ito ang dahilan ng isang moderator:
letter-silence-lifted-subject = Maaari ka nang sumulat muli sa { $site }
letter-silence-lifted-what = Pinapayagan ka ng isang moderator na sumulat muli sa { $site }.
letter-suspension-subject = Suspendido ang account mo sa { $site }
letter-suspension-what = Hindi ka muna makakapag-sign in sa { $site }. Ito ang dahilan ng isang moderator:
letter-suspension-lifted-subject = Makakapag-sign in ka na muli sa { $site }
letter-suspension-lifted-what = Hindi na suspendido ang account mo sa { $site }.
letter-restraint-until = Kusa itong matatapos sa { $at }.
letter-restraint-without-end = Walang itinakdang katapusan.
letter-restraint-contact = Kung sa tingin mo ay mali ito, makakausap mo ang isang tao rito:
letter-restraint-button = Tingnan kung sino ang maaaring gumawa ng ano

# Pag-aalis ng nag-i-spam.
removal-title = Alisin ang nag-i-spam
removal-about = Sa isang kilos, mawawala sa paningin ang account at lahat ng isinulat nito: mga thread, sagot, komento, pangalan at profile. Suspendido ito nang walang katapusan, at ituturing na tama ang mga flag sa mga post nito. Isang pindot ang magbabalik ng lahat.
removal-button = Alisin kasama ang lahat ng isinulat niya
removal-taken = { $count ->
    [one] Inalis siya ni { $name } kasama ang isang post
   *[other] Inalis siya ni { $name } kasama ang { $count } post
}
removal-undo = Ibalik ang lahat
removal-last = Inalis ang may-akda nito kasama ang lahat ng isinulat niya: { $title }
removal-of-case = Inalis ang may-akda nito kasama ang lahat ng isinulat niya. Sabay-sabay itong bumabalik, o hindi kailanman.
removal-of-post = Inalis ang may-akda nito kasama ang lahat ng isinulat niya: mga moderator lang ang nakakakita nito.
user-removed-title = Wala na rito ang account na ito
user-removed = Inalis ito ng isang moderator kasama ang lahat ng isinulat nito.
notice-person-removed = Inalis siya kasama ang lahat ng isinulat niya. Kung marami, nagpapatuloy ito sa likod ng pahinang ito.
notice-person-brought-back = Nakabalik na siya kasama ang lahat ng inalis, maliban sa mga tekstong tuluyang binura mula noon.
notice-comes-back-whole = Walang binago. Sabay-sabay na bumabalik ang lahat ng isinulat ng taong inalis, o wala talaga.
problem-field-removal-reason = Dahilan
log-act-remove = Inalis kasama ang lahat ng isinulat:
log-act-bring-back = Ibinalik kasama ang lahat ng isinulat:
job-go-on-removing = Alisin ang isinulat ng nag-i-spam, o ibalik ito

# Mga tala ng mga moderator at staff tungkol sa isang miyembro.
notes-title = Mga tala
notes-none = Wala pang nagtala ng anuman tungkol sa kanya.
notes-note = Isa pang tala
notes-note-hint = Mga moderator, administrator at staff lamang ang makakabasa nito.
notes-button = Itago ang tala
problem-field-note = Tala
notice-noted = Naitago ang tala.
notice-note-taken-back = Wala na ang tala.
cases-notes = { $count ->
    [one] Isang tala tungkol sa may-akda
   *[other] { $count } tala tungkol sa may-akda
}
letter-restraint-specimen = Mga patalastas ang tatlo sa mga sagot mo.

# Under the bell of whom it concerns.
conduct-own-title = Mga sinabi sa iyo ng mga moderator
conduct-own-about = Mga babala at pagbabawal sa iyo, kasama ang mga dahilan at ang mga binawi na.
conduct-own-nothing = Walang moderator na nagbabala, nagpatahimik o nagsuspinde sa iyo.
told-conduct-warning = Binalaan ka ng isang moderator
told-conduct-silence = Pinagbawalan ka ng isang moderator na magsulat
told-conduct-suspension = Sinuspinde ka ng isang moderator
told-conduct-warning-lifted = Binawi ng isang moderator ang isang babala
told-conduct-silence-lifted = Pinapayagan ka na ulit ng isang moderator na magsulat
told-conduct-suspension-lifted = Inalis ng isang moderator ang suspensiyon mo
