### Pagpapatakbo ng forum, ang log ng moderasyon, at sino ang puwedeng gumawa ng ano.

## Problems

problem-slug = Kailangan ng letra o numero ang address.
problem-slug-reserved = Sa “new” ginagawa ang mga kategorya. Pumili ng ibang address.
problem-slug-taken = May ibang kategoryang gumagamit ng address na ito. Pumili ng iba.
problem-kinds-missing = Kahit isang uri ng thread ang tinatanggap ng kategorya. Lagyan ng tsek ang isa.
problem-template-line = Isang field ang bawat linya: label na hanggang { $limit } karakter, at kung gusto, pahiwatig pagkatapos ng “|”. Itama ang linyang hindi ganito.
problem-template-long = Hanggang { $limit } field ang template. Magbawas ng ilan.
problem-last-admin = Wala nang ibang magpapatakbo ng forum. Gawin munang administrator ang iba.
problem-suspend-self = Hindi mo masususpinde ang sarili mo. Kaya iyon ng ibang administrator.

## The frame

admin-title = Pangangasiwa
admin-title-of = { $title } · Pangangasiwa
admin-overview = Buod
admin-parts = Ang mga bahagi
admin-settings = Mga setting
admin-settings-about = Ang wika, at kung puwedeng mag-sign up ang mga tao.
admin-categories = Mga kategorya
admin-categories-about = Kung nasaan ang mga thread, sino ang nakakakita, at ano ang itinatanong sa nagtatanong.
admin-categories-count = { $count } kategorya
admin-tags = Mga tag
admin-tags-about = Kung tungkol saan ang mga thread: palitan ng pangalan, pagsamahin at ilarawan.
admin-people = Mga tao
admin-people-about = Mga papel, ang staff, mga suspensyon, at mga link sa mga in-import na account.
admin-jobs = Mga gawain
admin-jobs-about = Mga email at iba pang trabahong kusang ginagawa ng server.
admin-jobs-waiting = { $count ->
    [0] Walang naghihintay
   *[other] { $count } gawain ang naghihintay
}
admin-dead-jobs = { $count ->
    [1] May gawaing sumobra sa pagpalya at isinuko na.
   *[other] { $count } gawain ang sumobra sa pagpalya at isinuko na.
}
admin-dead-jobs-see = Tingnan kung ano ang nagkamali
pager-start = Bumalik sa simula
pager-more = Higit pa
list-search = Maghanap
nothing-found-title = Walang nahanap

## The first steps

first-steps-title = Mga unang hakbang
first-step-done = Tapos na:
first-step-name = Pangalanan ang forum
first-step-name-why = Nasa bawat pahina at bawat email ang pangalan.
first-step-category = Gawin ang unang kategorya
first-step-category-why = May kinalalagyang kategorya ang bawat thread. Sapat na ang dalawa o tatlo sa simula.
first-step-thread = Simulan ang unang thread
first-step-thread-why = Maikling anunsyo, o tanong na madalas itanong.
first-step-import = Lilipat dito mula sa ibang forum? Dalhin ang mga thread nito mula sa command line:

## Settings

setting-site-name = Pangalan ng forum
setting-site-name-hint = Nasa bawat pahina at bawat email.
setting-welcome = Pagbati
setting-welcome-hint = Isang pangungusap sa itaas ng home: para kanino ito, at para saan.
setting-language = Wika
setting-language-hint = Para sa mga mambabasang walang pinili at walang binabanggit sa mga wikang ito ang browser.
setting-sign-up = Puwedeng mag-sign up ang mga tao
setting-sign-up-hint = Kapag naka-off ito, makakapag-sign in pa rin ang mga may account na.
setting-licence = Lisensya ng isinusulat dito
setting-licence-hint = Halimbawa, CC BY-SA 4.0. Binabanggit ito ng mga artikulong binuo mula sa mga sagot.
problem-field-content-licence = Lisensya ng isinusulat dito
problem-field-letters-a-day = Mga liham bawat araw
setting-save = I-save ang mga setting
notice-settings-saved = Na-save na ang mga setting, at ipinapakita na ng bawat pahina.

## Categories

