### Mga buod: paghingi, pagpili, pagpapatigil; at paghihintay sa isang tanong nang walang account.

## Choosing

digests-title = Mga buod
digests-about = Ang mga nangyari rito, sa pamamagitan ng liham, sa oras na bagay sa iyo. Walang darating hangga't hindi mo hinihingi.
digests-about-visitor = Iwan ang iyong address, at isang liham ang magtatanong kung gusto mo nito. Titigil ang bawat buod sa isang pindot.
digests-member = May account ka: nasa mga setting nito ang iyong mga buod.
digest-frequency = Gaano kadalas?
digest-daily = Araw-araw
digest-weekly = Linggo-linggo
digest-weekday = Sa anong araw?
digest-weekday-hint = Para sa lingguhang mga buod.
digest-hour = Anong oras?
digest-hour-of-day = alas-{ $hour }:00
digest-zone = Sona ng oras
digest-zone-hint = Gaya ng Asia/Jakarta, Asia/Manila o Europe/Berlin.
digest-language = Wika
digest-language-site = Ang wika ng forum
digest-categories = Aling mga kategorya?
digest-categories-hint = Kung walang kategorya at tag, lahat ay ibabalita sa iyo.
digest-tags = Aling mga tag?
digest-tags-hint = Pinaghihiwalay ng kuwit.
digest-sections = Ano ang dapat na laman nito?
digest-want = Padalhan ako ng mga buod
digest-save = I-save
digest-stop = Itigil ang lahat ng buod
digest-stop-about = Wala nang darating pagkatapos. Maaari mong hingin muli kahit kailan.
digest-next = Darating ang susunod sa { $day } nang alas-{ $hour }:00.
digest-off = Wala kang natatanggap na buod ngayon.
problem-no-tag = Walang ganoong tag. Pumili ng ginagamit sa forum.
problem-field-frequency = Gaano kadalas
problem-field-weekday = Araw
problem-field-hour = Oras
notice-digests-on = Darating na ang mga buod mula ngayon.
notice-digests-saved = Naka-save na ang iyong mga pinili.
notice-digests-stopped = Wala nang darating na buod.

## Asking for them without an account

digests-sent-title = Tingnan ang iyong mga liham
digests-sent = May liham na papunta sa ibinigay mong address. Darating ang mga buod kapag pinindot mo ang button sa likod ng link nito, sa loob ng dalawang araw.
digests-confirm-title = Gusto mo ba ng mga buod?
digests-confirm-about = Ipapadala ang mga ito sa { $email }.
digests-confirm-button = Oo, padalhan ako ng mga buod
digests-confirmed-title = Darating na ang mga buod mula ngayon
digests-confirmed = Mula sa bawat liham, mapipili mo kung tungkol saan ang mga ito at maititigil mo.
digests-confirmed-before = Nakatatanggap ka na ng mga buod.
digests-gone-title = Hindi na gumagana ang link na ito
digests-gone = Matagal na itong hiningi, o itinigil na. Humingi muli ng mga buod kung gusto mo.
digests-choose-title = Ang iyong mga buod
digests-choose-about = Ipinapadala ang mga ito sa { $email }.
digests-stop-title = Itigil ang lahat ng buod?
digests-stop-button = Itigil ang lahat ng buod
digests-stopped-title = Wala nang darating na buod
digests-stopped = Kung magbago ang isip mo, humingi muli ng mga buod.
digests-nothing = Walang nakatatanggap ng buod sa link na ito ngayon. Walang kailangang itigil.

## The letter

