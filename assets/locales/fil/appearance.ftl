### Ang itsura ng forum, ang mga dokumentong pananagutan ng nagpapatakbo nito, at ang pagsang-ayon sa mga iyon.

## Administration

admin-appearance = Itsura
admin-appearance-about = Pangalan, logo, kulay, pagbati at ang mga link sa dulo ng bawat pahina.
appearance-save = I-save ang itsura
appearance-preview = I-preview
appearance-preview-about = Ganito ang magiging itsura ng forum. Wala pang naka-save: magbago pa sa ibaba, o i-save.
notice-appearance-saved = Na-save na ang itsura, at ipinapakita na ng bawat pahina.
setting-logo = Logo
setting-logo-hint = PNG na hanggang { $size } kB at { $pixels } pixel bawat gilid. Papalitan nito ang pangalan, kaya dapat nakasulat iyon dito, at nababasa sa maliwanag at madilim na background.
setting-logo-now = Ang logo ngayon
setting-logo-along = Kasama ang logo ng preview na ito. Pumili lang ng file kung papalitan ito.
logo-remove = Alisin ang logo
notice-logo-removed = Inalis na ang logo; ang pangalan ang kapalit nito.
setting-accent = Accent na kulay
setting-accent-hint = Mga link at button, sa anyong #rrggbb. Dito ibinabatay ang mas mapusyaw at mas matingkad na kulay, pati ang sa madilim na itsura.
setting-accent-choose = Piliin ang accent na kulay
setting-accent-better = Gamitin ang { $accent } at tingnan
setting-footer = Mga link sa dulo ng bawat pahina
setting-footer-hint = Isa sa bawat linya: ang mga salita, isang patayong guhit, ang address. Halimbawa: Help center | https://help.example.com
look-light = Maliwanag
look-dark = Madilim
look-own = Ayon sa browser

problem-field-accent = Accent na kulay
problem-field-file = Logo
problem-field-footer-links = Mga link sa dulo ng pahina
problem-field-agreed = Pagsang-ayon
problem-colour = Hindi iyan kulay. Ganito ang itsura niyon: #34479b.
problem-accent-faint = Masyadong maputla ang kulay na ito para sa mga salita. Pumili ng mas matingkad.
problem-accent-faint-figures = Masyadong maputla ang { $accent } para sa mga salita: { $contrast } : 1 ang contrast nito sa mga pahina, at 4.5 : 1 ang kailangan. { $better } ang pinakamalapit na nababasa.
problem-footer-many = Hanggang { $limit } link lang ang kasya. Magbawas ng ilan.
problem-footer-line = Hindi link ang linya { $limit }. Ganito ang itsura niyon: Help center | https://help.example.com
problem-logo-large = Mahigit { $limit } kB ang file. Pumili ng mas maliit.
problem-logo-wide = Mahigit { $limit } pixel ang isang gilid ng larawan. Liitan ito.
problem-logo-rich = Masyadong detalyado ang larawan para sa logo. Pumili ng may mas kaunting kulay.
problem-logo-no-png = Hindi buong PNG ang file na iyan. I-save ang larawan bilang PNG at piliin ulit.

## Documents

document-terms = Mga tuntunin ng paggamit
document-privacy = Privacy
document-imprint = Sino ang nagpapatakbo
document-version = Bersyon { $version }
document-before = Ang naunang bersyon
document-newest = Basahin ang pinakabagong bersyon
document-replaced = Napalitan na ang bersyong ito
admin-documents = Mga dokumento
admin-documents-about = Mga tuntunin, privacy at kung sino ang nagpapatakbo. Bagong bersyon ang bawat pagbabago; mababasa pa rin ang mga luma.
document-column = Dokumento
document-state = May bisa
document-none = Wala
document-change = Baguhin
document-text = Teksto
document-text-hint = Kapag walang teksto, mawawala ang dokumento.
document-asks = Hingin ulit ang pagsang-ayon ng lahat
document-asks-hint = Tatanungin ang mga may account sa susunod nilang punta, at bago sila ulit mag-post. Sumasang-ayon naman lagi sa pinakabagong bersyon ang mga nagsa-sign up.
document-publish = Ilathala bilang bagong bersyon
notice-document-published = May bisa na ang bagong bersyon.
notice-document-unchanged = Walang nagbago sa teksto; walang bagong bersyon.
problem-document-outrun = May ibang naglathala ng ibang bersyon habang nagsusulat ka. Basahin iyon, at ilathala ang sa iyo kung angkop pa.