categories-about = Ayon sa pagkakasunod-sunod sa home.
categories-none-title = Wala pang kategorya
categories-none = May kinalalagyang kategorya ang bawat thread. Gawin ang una, at makakapagtanong na ang mga tao.
category-new = Bagong kategorya
category-name = Pangalan
category-slug = Address
category-slug-hint = Ang huling bahagi ng web address nito. Gagawin mula sa pangalan kapag iniwang blangko.
category-slug-kept = Ang huling bahagi ng web address nito. Kapag binago mo, dito pa rin papunta ang lumang address.
category-description = Paglalarawan
category-description-hint = Isang pangungusap: ano ang para rito.
category-audience = Sino ang nakakakita
audience-public = Lahat
audience-public-hint = Pati mga search engine.
audience-signed-in = Mga miyembro
audience-signed-in-hint = Lahat ng may account.
audience-staff = Staff
audience-staff-hint = Ang grupong “staff” at mga administrator.
category-takes = Ano ang tinatanggap
kind-questions = Mga tanong
kind-questions-hint = Masasagot ang mga ito, at may matatanggap na sagot.
kind-discussions = Mga talakayan
kind-discussions-hint = Usapang hindi kailangan ng sagot.
kind-announcements = Mga anunsyo
kind-announcements-hint = Balita; mga moderator lang ang sumusulat nito.
category-template = Ano ang itinatanong sa nagtatanong
category-template-hint = Isang field sa bawat linya. Lagyan ng * pagkatapos ng kailangang sagutan, at ng pahiwatig pagkatapos ng |. Halimbawa: Bersyon * | Mga setting, Tungkol. Iwang blangko kung pamagat at detalye lang ang hihingin.
category-thread-count = Mga thread
category-acts = Ayos at archive
category-acts-on = Ayos at archive: { $name }
category-move-up = Itaas
category-move-down = Ibaba
category-archive = I-archive
category-unarchive = Ibalik
category-is-archived = Naka-archive
category-archived-about = Naka-archive ang kategoryang ito: hindi na tumatanggap ng bagong thread. Mababasa pa rin ang nariyan.
category-save = I-save ang kategorya
category-make = Gawin ang kategorya
notice-category-made = Nariyan na ang kategorya, at puwede nang sumulat ang mga tao rito.
notice-category-saved = Na-save na ang kategorya.
notice-category-up = Tumaas ang kategorya.
notice-category-down = Bumaba ang kategorya.
notice-category-archived = Naka-archive na ang kategorya. Hindi na ito tumatanggap ng bagong thread; mababasa pa rin ang nariyan.
notice-category-unarchived = Tumatanggap na ulit ng thread ang kategorya.

## Tags

tags-about = Pinakamadalas gamitin muna.
tags-search = Mga tag na nagsisimula sa
tags-all = Lahat ng tag
tags-none-yet-title = Wala pang tag
tags-none-yet = Ang nagtatanong ang nagbibigay ng mga tag; dito lalabas ang mga iyon.
tags-not-found = Walang tag na nagsisimula sa “{ $q }”.
tag-name = Pangalan
tag-name-hint = Maliliit na letra, walang puwang. Kapag pangalan ng ibang tag, pagsasamahin ang dalawa.
tag-description = Paglalarawan
tag-description-hint = Isang pangungusap: ano ang kahulugan nito.
tag-threads = Mga thread
tag-carried = { $count ->
    [0] Walang thread na may ganito.
   *[other] { $count } thread ang may ganito.
}
tag-see = Tingnan ang mga thread nito
tag-save = I-save ang tag
tag-name-taken = May ibang tag na “{ $twin }” ang pangalan; { $count } thread ang may ganoon. Para pagsamahin ang dalawa, lagyan ng tsek ang kahon sa ilalim ng paglalarawan.
tag-merge = Isama ang tag na ito sa “{ $twin }”
tag-merge-hint = Mapupunta sa kabilang tag ang mga thread nito, at mawawala ang tag na ito. Hindi na ito mababawi.
tag-keep-name = Mananatiling kasingkahulugan ang dating pangalan
tag-keep-name-hint = Kung mapalitan ang pangalan o mapagsama ang tag, dito hahantong ang lumang pangalan.
tag-synonyms = Mga kasingkahulugan
tag-synonyms-about = Ang sinumang mag-type ng isa sa mga pangalang ito ay makakakuha ng tag na ito, at dito hahantong ang address nito.
tag-synonym = Iba pang pangalan
tag-synonym-hint = Maliliit na titik, walang puwang.
tag-synonym-add = Idagdag ang kasingkahulugan
tag-synonym-remove = Alisin
problem-field-synonym = Iba pang pangalan
problem-synonym-taken = May tag o kasingkahulugan nang ganito ang pangalan. Para pagsamahin ang dalawang tag, ibigay sa isa ang pangalan ng isa pa.
problem-synonyms-many = Hanggang { $limit } kasingkahulugan lang ang isang tag. Mag-alis muna ng isa.
notice-synonym-added = Dito na humahantong ang pangalan.
notice-synonym-removed = Hindi na dito humahantong ang pangalan.
tag-delete = Burahin ang tag na ito
tag-delete-about = { $count ->
    [0] Walang thread na may ganito. Hindi na ito mababawi.
   *[other] Aalisin ito sa { $count } thread; mananatili ang thread mismo. Hindi na ito mababawi.
}
tag-delete-now = Burahin ang tag
notice-tag-saved = Na-save na ang tag.
notice-tag-merged = Iisa na ang dalawang tag.
notice-tag-deleted = Nabura na ang tag, at wala nang thread na may ganito.

