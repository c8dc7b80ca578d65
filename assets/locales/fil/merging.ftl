### Mga duplicate, pagsasama ng isang thread sa iba, at mga problemang alam na.

act-merge = Pagsamahin
merge-title = Isama sa ibang thread
merge-explained = Lilipat ang laman nito sa ibang thread na pareho ang itinatanong.
merge-find = Sa aling thread?
merge-find-hint = Ang address nito, ang numero nito, o mga salitang makakahanap nito.
merge-find-button = Hanapin
merge-found = Piliin ang mananatili
merge-this = Ang thread na ito
merge-that = ay isasama sa
merge-other = Ibang thread
merge-will = Ang mangyayari
merge-will-move = { $count ->
    [0] Magiging tugon doon ang teksto nito, sa pangalan ng may-akda.
    [one] Magiging tugon doon ang teksto nito, sa pangalan ng may-akda, at kasamang lilipat ang { $count } tugon nito, pati mga komento at boto.
   *[other] Magiging tugon doon ang teksto nito, sa pangalan ng may-akda, at kasamang lilipat ang { $count } na tugon nito, pati mga komento at boto.
}
merge-will-lead = Doon hahantong ang bawat address ng thread na ito.
merge-will-join = Doon bibilangin ang lahat ng may ganitong problema.
merge-will-bring-answer = Kasama ang tinanggap na sagot: malulutas nito ang isa pang tanong.
merge-will-keep-answer = Mananatili sa isa pang tanong ang sagot na tinanggap doon.
merge-will-undo = Puwede itong bawiin. Mananatili roon ang mai-post doon habang magkasama.
merge-will-hide = Mas kaunti ang nakakakita sa isa pang thread: hindi na makikita ng mga hindi naka-sign in ang laman nito.
merge-will-hide-staff = Mga kawani lang ang nakakakita sa isa pang thread: wala nang ibang makakakita ng laman nito.
merge-reason = Bakit? Nababasa ito ng ibang moderator.
merge-button = Pagsamahin
merge-refused-itself = Iisang thread ang mga ito. Pumili ng iba.
merge-refused-deleted = Nabura na o naisama na sa iba ang isa sa mga ito.
merge-refused-other-kind = Magkaiba sila ng uri: ang tanong ay isinasama sa tanong, ang talakayan sa talakayan.
merge-refused-wider-audience = Mas marami ang nakakakita sa isa pang thread kaysa rito. Ilipat muna iyon, para walang mabunyag nang hindi sinasadya.
merge-refused-circle = Isinara ang isa pang thread bilang kapareho nito. Isama iyon dito, o buksan muna iyon muli.
opening-question = Itinanong bilang sariling tanong:
opening-thread = Sinimulan bilang sariling thread:
unmerge-open = Bawiin ang pagsasama
unmerge-explained = Babalik ang teksto at mga tugon nito sa sariling thread, kasama ang mga sinabi tungkol sa mga ito. Mananatili rito ang iba pang nai-post.
unmerge-button = Paghiwalayin
notice-merged = Pinagsama na ang mga thread. Ito ang simula ng isa pa.
notice-merged-before = May nagsama na nito. Narito na ito ngayon.
notice-unmerged = Hiwalay na ulit ang thread.
notice-merged-on = Isinama pa sa iba ang thread na ito. Bawiin muna iyon.
problem-field-merge-reason = Dahilan
problem-field-into = Ang isa pang thread
problem-field-q = Ang isa pang thread
problem-thread-missing = Walang ganoong thread. Sumubok ng ibang salita.
problem-words-find-none = Walang nahanap na thread ang mga salitang ito. Sumubok ng iba, o i-paste ang address nito.
problem-original-choose = Pumili ng isa sa mga nahanap, o mag-type ng ibang salita.
problem-original-itself = Ang thread na ito mismo iyon. Magbigay ng iba.
problem-original-circle = Isinara iyon bilang duplicate nito. Buksan muna ulit iyon.
close-found = Isa sa mga ito
thread-duplicates = { $count ->
    [one] itinanong pa nang { $count } beses
   *[other] itinanong pa nang { $count } beses
}

## Mga problemang alam na

known-problems = Mga problemang alam na
known-problems-told = { $count ->
    [one] { $count } problema ang alam na rito.
   *[other] { $count } problema ang alam na rito.
}
mark-known-problem = Problemang alam na
thread-problem-known = Problemang alam na mula
thread-problem-solved = Nalutas na ang problemang ito
step-problem = Ganito rin ba ang sa iyo?
act-tell-problem = Problemang alam na
act-solve-problem = Nalutas
tell-problem-in = Sa aling kategorya ito itinatanong?
tell-problem-hint = Unang makikita ang anunsyong ito ng sinumang magtatanong doon.
tell-problem-button = Ipakita roon
solve-problem-explained = Hindi na ito ipapakita sa mga nagtatanong.
solve-problem-button = Nalutas na ito
notice-problem-told = Unang makikita ito ng sinumang magtatanong sa kategoryang iyon.
notice-problem-solved = Nalutas na ang problema: hindi na ito ipapakita sa mga nagtatanong.
