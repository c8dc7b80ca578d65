### Ang balangkas ng bawat pahina at ang mga bahagi ng mga pahina.

## The frame

layout-skip = Lumaktaw sa nilalaman
layout-links = Pangunahin
layout-menu = Menu
layout-menu-of = Menu ni { $name }
layout-ask = Magtanong
layout-sign-in = Mag-sign in
layout-sign-up = Mag-sign up
layout-sign-out = Mag-sign out
layout-footer-links = Tungkol sa site na ito

## Numbers

figure = { $number }
figure-short-thousands = { $number } K
figure-short-millions = { $number } M

## Where a thread stands

mark-unanswered = Wala pang sagot
mark-waiting = Naghihintay
mark-resolved = Nalutas
mark-closed = Sarado
mark-discussion = Talakayan
mark-announcement = Anunsyo
mark-article = Artikulo
mark-pinned = Naka-pin
mark-locked = Naka-lock

## Links

breadcrumb-label = Narito ka
tags-label = Mga tag
tag-index-threads = thread
pager-label = Iba pa sa listahang ito
pager-newer = Mas bago
pager-older = Mas luma
copy-done = Nakopya ang link

## Forms

field-optional = (opsiyonal)
field-problem = Problema:
problems-heading = May kailangang baguhin bago magpatuloy
editor-preview = I-preview
editor-preview-label = Ganito ang magiging itsura
editor-help = Pag-format
editor-help-strong = matingkad na salita
editor-help-strong-sign = **salita**
editor-help-code = code sa loob ng linya
editor-help-code-sign = `code`
editor-help-block = bloke ng code
editor-help-block-sign = ```
editor-help-list = listahan
editor-help-list-sign = - aytem
editor-help-link = link
editor-help-link-sign = [salita](address)
editor-help-quote = sipi
editor-help-quote-sign = > salita
tag-input-list = Mga tag
tag-input-found = % tag ang nahanap

## Notices

notice-success = Tapos na:
notice-information = Paalala:
notice-warning = Babala:
notice-failure = Problema:

## The home page

ask-field-label = Saan mo kailangan ng tulong?
ask-field-example = Saan mo kailangan ng tulong?
ask-field-ask = Magtanong
ask-field-search = Maghanap
category-open = { $count } bukas
category-resolved = { $count } nalutas
category-threads = { $count } thread
category-wait = nasasagot sa loob ng { $wait }

## Lists of threads

thread-row-answers = { $count } sagot
thread-row-replies = { $count } tugon
thread-row-affected = { $count } tao ang may ganito rin
thread-row-score = { $count } boto

## Posts

post-accepted = Tinanggap na sagot
post-accepted-by = tinanggap ni { $name }
post-accepted-on-behalf = tinanggap ni { $name } para sa nagtanong
post-first-by = Isinulat ni { $name }
post-answer-by = Sagot ni { $name }
post-reply-by = Tugon ni { $name }
post-edited = na-edit
post-by-mail = sa pamamagitan ng email
post-quote-by = mula kay { $name }
post-quote-more = Basahin ang buong sagot
votes-up = Nakatulong ito
votes-down = Hindi ito nakatulong
votes-score = boto
comments-write = Magkomento
comments-post = I-post ang komento

## Revisions

diff-added = Idinagdag:
diff-removed = Inalis:
diff-skipped = { $count } linyang hindi nagbago

## Looking after the site

moderation-bar-label = Moderasyon
permission-verb = Ano
permission-never = hindi
permission-own = sarili
permission-any = oo
job-waiting = Naghihintay
job-running = Tumatakbo
job-retrying = Susubukan ulit
job-done = Tapos na
job-dead = Patay
job-progress = { $done } sa { $all }
