### Mga ulat: ilan ang hindi na kinailangang magtanong, at ano ang nagagawa ng knowledge base.

## Ang sinasabi ng ilang bilang

report-nothing = kulang pa ang datos
report-count = Bilang
report-of = Mula sa
report-money = { $sign }{ $whole }.{ $hundredths } { $currency }
report-tenths = { $sign }{ $whole }.{ $tenths }

## Sariling paglutas

self-service-title = Sariling paglutas
self-service-no-visits = Walang nagbukas ng form ng pagtatanong sa panahong ito.
self-service-endings = Kinalabasan ng mga pagbisita sa form ng pagtatanong
self-service-endings-finding = Sa { $count } pagbisita na may mga mungkahi, { $solved } ang nakahanap ng sagot o ng iba na may parehong problema, at { $posted } ang nag-post ng tanong.
self-service-endings-of-both = Kinalabasan ng mga pagbisita, may mungkahi at wala
self-service-ending = Kinalabasan
self-service-shown = May mga mungkahi
self-service-held-out = Panghambing, walang mungkahi
self-service-share = Bahagi
ask-outcome-solved = “Nalutas nito”
ask-outcome-joined = Sumali sa bukas na tanong
ask-outcome-posted = Nag-post ng tanong
ask-outcome-left-after-opening = Iniwan matapos magbukas ng mungkahi
ask-outcome-left = Iniwan nang walang binuksang mungkahi
ask-outcome-open = Wala pang isang araw, puwede pang magpatuloy
effect-nobody-held-out = Walang panghambing na grupo, kaya walang masasabi tungkol sa epekto ng mga mungkahi. Administrator ang nagpapasya kung ilang bisita ang walang makikita.
effect-unknown = Kulang pa ang datos: tapos na ang pitong araw ng { $shown } bisitang may mungkahi at { $held-out } na wala. Kailangan ng hindi bababa sa sampu ng bawat isa.
effect-fewer = Kapag may mga mungkahi, mas kaunting bisita ang nagpo-post ng tanong.
effect-more = Kapag may mga mungkahi, mas maraming bisita ang nagpo-post ng tanong.
effect-nothing = Walang naipakitang epekto.
effect-difference = Kapag walang mungkahi, mas mataas nang { $difference } porsiyentong punto ang bahagi ng mga bisitang nag-post sa loob ng pitong araw (95 % kumpiyansa: { $low } hanggang { $high }; mas mababa kung kulang sa 0).
effect-side = Mga bisita
effect-visitors = Bilang
effect-posted = Nag-post sa loob ng pitong araw
contacts-saved-sentence = Sa { $visitors } bisitang may mungkahi, katumbas iyon ng { $count } na mas kaunting nag-post ({ $low } hanggang { $high }; mas marami kung kulang sa 0).
contacts-saved-nothing = Kasama ang 0 sa pagitan, kaya maaaring nagkataon lang ito: walang naipakitang natipid.
contacts-saved-worth = Sa { $each } bawat pakikipag-ugnayan, katumbas iyon ng { $amount } ({ $low } hanggang { $high }).
contacts-saved-no-worth = Hindi pa itinatakda ang halaga ng isang pakikipag-ugnayan, kaya walang sinasabing halaga.
instead-what = Ang binuksan
instead-searches = Mga paghahanap na may binuksang artikulo o nalutas na tanong
instead-visits = Mga pagbisita sa form ng pagtatanong na may binuksang ganoon at walang nai-post na tanong
instead-limits = Walang sinusundan mula sa paghahanap o artikulo papunta sa form ng pagtatanong, kaya hindi alam kung ano ang ginawa ng mga tao pagkatapos.
searches-ended = Mga paghahanap na
searches-without-article = Walang nahanap na artikulo
searches-none-in-period = Walang naghanap sa panahong ito.
searches-words-of-days = Ang pinakamadalas na hindi nahanap sa nakaraang { $count } araw:
searches-all = Lahat ng paghahanap na walang sagot

