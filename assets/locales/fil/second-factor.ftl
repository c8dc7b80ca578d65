### Ikalawang salik bukod sa password: mga code ng app, at mga code sa pagbawi.

## Pag-sign in

second-step-title = Ilagay ang code mo
second-step-hint = Anim na numero mula sa app, o isa sa mga code mo sa pagbawi.
second-step-other = Mag-sign in gamit ang ibang account
second-step-wrong = Mali ang code na iyan, o nagamit na. Hintayin ang susunod sa app mo.
notice-second-step-over = Masyado nang matagal mula nang ilagay mo ang password. I-type ulit.

## Paglalagay nito

second-factor-title = Ikalawang salik
second-factor-about = May app sa telepono mo na nagpapakita ng code na hihingin pagkatapos ng password. Hindi pa rin makakapasok ang may alam ng password mo.
second-factor-manage = Ikalawang salik …
second-factor-owed = Kailangan ng ikalawang salik sa tungkulin mo. Hangga’t wala pa nito, ang magagawa mo lang ay ang nagagawa ng mga miyembro.
second-factor-begin = Maglagay ng ikalawang salik
second-factor-scan = I-scan ang larawang ito gamit ang app para sa ganitong mga code.
second-factor-picture = Ang lihim para sa app mo, bilang larawan
second-factor-type = O i-type ito sa app:
second-factor-code-hint = Ang anim na numerong ipinapakita ng app ngayon.
second-factor-confirm = Paganahin
second-factor-wrong = Hindi iyan ang code na dapat ipakita ng app. Tingnan kung tama ang oras ng telepono mo.
problem-code = I-type ang anim na numerong ipinapakita ng app.
notice-second-factor-late = Lampas na sa isang oras. Magsimula ulit.

## Kapag mayroon na

second-factor-on = Mula { $day } may hinihinging code pagkatapos ng password mo.
second-factor-codes-left = { $count ->
    [0] Wala ka nang code sa pagbawi. Gumawa ng bago.
    [one] May isa ka pang code sa pagbawi.
   *[other] May { $count } ka pang code sa pagbawi.
}
second-factor-renew = Gumawa ng bagong mga code sa pagbawi
second-factor-end-title = Tapusin ito
second-factor-end-about = Password na lang ang kailangan mo sa pag-sign in pagkatapos nito, at may liham na magsasabi sa iyo.
second-factor-end = Tapusin ang ikalawang salik
notice-second-factor-ended = Wala nang hinihinging code.
recovery-codes-title = Mga code mo sa pagbawi
recovery-codes-about = Bawat isa ay magagamit mo nang minsan sa pag-sign in kapalit ng app, gaya ng kapag nawala ang telepono. I-print o isulat na ngayon: hindi na muling ipapakita ng kahit anong pahina. Wala nang bisa ang mga dating code.
recovery-codes-kept = Naitabi ko na

## Sa pangangasiwa

person-second-factor-about = Hinihingan ng code ang taong ito pagkatapos ng password. Alisin lang kapag alam mong siya nga ang nawalan ng telepono.
person-end-second-factor = Alisin ang ikalawang salik
notice-person-second-factor-ended = Hindi na hihingan ng code ang taong ito. May liham na magsasabi sa kaniya.
setting-second-factor = Ikalawang salik
setting-second-factor-hint = Sino ang kailangang mayroon nito para magawa ang pinapayagan ng tungkulin nila. Hangga’t wala pa, ang magagawa lang nila ay ang nagagawa ng mga miyembro; maaaring tamaan ka agad nito.
setting-second-factor-nobody = Walang obligado; puwede ang lahat
setting-second-factor-admins = Mga administrador
setting-second-factor-moderators = Mga moderator at administrador
fault-second-factor-needed-title = Ikalawang salik muna
fault-second-factor-needed = Kailangan ng ikalawang salik sa tungkulin mo. Maglagay sa mga setting mo, saka ipadala ulit ito.

## Mga liham

letter-second-factor-on-subject = May ikalawang salik na ang account mo sa { $site }
letter-second-factor-on-what = Mula ngayon, kailangan ng code mula sa app pagkatapos ng password para makapasok sa account mong { $name }. Na-sign out ang lahat ng ibang browser.
letter-second-factor-off-subject = Wala nang ikalawang salik ang account mo sa { $site }
letter-second-factor-off-what = Hindi na kailangan ng code pagkatapos ng password para makapasok sa account mong { $name }.
