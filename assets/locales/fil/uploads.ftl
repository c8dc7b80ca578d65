### Mga larawan at file na dala ng mga tao kasama ng kanilang mga post.

## Sa form ng post

attach-summary = Magdagdag ng larawan o file
attach-file = Larawan o file
attach-file-hint = PNG, JPEG, GIF o WebP; PDF, teksto, mga log, ZIP at iba pang archive, MP4 o WebM. Hanggang { $limit } MB. Puwede mo rin itong i-paste sa teksto o i-drop doon. Inaalis ang lokasyon at iba pang nakatagong detalye ng larawan.
attach-alt = Ano ang nasa larawan
attach-alt-hint = Ilang salita para sa hindi nakakakita nito, tulad ng “Mensahe ng error: hindi makita ang disk”. Hindi kailangan sa mga file.
attach-button = Ilagay sa teksto
attach-sending = Ipinapadala ang %
attach-kept = Nasa teksto mo na ang %
attach-failed = Hindi naipadala ang %. Narito pa ang teksto mo; tingnan ang koneksiyon at subukan ulit.
attach-wants-alt = May larawan sa teksto mo na walang paglalarawan. Isulat kung ano ang nasa larawan sa loob ng mga square bracket nito, para sa hindi nakakakita.
size-kilobytes = { $size } kB
size-megabytes = { $size } MB

## Kung bakit hindi itinago ang file

problem-upload-empty = Walang laman ang file. Pumili ng iba.
problem-upload-large = Mahigit { $limit } MB ang file. Paliitin ito, o kunin lang ang mahalagang bahagi.
problem-upload-many = { $limit ->
    [one] Isang file lang sa isang araw ang puwede mong idagdag, at nagawa mo na. Subukan ulit bukas.
   *[other] { $limit } file sa isang araw ang puwede mong idagdag, at nagawa mo na. Subukan ulit bukas.
}
problem-upload-none = Hindi ka pa puwedeng magdagdag ng file. Ilarawan na lang ang laman nito, at magpatuloy.
problem-upload-kind = Hindi tinatanggap ang ganitong uri ng file. Ilagay ito sa ZIP file, o kopyahin ang mahalagang teksto.
problem-upload-lying = Larawan ito ayon sa pangalan, pero iba ang laman. Buksan ito, i-save bilang PNG o JPEG, at iyon ang idagdag.
problem-upload-svg = Puwedeng may script sa mga SVG kaya hindi tinatanggap ang mga ito. I-save bilang PNG at iyon ang idagdag.
problem-upload-heic = Hindi maipakita ng karamihan ng browser ang mga larawang HEIC at AVIF. I-save bilang JPEG at iyon ang idagdag; puwede rin ang screenshot nito.
problem-upload-picture-kind = Hindi ipinapakita rito ang ganitong uri ng larawan. I-save bilang PNG o JPEG at iyon ang idagdag.
problem-upload-broken = Sira ang larawan at hindi mabasa. Buksan ito, i-save ulit, at iyon ang idagdag.
problem-upload-pixels = Mahigit { $limit } milyong pixel ang larawan. Paliitin ito, o putulin ang mahalagang bahagi.
problem-upload-busy = Maraming larawan ang binabasa ngayon. Narito pa ang teksto mo; subukan ulit pagkalipas ng isang minuto.
problem-upload-full = Wala nang puwang para sa mga file sa forum na ito. Narito pa ang teksto mo; i-post nang walang file, o subukan ulit mamaya.
problem-upload-away = Hindi sumasagot ang lugar na pinagtataguan ng mga file. Narito pa ang teksto mo; i-post nang walang file, o subukan ulit pagkalipas ng isang minuto.
problem-upload-sign-in = Makapagdaragdag ng file kapag naka-sign in ka. Narito pa ang teksto mo.
problem-upload-not-sent = Hindi sumama ang file. Piliin ulit ito.

## Pangangalaga

admin-uploads = Mga upload
admin-uploads-explained = Gaano karami ang puwedeng idagdag ng mga tao sa kanilang mga post, ayon sa tiwalang nakamit nila. Ang 0 ay nangangahulugang hindi puwede.
setting-uploads-newcomer = Mga baguhan
setting-uploads-member = Mga miyembro
setting-uploads-regular = Mga regular na miyembro, tagatulong, moderator at staff
setting-upload-megabytes = Pinakamalaking file, sa MB
setting-upload-megabytes-hint = Mula 0 hanggang 50.
setting-uploads-a-day = Mga file sa loob ng 24 oras
setting-uploads-a-day-hint = Mula 0 hanggang 1,000.
setting-pictures-elsewhere = Mga larawan mula sa ibang lugar
setting-copies-pictures = Kopyahin ang mga larawan ng ibang site na ipinapakita sa mga post
setting-copies-pictures-hint = Hindi kailanman humihingi ng larawan sa ibang site ang browser ng mambabasa: may link doon hanggang may kopya na ang forum na ito. Kung walang kopya, mananatili ang link.
problem-number-between = Mag-type ng buong numero mula 0 hanggang { $limit }.
problem-field-newcomer-megabytes = Pinakamalaking file ng mga baguhan
problem-field-newcomer-a-day = Mga file ng mga baguhan sa loob ng 24 oras
problem-field-member-megabytes = Pinakamalaking file ng mga miyembro
problem-field-member-a-day = Mga file ng mga miyembro sa loob ng 24 oras
problem-field-regular-megabytes = Pinakamalaking file ng mga regular na miyembro
problem-field-regular-a-day = Mga file ng mga regular na miyembro sa loob ng 24 oras
job-remove-bytes = Alisin ang file na hindi ipinapakita ng anumang post
job-copy-pictures = Kopyahin ang mga larawan ng ibang site na ipinapakita ng post
