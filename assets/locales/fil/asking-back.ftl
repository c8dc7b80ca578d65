### Pagtatanong pabalik sa mga nagtanong: kung nalutas ng sagot ang tanong nila, at kung gaano sila nasiyahan.

## Links of letters

way-question = Sa tanong
letter-link-typed = Ang teksto mo
letter-link-dead-title = Hindi na gumagana ang link na ito
letter-link-expired = Gumana ito nang 30 araw pagkatapos ng email. Masasabi mo pa rin sa pahina ng tanong mo kung paano ito natapos.
letter-link-void = Hindi kumpleto ang address nito, o nagbago na ang account o ang email na pinadalhan nito. Buksan itong muli mula sa email, o magpatuloy rito.
letter-links-until = Gumagana ang mga link sa email na ito nang { $days } araw kahit hindi naka-sign in. Huwag itong ibigay sa iba.

## The letter of a reminder

letter-reminder-subject = Nalutas ba nito? “{ $question }”
letter-reminder-what = May sagot na ang tanong mong “{ $question }” sa { $site }.
letter-reminder-why = Nalutas ba nito ang tanong mo? Kapag sinabi mo, makikita ng mga may kaparehong problema kung ano ang nakatulong, at malalaman ng mga sumagot na nakatulong sila.
letter-reminder-solved = Oo, nalutas na
letter-reminder-not-working = Hindi pa rin gumagana
letter-reminder-read = Basahin muna ang mga sagot: { $address }
letter-reminder-once = Ito lang ang ganitong email tungkol sa tanong na ito.

## The pages of a reminder

reminder-solved-title = Aling sagot ang nakalutas?
reminder-which = Ang sagot na nakalutas
reminder-solved-button = Ito ang nakalutas
reminder-read-question = Basahin ang buong tanong
reminder-no-answers = Wala na ang mga sagot sa tanong na ito, kaya walang mapipili.
reminder-is-resolved = Nalutas na ang tanong na ito. Salamat. Kung mali iyon, sabihin sa pahina nito.
reminder-is-closed = Sarado o naka-lock ang tanong na ito, kaya walang mababago rito.
reminder-not-working-title = Hindi pa rin gumagana
reminder-not-working-about = Mananatiling bukas ang tanong, at makikita ng mga tumutulong na naghihintay ito sa kanila.
reminder-not-working-reopens = Nalutas na ang tanong. Bubuksan ito ulit, at makikita ng mga tumutulong na naghihintay ito sa kanila.
reminder-text-hint = Ipo-post sa ilalim ng tanong bilang tugon mo ang isusulat mo. Kung walang teksto, itatala lang na hindi pa rin ito gumagana.
reminder-not-working-button = Sabihing hindi pa rin gumagana
reminder-has-said = Nasabi mo nang hindi pa rin ito gumagana. Kung may idadagdag, sumulat sa pahina ng tanong.
reminder-away-title = Nasa ibang lugar na ang tanong mo
reminder-is-merged = Isinama ito sa “{ $title }”, kung nasaan ang mga sagot.
reminder-is-gone = Binura ito, o inilipat sa hindi mo mababasa. Wala nang masasabi tungkol dito.
notice-reminder-solved = Salamat. Tinanggap na ang sagot, at nalutas na ang tanong.
notice-reminder-not-working = Nasabi na. Makikita ng mga tumutulong na naghihintay sa kanila ang tanong mo.
problem-answer = Piliin ang sagot na nakalutas. Hindi mapipili ang sagot na wala na.
problem-consent-owed = Hindi ka pa sumasang-ayon sa kasalukuyang mga tuntunin namin. Kopyahin ang teksto mo, mag-sign in, sumang-ayon, at i-post ito sa pahina ng tanong.
problem-field-answer = Ang sagot

## The letter of a survey

letter-survey-subject = Kumusta? Dalawang tanong tungkol sa tanong mo
letter-survey-what = Nalutas na ang tanong mong “{ $question }” sa { $site }. Gaano ka nasiyahan, at gaano ito kadali? Kalahating minuto lang ito.
letter-survey-who = Ang mga nangangalaga lang sa { $site } ang makakabasa ng sasabihin mo.
letter-survey-button = Sagutin ang dalawang tanong
letter-survey-once = Hindi kami madalas magtanong, at isang beses lang sa bawat tanong.

## The page of a survey

survey-title = Kumusta?
survey-rating = Gaano ka nasiyahan sa tulong na nakuha mo?
survey-rating-worst = { $step } – hinding-hindi nasiyahan
survey-rating-best = { $step } – lubos na nasiyahan
survey-effort = Gaano kadaling nalutas ang tanong mo?
survey-effort-worst = { $step } – napakahirap
survey-effort-best = { $step } – napakadali
survey-comment = Ano ang mapapabuti namin?
survey-button = Ipadala
survey-who-reads = Ang mga nangangalaga lang sa forum na ito ang makakabasa; nakikita nila kung aling tanong ang tinutukoy.
survey-may-change = Nakasagot ka na. Mababago mo ang sagot mo hanggang { $day }.
survey-is-over = Nasagot mo na ang survey na ito. Salamat. Hindi na mababago ang sagot.
notice-survey-answered = Salamat. Naitala ang sagot mo; mababago mo pa ito nang isang linggo.
notice-survey-changed = Nabago na ang sagot mo.
problem-score = Pumili ng isa sa lima.
problem-field-rating = Gaano nasiyahan
problem-field-effort = Gaano kadali

## Settings

setting-asking-back = Pagtatanong pabalik sa mga nagtanong
setting-reminder-days = Mga araw pagkatapos ng sagot bago tanungin ang nagtanong kung nakatulong ito
setting-reminder-days-hint = Mula 0 hanggang 30; ang 0 ay hindi kailanman. Isang email lang sa bawat tanong na bukas pa.
setting-has-surveys = Tanungin kung gaano nasiyahan ang nagtanong kapag nalutas na ang tanong
setting-has-surveys-hint = Sa email, makalipas ang isang araw, na may pahina ng dalawang tanong.
setting-survey-share = Mga nalutas na tanong na sinusundan ng survey, sa porsiyento
setting-survey-share-hint = Mula 0 hanggang 100.
setting-quiet-days = Mga araw na walang iniimbitang muli
setting-quiet-days-hint = Mula 1 hanggang 365. Hindi muna iimbitahan ang nakatanggap ng paalala o survey.
problem-reminder-days = Mag-type ng buong bilang mula 0 hanggang { $limit }.
problem-survey-share = Mag-type ng buong bilang mula 0 hanggang 100.
problem-quiet-days = Mag-type ng buong bilang mula 1 hanggang { $limit }.
problem-field-reminder-days = Mga araw bago ang paalala
problem-field-survey-share = Bahagi ng mga survey
problem-field-quiet-days = Mga araw ng pahinga