## Consent

agree-label = Sumasang-ayon ako sa:
agree-joint = ,{" "}
problem-not-agreed = Lagyan ng tsek ang kahon: kailangan ng account ang pagsang-ayon mo.
problem-agreed-to-older = Nagbago ang mga dokumento mula nang buksan mo ang pahinang ito. Basahin ang mga ito at lagyan ulit ng tsek ang kahon.
consent-title = Nagbago ang mga dokumento ng forum na ito.
consent-about = Makakapagbasa ka pa rin; sumang-ayon bago mag-post ulit:
consent-button = Sumasang-ayon ako
notice-agreed = Naitala na ang pagsang-ayon mo.
consent-before-title = Sumang-ayon bago mag-post
consent-before-about = Nagbago ang mga dokumento ng forum na ito mula nang sumang-ayon ka. Walang nawala sa isinulat mo.
consent-before-button = Sumasang-ayon ako, magpatuloy
consent-before-back = Gamitin ang back button ng browser para bumalik sa isinulat mo nang hindi sumasang-ayon.

## Samples: what a look is judged by

sample-category = Pagbabayad
sample-category-about = Mga invoice, card, refund.
sample-title = Paano palitan ang naka-save na card?
sample-asker = ana
sample-answerer = berto
sample-long-name = Bartolome Dimaculangan-Macapagal-Dimayuga
sample-tag = card
sample-rows = Mga thread
sample-waits = Oras hanggang sa unang sagot
sample-shares = Nalutas sa loob ng 24 oras
sample-period-later = ngayong buwan
sample-period-earlier = noong nakaraang buwan
sample-question = Mag-e-expire ang card ko sa susunod na buwan. Ang sabi ng form sa **Mga setting → Pagbabayad** ay `tinanggihan ang card`, pero walang nakikitang pagsubok [ang bangko](#content). Ano ang gagawin ko?
sample-answer = Alisin muna ang lumang card, saka idagdag ang bago. Kapag parehong naka-save, ang luma ang sinisingil.
sample-sentence = Isang pangungusap tungkol sa susunod na mangyayari.
sample-button = Gawin ito
sample-everything =
    # Isang pamagat

    Talatang may salitang **matingkad**, *pahilig*, `code` at [link](#content).

    - isa
    - dalawa

    > Isang sipi.

    ```
    tanya demo --port 8080
    ```

    | Pangalan | Bilang |
    | --- | --- |
    | isa | 1 |

## The page of all components

design-title = Disenyo
design-about = Bawat token at bawat bahagi, sa lahat ng kalagayan. Makikita lang kapag makinang ito ang pampublikong address.
design-looks = Itsura
design-colours = Mga kulay
design-type = Titik: sukatang 1.2
design-grid = Espasyo: grid na 4 px
design-buttons = Mga button
design-marks = Mga marka at mukha
design-icons = Mga icon
design-links = Mga link na nakahilera
design-fields = Mga field
design-choices = Mga pagpipilian
design-writing = Pagsusulat, at ang nasulat
design-notices = Mga abiso
design-posts = Mga bahagi ng thread
design-moderation = Para sa mga moderator
design-tables = Mga talahanayan
design-pictures = Mga larawan ng bilang
design-empty = Mga walang laman
design-pages = Mga piraso ng pahina