## People

people-search = Simula ng pangalan, o email address
people-all = Lahat ng tao
people-not-found = Walang pangalang nagsisimula sa “{ $q }”, at walang may ganoong address.
person-name = Pangalan
person-roles = Papel
person-email = Email address
person-no-email = wala
person-joined = Sumali
person-seen = Huling nakita
person-never = hindi pa kailanman
person-suspended = Suspendido
person-suspended-since = Suspendido mula
person-unclaimed = In-import
person-public-page = Pampublikong pahina
person-account = Account
person-signs-in = nagsa-sign in gamit ang password
person-cannot-sign-in = in-import; wala pang nagsa-sign in dito
person-trust = Tiwala
trust-newcomer = baguhan
trust-member = miyembro
trust-regular = regular na miyembro
person-role = Papel
person-may = Ano ang puwedeng gawin ng taong ito
person-last-admin = Ito lang ang administrator na makakapag-sign in. Gawin munang administrator ang iba.
person-reason = Dahilan
person-reason-hint = Nakasulat sa log ng moderasyon, na binabasa ng mga moderator.
person-change-role = Palitan ang papel
role-member = Miyembro
role-member-hint = Nagtatanong, sumasagot, nagkokomento at bumoboto.
role-helper-hint = Tumatanggap din ng sagot para sa mga nagtanong, at naglalagay ng tag sa mga thread.
role-moderator-hint = Nag-e-edit, nagsasara, naglilipat, nagla-lock, nagpi-pin at nagbubura din ng isinulat ng iba.
role-admin-hint = Nagpapatakbo din ng forum: mga setting, kategorya, tao.
role-staff-hint = Sumasagot para sa kompanya, anuman ang papel, at nakikita ang mga kategoryang pang-staff.
staff-about = Sumasagot ang staff para sa kompanya. Nakasaad iyon sa mga post nila, at nakikita nila ang mga kategoryang pang-staff.
staff-join = Isama sa staff
staff-leave = Alisin sa staff
suspension-title = Suspensyon
suspension-about = Naka-sign out sa lahat ng lugar ang suspendidong tao at hindi makakapag-sign in. Mananatili ang isinulat niya.
suspension-suspend = Suspindihin
suspension-lift = Alisin ang suspensyon
claim-link-title = Link sa in-import na account
claim-link-about = Kasama ng import ang account na ito, at wala pang nagsa-sign in dito. Gumawa ng link at ibigay ito sa may-ari ng account.
claim-link-make = Gumawa ng link
claim-link-hand-over = Ibigay ang link na ito kay { $name }, at huwag sa iba: makukuha ng sinumang magbubukas nito ang account.
claim-link-copy = Kopyahin ang link
claim-link-once = Ngayon lang ipapakita ang link. Gagana ito nang dalawang linggo, hanggang makapili ng password.
notice-role-changed = Napalitan na ang papel, at nakasaad iyon sa log ng moderasyon.
notice-own-role-changed = Napalitan na ang papel mo. Hindi na ikaw ang nagpapatakbo ng forum.
notice-staff-joined = Staff na ang taong ito.
notice-staff-left = Hindi na staff ang taong ito.
notice-suspended = Suspendido na ang taong ito at naka-sign out sa lahat ng lugar.
notice-unsuspended = Makakapag-sign in na ulit ang taong ito.
notice-person-unchanged = Ganoon na dati; walang nabago.
notice-not-claimable = May nagsa-sign in na sa account na ito, kaya hindi na ito makukuha.