## Ang knowledge base

knowledge-title = Batayan ng kaalaman
knowledge-answering = Ini-link ang mga artikulo bilang sagot sa { $answered } tanong at tinapos ng mga ito ang { $solved } pagbisita sa form ng pagtatanong.
knowledge-payback = Sa kabuuan, pakikipag-ugnayang nagkakahalaga ng { $amount } ang hindi na kinailangan dahil sa mga artikulo.
knowledge-none-paying = Walang artikulong sumagot ng tanong sa panahong ito.
knowledge-answered = Nasagot na tanong
knowledge-solved = Nalutas na pagbisita
knowledge-helped = Bahaging natulungan
knowledge-saved = Halaga
knowledge-opinions = Sa { $count } opinyon tungkol sa mga artikulo, { $share } ang nagsasabing nakatulong ang artikulo.
knowledge-no-opinions = Walang nagsabi sa panahong ito kung nakatulong ang isang artikulo.
knowledge-failing = Binasa, pero hindi nakatulong sa kahit isa sa bawat tatlong nagsabi:
knowledge-due = { $count ->
    [0] Walang artikulong kailangang suriin.
    [one] { $count } artikulo ang kailangang suriin.
   *[other] { $count } artikulo ang kailangang suriin.
}
knowledge-due-since = Kailangang suriin mula
knowledge-desk = Ang mesa ng mga artikulo

## Ang tawag sa mga bilang, at ang kahulugan nila