letter-digest-subject = { $site }: ang mga nangyari mula { $from } hanggang { $to }
letter-digest-list = Mga buod ng { $site }
letter-digest-why = Natanggap mo ito dahil humingi ka ng mga buod ng { $site }.
letter-digest-choose = Piliin kung tungkol saan ang mga buod, at kung kailan darating
letter-digest-stop = Itigil ang lahat ng buod
digest-section-waiting = Hindi nagkasya sa iyong mga liham
digest-section-to-confirm = May sagot bang nakalutas nito?
digest-section-own-open = Ang mga bukas mong tanong
digest-section-unanswered = Naghihintay ng sagot
digest-section-resolved = Nalutas na at sulit basahin
digest-section-articles = Mga bagong artikulo
digest-section-proposals = Mga iminumungkahing artikulo
digest-section-reviews = Mga artikulong dapat suriin
digest-section-figures = Kumusta ang mga tanong
digest-asked = itinanong noong { $day }
digest-answers = { $count ->
    [one] { $count } sagot
   *[other] { $count } na sagot
}
digest-people = { $count ->
    [one] { $count } tao ang may ganito
   *[other] { $count } na tao ang may ganito
}
digest-more = { $count ->
    [one] at { $count } pa
   *[other] at { $count } pa
}
digest-why-waiting = { $count ->
    [one] { $count } bagay rito ang hindi naibalita sa liham, dahil may takda ang dami nito sa isang araw.
   *[other] { $count } bagay rito ang hindi naibalita sa liham, dahil may takda ang dami nito sa isang araw.
}
digest-why-to-confirm = Itinanong mo ito, at nasagot na. Sabihin kung aling sagot ang nakalutas nito.
digest-why-own-open = Itinanong mo ito, at wala pang sumasagot.
digest-why-category = Pinili mo ang kategoryang { $category }.
digest-why-tag = Pinili mo ang tag na { $tag }.
digest-why-unanswered = Wala pang sumasagot dito.
digest-why-resolved = Nalutas ito sa panahong ito.
digest-by-article = May artikulong sumasagot nito.
digest-by-original = Kapareho ito ng isang tanong na nalutas na.
digest-why-article = Inilathala ito sa panahong ito.
digest-why-proposal = { $count ->
    [one] { $count } tao ang nagtanong nito, at wala pang artikulo.
   *[other] { $count } na tao ang nagtanong nito, at wala pang artikulo.
}
digest-why-review = Dapat na itong suriin noong { $day }.
digest-figures = Itinanong: { $asked }. Nasagot: { $answered }. Nalutas: { $resolved }.
digest-median = Ang kalahati ng mga nasagot ay naghintay nang { $wait } o mas maikli.
digest-reports = Basahin ang mga ulat

## Letters to people without an account

letter-subscribe-subject = Gusto mo ba ng mga buod ng { $site }?
letter-subscribe-what = May humingi ng mga buod ng { $site } sa address na ito. Kung ikaw iyon, sabihin mong oo, at darating ang mga ito.
letter-subscribe-button = Oo, padalhan ako ng mga buod
letter-subscribe-until = Gumagana ang link nang dalawang araw.
letter-subscribe-not-you = Kung hindi ikaw iyon, wala kang kailangang gawin: walang darating nang walang pahintulot mo.
letter-subscribed-subject = Nakatatanggap ka na ng mga buod ng { $site }
letter-subscribed-what = May humingi ng mga buod ng { $site } sa address na ito. Nakatatanggap ka na ng mga ito, kaya walang binago.
letter-awaiting-subject = Sasabihan ka ba namin? { $question }
letter-awaiting-what = May gustong masabihan sa address na ito kapag nalutas ang “{ $question }”. Kung ikaw iyon, sabihin mong oo: isang liham ang darating, minsan lang.
letter-awaiting-button = Oo, sabihan ako
letter-awaiting-until = Gumagana ang link nang dalawang araw. Kung hindi ikaw iyon, wala kang kailangang gawin. Ang link ding ito ang magbabawi nito mamaya.
letter-resolved-subject = Nalutas na: { $question }
letter-resolved-what = Nalutas na ang “{ $question }”. Gusto mo itong malaman.
letter-resolved-button = Basahin ang sagot
letter-resolved-once = Ito lang ang liham. Kinalimutan na ang iyong address.

## Waiting for one question

tell-me-button = Sabihan ako kapag nalutas na
tell-me-about = Isang liham ang darating kapag nalutas ang tanong na ito. Pagkatapos ay kakalimutan ang iyong address.
tell-me-title = Sabihan ako kapag nalutas na
tell-me-resolved = Nalutas na ang tanong na ito.
tell-me-sent-title = Tingnan ang iyong mga liham
tell-me-sent = May liham na papunta sa ibinigay mong address. Pindutin ang button sa likod ng link nito sa loob ng dalawang araw, at sasabihan ka.
tell-me-confirm-title = Sasabihan ka ba namin?
tell-me-confirm-button = Oo, sabihan ako
tell-me-waits-title = Sasabihan ka
tell-me-waits = Isang liham ang darating kapag nalutas ito.
tell-me-withdraw = Huwag na akong sabihan
tell-me-forgotten-title = Walang darating
tell-me-forgotten = Hindi naghihintay ang address na ito sa tanong, o nasabihan na. Kinalimutan na ito.
