# Mga grupo ng tao, at mga pribadong kategorya.

admin-groups = Mga grupo
admin-groups-about = Mga taong pinagsama-sama, at ang mga pribadong kategoryang nakikita nila.
groups-about = Binubuksan ng isang grupo ang mga pribadong kategorya sa mga tao nito. Sa pahina ng kategorya itinatakda kung ano ang puwede nila roon.
group-name = Pangalan
group-description = Sino ang kasama
group-member-count = Mga tao
group-staff-about = Ang mga sumasagot para sa kompanya. Sa pahina ng bawat tao sila isinasali at inaalis.
group-new = Bagong grupo
group-make = Gawin ang grupo
group-save = I-save ang grupo
group-words = Pangalan at paglalarawan
group-people = Mga tao sa grupo
group-empty = Wala pang tao sa grupong ito.
group-person = Pangalan ng tao
group-person-hint = Gaya ng nakasulat sa pahina nila.
group-put = Isali sa grupo
group-take = Alisin
group-take-named = Alisin sa grupo
group-put-into = Isali sa { $name }
group-take-out-of = Alisin sa { $name }
person-groups-about = Ang nakikita ng isang tao dahil sa grupo ay hindi na niya makikita sa sandaling alisin siya rito.
group-delete = Burahin ang grupo
group-delete-about = Mananatili ang mga tao nito, at mawawala sa kanila ang nakita nila dahil lang sa grupong ito.
group-grants = Mga pribadong kategorya
group-grants-none = Wala pang nakikitang pribadong kategorya ang grupong ito. Bigyan ito ng pahintulot sa pahina ng isa.
notice-group-made = Nariyan na ang grupo. Magsali ng mga tao rito.
notice-group-saved = Na-save na ang grupo.
notice-group-deleted = Nabura na ang grupo.
notice-group-joined = Kasama na sa grupo ang tao.
notice-group-left = Wala na sa grupo ang tao.
notice-group-unchanged = Ganoon na ito dati.
notice-group-grant-saved = Na-save na ang puwedeng gawin ng grupo.
problem-group-name-taken = May ibang grupong may ganitong pangalan. Pumili ng iba.
problem-group-person = Walang may ganitong pangalan. Hanapin ito sa pahina ng mga tao.

audience-private = Pribado
audience-private-hint = Ang mga grupo lang na pipiliin mo pagkatapos mag-save, at mga administrator.
notice-category-private = Pribado na ang kategorya. Piliin sa ibaba kung aling grupo ang makakakita nito.
category-groups = Sino ang nakakakita ng kategoryang ito
category-groups-about = Nakikita ng mga administrator ang bawat pribadong kategorya. Ang iba ay kailangang nasa grupong binigyan ng pahintulot dito, pati ang staff at mga moderator.
group-level = Puwede nilang gawin
group-level-of = Ang puwedeng gawin ng { $name }
group-level-save = I-save

grant-nothing = Wala
grant-see = Tumingin
grant-see-hint = Nababasa ang laman, at naipapaalam sa mga moderator ang nangangailangan sa kanila.
grant-ask = Magtanong
grant-ask-hint = Nakapagtatanong din, at nakapagsusulat sa ilalim ng sariling tanong.
grant-answer = Sumagot
grant-answer-hint = Nakasasagot, nakapagkokomento at nakaboboto rin sa lahat ng naroon.
grant-moderate = Mamahala
grant-moderate-hint = Nababago at nabubura rin ang isinulat ng iba roon, gaya ng mga moderator.
permissions-private = Sa mga pribadong kategorya
permissions-private-admins = Nakikita nila ang bawat pribadong kategorya at puwede nilang gawin ang lahat doon: sila ang nagpapatakbo ng forum. Namamahala ang mga moderator kung saan sila pinatitingin ng isang grupo.
answer-not-granted = Puwede kang magbasa rito. Hindi binigyan ng pahintulot na magsulat ang mga grupo mo.
merge-will-hide-private = Ang mga tao lang ng isang pribadong kategorya ang nakakakita sa isa pang thread: hindi na makikita ng iba ang laman nito.

setting-for-members = Mga miyembro lang ang nagbabasa rito
setting-for-members-hint = Ang paraan lang ng pag-sign in o pag-sign up, at ang mga dokumento, ang nakikita ng mga bisita. Titigil ang mga feed, ang sitemap at ang mga sulat sa mga taong walang account, at pakikiusapan ang mga search engine na lumayo.
setting-moderators-invite = Puwedeng mag-imbita ang mga moderator
setting-moderators-invite-hint = Nagbibigay sila ng imbitasyon sa pamamagitan ng link o sulat, sa mga grupong kinabibilangan nila, at binabawi ang sarili nilang imbitasyon.

problem-field-person = Tao
problem-field-put-reason = Dahilan ng pagsali o pag-alis
problem-field-delete-reason = Dahilan ng pagbura