## Jobs

jobs-about = Trabahong kusang ginagawa ng server. Sinusubukan nang hanggang { $attempts } beses ang pumapalya, dalawang araw naman ang email, pahaba nang pahaba ang pagitan, saka isinusuko.
jobs-waiting = Naghihintay
jobs-dead = Isinuko
jobs-none-title = Walang naghihintay
jobs-none = Tapos na ang lahat ng trabaho.
jobs-no-dead-title = Walang isinuko
jobs-no-dead = Dito lalabas ang trabahong sobrang dalas pumalya.
job-kind = Gawain
job-state = Kalagayan
job-written = Isinulat
job-when = Tatakbo
job-dead-since = Isinuko
job-attempts = Mga subok
job-error = Ano ang nagkamali
job-error-whole = Ipakita lahat
job-acts = Subukan ulit
job-retry = Subukan ulit
job-confirm-sign-up = Email: kumpirmahin ang address
job-already-registered = Email: nag-sign up ulit
job-forgotten-password = Email: pumili ng password
job-password-changed = Email: napalitan ang password
job-second-factor-changed = Email: nabago ang ikalawang salik
job-confirm-address = Email: kumpirmahin ang ibang address
job-address-change-asked = Email: may humiling ng ibang address
job-address-changed = Email: napalitan ang address
job-new-sign-in = Email: bagong pag-sign in
job-account-closed = Email: sarado na ang account
job-confirm-digests = Liham: gusto ba ng mga buod?
job-compose-digests = Buuin ang mga buod na oras na
job-send-digest = Liham: isang buod
job-confirm-awaiting = Liham: sasabihan ba?
job-tell-resolved = Liham: nalutas na ang tanong
job-count-helpers = Bilangin ang mga tagatulong ng buwan
job-tell-meanings = Basahin ang kahulugan ng mga nabagong tanong
job-render-again = I-render ulit ang mga lumang teksto
job-read-incoming = Basahin ang mensaheng dumating sa email
job-answer-incoming = Sabihin kung bakit hindi nai-post ang mensahe
job-confirm-question = Kumpirmahin ang tanong na dumating sa email
job-sweep = Burahin ang mga lipas na
notice-job-retried = Naghihintay na ulit ang gawain at tatakbo agad.
notice-job-not-dead = Hindi na isinusuko ang gawaing iyon; walang nabago.

## The moderation log

moderation-title = Log ng moderasyon
moderation-title-about = Ano ang ginawa ng mga moderator at administrator, at bakit. Pinakabago muna.
moderation-none-title = Wala pa
moderation-none = Pagsara, pag-lock, paglipat, pagsuspinde: lalabas dito ang bawat kilos kasama ang dahilan.
moderation-what = Ano
moderation-who = Sino
moderation-why = Dahilan
moderation-when = Kailan
moderation-nobody = ang command line
moderation-by-flagged = ang mga flag ng mga miyembro
moderation-by-spam = ang anyong patalastas
moderation-on-reply = (isang tugon)
log-act-close = Isinara
log-act-reopen = Binuksan ulit
log-act-lock = Ni-lock
log-act-unlock = In-unlock
log-act-pin = Na-pin
log-act-unpin = Inalis ang pin
log-act-move = Inilipat
log-act-merge = Isinama sa ibang thread:
log-act-unmerge = Binawi ang pagsasama ng
log-act-tell-problem = Nagsabi ng problemang alam na:
log-act-solve-problem = Sinabing nalutas na:
log-act-redact = Inalis nang tuluyan ang mga salita sa
log-act-erase = Tuluyang binura ang teksto, 30 araw pagkatapos burahin:
log-act-add-synonym = Ginawang kasingkahulugan ng isang tag ang ibang pangalan
log-act-remove-synonym = Inalis ang isang kasingkahulugan ng tag
log-act-retag = Pinalitan ang mga tag ng
log-act-edit = In-edit
log-act-delete = Binura
log-act-undelete = Ibinalik
log-act-accept = Tumanggap ng sagot para sa nagtanong
log-act-unaccept = Binawi ang pagtanggap
log-act-change-role = Pinalitan ang papel ni
log-act-change-staff = Binago kung staff:
log-act-suspend = Sinuspinde
log-act-unsuspend = Inalis ang suspensyon ni
log-act-end-second-factor = Inalis ang nawalang ikalawang salik ni
log-act-split-off = Ginawang hiwalay na thread:
log-act-make-group = Ginawa ang grupo
log-act-change-group = Binago ang grupo
log-act-delete-group = Binura ang grupo
log-act-join-group = Isinali sa grupo
log-act-leave-group = Inalis sa grupo
log-act-grant = Binago ang maaaring gawin ng grupo:
log-act-invite = Nagbigay ng imbitasyon
log-act-end-invitation = Binawi ang imbitasyon
log-act-split = Hinati
log-act-other = Mula sa dating forum

