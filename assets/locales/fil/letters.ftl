### Mga email. `$site` ang pangalan ng site, `$name` ang pangalan ng mambabasa; puwedeng lumabas ang dalawa sa bawat parirala.

letter-greeting = Kumusta { $name },
letter-address-below = Kung ayaw gumana ng button, buksan ang address na ito:

## Confirm an address

letter-confirm-subject = Kumpirmahin ang address mo para sa { $site }
letter-confirm-why = May nag-sign up sa { $site } bilang { $name } gamit ang address na ito. Kung ikaw iyon, kumpirmahin ito, at sa iyo na ang account.
letter-confirm-question = Nakatago ang tanong mo. Ipo-post ito pagkakumpirma ng address.
letter-confirm-button = Kumpirmahin ang address
letter-confirm-until = Isang beses lang gagana ang link, sa loob ng dalawang araw.
letter-confirm-not-you = Kung hindi ikaw iyon, huwag nang pansinin: walang account kung walang kumpirmasyon.

## Somebody signed up again

letter-registered-subject = May account ka na sa { $site }
letter-registered-why = May nag-sign up sa { $site } gamit ang address na ito. May account na ito, { $name }, kaya walang binago. Kung ikaw iyon, mag-sign in.
letter-registered-button = Mag-sign in
letter-registered-question = May tanong na isinulat kasabay nito, at nakatago ito. Kung sa iyo iyon, basahin at i-post mula sa account mo. Wala nang ibang mababago sa account.
letter-registered-question-button = Basahin at i-post ang tanong
letter-registered-forgotten = Nakalimutan ang password? Pumili ng iba sa { $forgotten }
letter-registered-not-you = Kung hindi ikaw iyon, wala kang kailangang gawin.

## Choose a password

letter-forgotten-subject = Pumili ng password para sa { $site }
letter-forgotten-why = May humiling na pumili ng password para sa account mong { $name } sa { $site }. Kung ikaw iyon, magpatuloy rito.
letter-forgotten-button = Pumili ng password
letter-forgotten-until = Isang beses lang gagana ang link, sa loob ng dalawang oras. Kapag pumili ng password, masa-sign out ang account sa lahat ng lugar.
letter-forgotten-not-you = Kung hindi ikaw iyon, huwag nang pansinin: hindi magbabago ang password.

## The password was changed

letter-changed-subject = Napalitan ang password mo sa { $site }
letter-changed-what = Kakapalit lang ng password ng account mong { $name }, at na-sign out ang lahat ng iba pang browser.
letter-changed-not-you = Kung ikaw iyon, wala kang kailangang gawin. Kung hindi, pumili na agad ng ibang password.
letter-changed-button = Pumili ng ibang password

## Mga halimbawa, para sa forum na wala pang laman

specimen-question = Paano ko ire-reset ang hub?
specimen-answer = Pindutin nang sampung segundo ang button hanggang kumurap ang ilaw.
specimen-article = Pag-reset ng hub
specimen-short-answer = Pindutin nang sampung segundo ang button.

## What came by mail

letter-question-subject = Kumpirmahin ang tanong mo sa { $site }
letter-question-why = Sumulat ka ng tanong sa { $site } sa pamamagitan ng email. Hindi pa ito naka-post; basahin at kumpirmahin muna:
letter-question-account = Wala ka pang account dito. Sa pagkumpirma, gagawan ng account ang address na ito, sa pangalang { $name }. Makakapili ka ng password mamaya.
letter-question-button = Basahin at i-post ang tanong ko
letter-question-not-you = Kung hindi ikaw ang sumulat, huwag nang pansinin: buburahin ito sa loob ng dalawang araw.
letter-unposted-subject = Hindi nai-post ang mensahe mo: { $subject }
letter-unposted-what = Hindi nai-post ang mensahe mong “{ $subject }” sa { $site }.
letter-unposted-other-sender = Galing ito sa ibang address, hindi sa address ng account na sinulatan. Sumagot mula sa address ng account, o magsulat sa pahina.
letter-unposted-bad-token = Hindi ibinigay ng forum na ito ang address na pinadalhan mo. Sagutin ang mismong liham, nang hindi binabago ang address.
letter-unposted-suspended = Nakasuspinde ang account mo.
letter-unposted-consent = May mas bagong bersyon ng mga dokumentong sinasang-ayunan ng mga miyembro. Mag-sign in, basahin at sumang-ayon, saka ipadala ulit.
letter-unposted-no-thread = Wala na ang thread, o hindi mo na ito maaaring makita.
letter-unposted-locked = Hindi na tumatanggap ng sagot mo ang thread.
letter-unposted-nothing = Wala kang isinulat sa itaas ng sipi. Magsulat sa itaas nito, o sa pagitan ng mga linya.
letter-unposted-unfit = Hindi ito maipo-post nang ganito: kailangan ng paksang 6 hanggang 200 karakter, at tekstong hindi hihigit sa 64 kilobyte.
letter-unposted-no-category = Walang kategoryang tumatanggap ng tanong sa email sa address na ito. Magtanong na lang sa pahina.
letter-unposted-sign-up-closed = Hindi tumatanggap ng bagong account ang forum sa ngayon.
letter-unposted-thread = Buksan ang thread
letter-unposted-forum = Buksan ang forum
letter-unposted-once = Isang beses lang sinasagot ang bawat mensahe. Isinulat ng programa ang liham na ito; hindi binabasa ang sagot dito.
by-mail-left-out = { $more ->
    [0] Hindi isinama: { $names }
   *[other] Hindi isinama: { $names } at { $more } pa
}
specimen-confirm-question = Kukumpirmahin ang tanong sa email
specimen-unposted = May mensaheng hindi nai-post
