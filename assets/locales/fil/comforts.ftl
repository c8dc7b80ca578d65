# Maliliit na tulong sa pagbabasa at pagsusulat: code, mga draft, sipi, pangalan, key, ang mga pahina ng mahabang thread.

code-copy = Kopyahin
code-copied = Nakopya

# Inilalagay ng script kung gaano na katagal, gaya ng “5 minuto ang nakalipas”, sa lugar ng %.
draft-back = Naibalik ang draft mo (%).
draft-discard = Itapon ito
offline = Naka-offline ka, kaya walang naipadala. Subukan ulit kapag may koneksyon na.
offline-kept = Naka-offline ka, kaya hindi ito naipadala. Mananatili rito ang isinulat mo: ipadala ito kapag may koneksyon na.

quote = Sipiin
people-list = Mga tao
people-found = % tao ang nahanap

shortcuts-title = Mga keyboard shortcut
shortcuts-about = Mga key na gumagana sa bawat pahina habang hindi ka nagta-type sa isang field.
shortcuts-need-script = Kailangan ng mga ito ang JavaScript, na naka-off sa browser na ito. Maaabot din ang lahat gamit ang Tab at Enter.
shortcuts-switch = Gamitin ang mga key na ito sa browser na ito
shortcuts-close = Isara
shortcut-then = saka
shortcut-sheet = Ipakita ang mga key na ito
shortcut-home = Pumunta sa home
shortcut-threads = Pumunta sa lahat ng thread
shortcut-unanswered = Pumunta sa mga tanong na wala pang sagot
shortcut-ask = Magtanong
shortcut-next = Susunod na post, o susunod na linya ng listahan
shortcut-previous = Ang nauna rito
shortcut-reply = Sumulat ng sagot
footer-shortcuts = Mga keyboard shortcut

replies-pages = Mga pahina ng tugon
replies-first = Unang pahina
replies-more = Iba pang tugon
replies-latest = Pinakabagong tugon