## Who may do what

permissions-title = Sino ang puwedeng gumawa ng ano
permissions-about = Puwedeng basahin ng lahat ang pampubliko. Sa papel nakasalalay ang iba pa, at ang talahanayang ito mismo ang ginagamit ng forum sa pagpapasya.
permissions-table = Ano ang puwedeng gawin ng bawat papel
permissions-roles = Ang mga papel
verb-ask = Magtanong, magsimula ng talakayan
verb-announce = Sumulat ng anunsyo
verb-reply = Sumulat ng sagot o tugon
verb-comment = Magkomento
verb-vote = Bumoto sa isinulat ng iba
verb-me-too = Magsabi ng “Ganito rin ang sa akin” sa tanong ng iba
verb-thank = Magpasalamat sa sagot ng iba
verb-accept = Tumanggap ng sagot sa tanong
verb-unaccept = Bumawi ng pagtanggap
verb-reopen = Magsabing hindi pa nalulutas ang tanong
verb-edit-thread = Mag-edit ng thread
verb-edit-reply = Mag-edit ng sagot o tugon
verb-edit-comment = Mag-edit ng komento
verb-delete-thread = Magbura ng thread
verb-delete-reply = Magbura ng sagot o tugon
verb-delete-comment = Magbura ng komento
verb-undelete = Magbalik ng nabura
verb-retag = Magpalit ng mga tag ng thread
verb-close = Magsara ng thread
verb-lock = Pumigil ng bagong post sa thread
verb-pin = Magpanatili ng thread sa unahan
verb-move = Maglipat ng thread sa ibang kategorya
verb-merge = Magsama ng mga thread, at ihiwalay ang mga sagot bilang sariling thread
verb-redact = Mag-alis ng mga salita sa isang thread nang tuluyan
verb-tell-problem = Magpakita ng anunsyo bilang problemang alam na
verb-read-moderation-log = Magbasa ng log ng moderasyon
verb-see-deleted = Tingnan ang mga nabura
verb-administer = Magpatakbo ng forum

## Mail that comes in

admin-incoming = Papasok na email
incoming-about = Mga dumating sa email sa huling 90 araw, pinakabago muna.
incoming-all = Lahat
incoming-posted = Nai-post
incoming-asked = Naghihintay ng kumpirmasyon
incoming-refused = Hindi nai-post
incoming-ignored = Hindi pinansin
incoming-repeated = Dumating ulit
incoming-reported = Ulat
incoming-waits = Naghihintay mabasa
incoming-none-title = Walang mensahe
incoming-none = Walang dumating na ganito.
incoming-when = Dumating
incoming-sender = Mula kay
incoming-subject = Paksa
incoming-outcome = Kinahinatnan
incoming-why-unreadable = hindi mabasa bilang mensahe
incoming-why-no-address = hindi sa address ng forum ipinadala
incoming-why-bad-token = walang wastong token ang address
incoming-why-other-sender = galing sa ibang address, hindi sa account
incoming-why-unproven = walang nagpapatunay kung kanino galing
incoming-why-suspended = nakasuspinde ang account
incoming-why-consent = hindi pa sumasang-ayon ang account sa pinakabagong dokumento
incoming-why-no-thread = wala na o hindi makita ang thread
incoming-why-locked = hindi tumatanggap ng sagot niya ang thread
incoming-why-nothing = walang isinulat sa itaas ng sipi
incoming-why-unfit = masyadong mahaba o walang pamagat
incoming-why-no-category = walang kategoryang tumatanggap
incoming-why-sign-up-closed = sarado ang pag-sign up
incoming-why-too-many = napakaraming mensahe mula roon
incoming-why-automatic = programa ang sumulat
incoming-why-off = walang nakatakdang address para sa email