figure-ask-visits = Mga pagbisita sa form ng pagtatanong
figure-holdout-effect = Epekto ng mga mungkahi
figure-contacts-saved = Natipid na pakikipag-ugnayan
figure-views-without-question = Nagbasa sa halip na magtanong
figure-searches-without-answer = Mga paghahanap na walang sagot
figure-articles-answering = Mga tanong na sinagot ng mga artikulo
figure-articles-helped = Mga artikulong nakakatulong
figure-articles-payback = Balik ng mga artikulo
figure-articles-due = Mga artikulong kailangang suriin
definition-ask-visits = Mga pagbisita sa form ng pagtatanong na nagsimula sa panahong ito. Ang isang pagbisita ay isang form, mula sa pagbubukas hanggang sa katapusan; hindi kasama ang mga robot. Nalutas ito kapag sinabi ng bisita tungkol sa iminungkahing thread o artikulo, sumali kapag sumali siya sa bukas na tanong, at nag-post kapag nai-post ang tanong. Ang hindi natapos sa loob ng isang araw ay itinuturing na iniwan, matapos magbukas ng mungkahi o hindi. Ang mga bahagi ay mula sa mga pagbisitang tapos na; ang pagitan ay kay Wilson, na may 95 % kumpiyansa. Hiwalay na binibilang ang mga pagbisita ng panghambing na grupo. Ang kategorya ay ang huling pinili; ang mga walang kategorya ay binibilang kapag walang piniling kategorya sa itaas. Hindi pinakikitid ng mga tag, field at grupo ng nagtatanong ang bilang na ito. Itinatago ang mga pagbisita nang isang taon.
definition-holdout-effect = May ilang bisita, pinili nang random ayon sa cookie nila, na walang nakikitang mungkahi. Ang panig ng bisita ay ayon sa unang pagbisita niya sa panahong ito. Ang inihahambing ay kung nag-post siya ng tanong sa loob ng pitong araw mula nang magsimula ang pagbisitang iyon; binibilang lang ang mga bisitang tapos na ang pitong araw. Ang isang bisita ay isang cookie na tumatagal nang tatlumpung araw: dalawang bisita ang iisang tao na may dalawang browser. Ang agwat ng dalawang bahagi ay nasa porsiyentong punto, na may pagitan ni Newcombe at 95 % kumpiyansa. Kapag kulang sa sampu ang bisita sa alinmang panig, walang sinasabi. Panahon lang ang nagpapakitid sa bilang na ito: ang kategorya ng pagbisita ay maaaring bunga ng iminungkahi. Hindi kasama ang mga pagbisita sa mga kategoryang hindi ninyo puwedeng makita.
definition-contacts-saved = Ang agwat sa epekto ng mga mungkahi, beses sa mga bisitang may mungkahi na tapos na ang pitong araw; ganoon din ang mga dulo ng pagitan. Kapag kasama ang 0 sa pagitan, walang naipakitang natipid. Ang halaga ay ang bilang na iyon beses sa halaga ng isang pakikipag-ugnayan ayon sa administrator.
definition-views-without-question = Mga paghahanap sa panahong ito na may binuksang artikulo, o thread na nalutas na nang buksan; at, sa mga pagbisita sa form ng pagtatanong na may mungkahi at tapos na, iyong may binuksang ganoon at hindi natapos sa pag-post ng tanong. Walang sinusundan mula pahina hanggang pahina: maaaring may tanong pa rin pagkatapos ng paghahanap, at hindi binibilang ang mga mambabasang galing sa ibang lugar. Panahon lang ang nagpapakitid sa mga paghahanap, kategorya rin sa mga pagbisita. Ang binuksan bago ito itinala ay binibilang ayon sa kung nalutas na ang thread nang magsimula ang pagtatala.
definition-searches-without-answer = Mga paghahanap sa panahong ito na walang nahanap, na may nahanap pero walang binuksan, at na puwedeng makahanap ng artikulo pero walang nahanap. Iisang paghahanap ang parehong salita ng parehong bisita sa loob ng kalahating oras; hindi kasama ang mga robot. Panahon lang ang nagpapakitid sa bilang na ito. Ang mga salita ay binibilang sa nakaraang 7, 30 o 90 araw, ang pinakamaikling kasinghaba ng panahon, at ipinapakita lang sa mga moderator at sa staff. Itinatago ang mga paghahanap nang isang taon.
definition-articles-answering = Mga tanong na sa panahong ito ay ini-link sa artikulo bilang sagot, kailan man itinanong, kung may bisa pa ang link at hindi binura ang tanong; isang beses lang binibilang ang tanong na may dalawang ganoong artikulo. Sinasabi rin ang mga pagbisita sa form ng pagtatanong na nagsimula sa panahong ito at natapos dahil nalutas ng artikulo. Kategorya ang nagpapakitid sa dalawa, at wala nang iba.
definition-articles-helped = Mga opinyon tungkol sa mga artikulo na ibinigay sa panahong ito: ang bahaging nagsasabing nakatulong ang artikulo, na may pagitan ni Wilson at 95 % kumpiyansa. May isang opinyon ang bawat bisita tungkol sa isang artikulo, ang huli. Pinapangalanan ng listahan ang mga artikulong hindi nakatulong sa hindi bababa sa tatlong bisita ng panahong ito at sa kahit isa sa bawat tatlong nagsabi. Ang mga pagbasa ay mula nang gawin ang artikulo; hindi kasama ang mga robot. Panahon lang ang nagpapakitid sa bilang na ito.
definition-articles-payback = Para sa bawat artikulo, ang mga tanong na ini-link dito bilang sagot sa panahong ito at ang mga pagbisita sa form ng pagtatanong na nalutas nito, gaya ng bilang sa itaas; pareho silang pakikipag-ugnayang hindi na kinailangan. Ang halaga ay ang bilang nila beses sa halaga ng isang pakikipag-ugnayan ayon sa administrator; hindi ito sinasabi habang hindi itinatakda. Pinapangalanan ang dalawampung artikulong may pinakamataas na bilang.
definition-articles-due = Mga nailathalang artikulo na dumating na ang araw ng pagsusuri, anuman ang panahon. Pinapangalanan ang dalawampung pinakamatagal nang naghihintay.
