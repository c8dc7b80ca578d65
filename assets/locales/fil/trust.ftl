### Kung paano lumalago ang tiwala sa pamamagitan ng asal, at kung ano ang hindi pa puwede sa mga baguhan.

## Kung bakit hindi pa na-post ang isang bagay

problem-newcomer-links = { $limit ->
    [one] Bilang baguhan, isang link sa ibang site ang puwede mong ilagay sa isang post. Alisin ang iba; makapagdaragdag ka pa kapag matagal-tagal ka na rito.
   *[other] Bilang baguhan, { $limit } link sa ibang site ang puwede mong ilagay sa isang post. Bawasan ang mga ito; makapagdaragdag ka pa kapag matagal-tagal ka na rito.
}
problem-newcomer-threads = { $limit ->
    [one] Sa unang araw mo, isang thread ang puwede mong simulan, at nagawa mo na. Masisimulan mo ang susunod mula { $at }. Kopyahin ang teksto mo para hawak mo ito pagdating noon.
   *[other] Sa unang araw mo, { $limit } thread ang puwede mong simulan, at nagawa mo na. Masisimulan mo ang susunod mula { $at }. Kopyahin ang teksto mo para hawak mo ito pagdating noon.
}
problem-newcomer-replies = { $limit ->
    [one] Sa unang araw mo, isang sagot ang puwede mong isulat, at nagawa mo na. Maisusulat mo ang susunod mula { $at }. Kopyahin ang teksto mo para hawak mo ito pagdating noon.
   *[other] Sa unang araw mo, { $limit } sagot ang puwede mong isulat, at nagawa mo na. Maisusulat mo ang susunod mula { $at }. Kopyahin ang teksto mo para hawak mo ito pagdating noon.
}
not-posted-yet = Sa unang araw mo, may hangganan ang dami ng thread na masisimulan mo, kaya hindi pa ito na-post. Narito ang isinulat mo; magtanong ulit gamit ito bukas.
incoming-why-too-many-links = mas marami ang link kaysa sa puwede sa post ng baguhan
incoming-why-first-day = nakasulat na ang baguhan ng hanggang sa puwede sa unang araw niya
letter-unposted-too-many-links = Bago pa ang account mo, at mas marami ang link nito sa ibang site kaysa sa puwede sa post ng baguhan. Bawasan ang mga ito, at ipadala ulit.
letter-unposted-first-day = Bago pa ang account mo, at may hangganan ang mai-po-post ng mga baguhan sa unang araw nila. Ipadala ulit ito bukas.

## Sa pahina ng kung sino ang puwedeng gumawa ng ano

trust-title = Paano lumalago ang tiwala
trust-about = Mas marami ang nagagawa ng nakikibahagi rito. Bawat oras tinitimbang ang tiwala mula sa mga bilang na ito, at dapat maabot ang lahat ng nasa isang hanay.
trust-table = Ang hinihingi para sa tiwala
trust-column-what = Ano ang binibilang
trust-column-member = Miyembro
trust-column-regular = Regular na miyembro
trust-column-you = Ikaw
trust-counts-days = Mga araw mula nang mag-sign up
trust-counts-visits = Mga araw na may pagbisita
trust-counts-threads = Mga thread na nabasa
trust-counts-helpful = Mga sagot na tinanggap, ibinoto o pinasalamatan
trust-missing = { $count ->
    [one] (isa pa)
   *[other] ({ $count } pa)
}
trust-never-falls = Nananatili ang tiwalang nakamit na.
trust-kept-from = { $days ->
    [one] Ang post na kailangang alisin ng mga moderator ay pumipigil sa paglago ng tiwala nang isang araw.
   *[other] Ang post na kailangang alisin ng mga moderator ay pumipigil sa paglago ng tiwala nang { $days } araw.
}
trust-kept-from-and-falls = { $count ->
    [one] Ang post na kailangang alisin ng mga moderator ay nagpapababa ng tiwala nang isang antas, at pumipigil sa paglago nito nang { $days } araw.
   *[other] Ang post na kailangang alisin ng mga moderator ay pumipigil sa paglago ng tiwala nang { $days } araw. Bumababa ito nang isang antas kapag { $count } ang naalis sa panahong iyon.
}
trust-grants-helper = Nagiging tagatulong ang mga regular na miyembrong kabilang sa mga tagatulong ng buwan.
trust-own-newcomer = Isa kang baguhan.
trust-own-member = Isa kang miyembro.
trust-own-regular = Isa kang regular na miyembro, at hanggang diyan lumalago ang tiwala.
trust-own-role = Mas marami ang pinahihintulot ng papel mo kaysa sa tiwala.
trust-fell = Bumaba ang tiwala sa iyo dahil kinailangan ng mga moderator na alisin ang mga post mo.
trust-grows-again = Maaari ulit itong lumago mula { $at }.
trust-open-to-me = Ang bukas sa iyo
trust-silence = Pagsulat
trust-links = Mga link sa ibang site
trust-threads = Mga bagong thread
trust-replies = Mga sagot
trust-uploads = Mga larawan at file
trust-unbounded = Hangga’t kailangan mo.
trust-in-a-post = { $count ->
    [one] Isa sa bawat post, hanggang maging miyembro ka.
   *[other] { $count } sa bawat post, hanggang maging miyembro ka.
}
trust-in-first-day = { $count ->
    [one] Isa sa unang araw mo, na nagsisimula sa una mong isusulat.
   *[other] { $count } sa unang araw mo, na nagsisimula sa una mong isusulat.
}
trust-full-until = { $count ->
    [one] Isa sa unang araw mo, at naisulat mo na. Maisusulat ang susunod mula { $at }.
   *[other] { $count } sa unang araw mo, at naisulat mo na. Maisusulat ang susunod mula { $at }.
}
trust-files = { $count ->
    [one] Isa sa loob ng 24 oras, hanggang { $megabytes } MB.
   *[other] { $count } sa loob ng 24 oras, bawat isa ay hanggang { $megabytes } MB.
}
trust-no-files = Hindi pa puwede.

## Para sa mga administrator

admin-trust = Tiwala
admin-trust-explained = Kung paano nagkakamit ng tiwala ang mga tao, at kung ano ang puwede sa mga baguhan bago iyon. Nababasa ng lahat ang mga bilang na ito sa pahina ng kung sino ang puwedeng gumawa ng ano, katabi ng sa kanila.
setting-trust-newcomers = Mga baguhan
setting-newcomer-links = Mga link sa ibang site sa isang post
setting-newcomer-links-hint = Mula 0 hanggang 50. Ang 0 ay walang hangganan.
setting-newcomer-threads = Mga thread sa unang araw nila
setting-newcomer-threads-hint = Mula 0 hanggang 1,000. Ang 0 ay walang hangganan. Nagsisimula ang araw sa unang thread.
setting-newcomer-replies = Mga sagot sa unang araw nila
setting-newcomer-replies-hint = Mula 0 hanggang 1,000. Ang 0 ay walang hangganan. Nagsisimula ang araw sa unang sagot.
setting-trust-members = Para maging miyembro
setting-trust-regulars = Para maging regular na miyembro
setting-trust-days = Mga araw mula nang mag-sign up sila
setting-trust-days-hint = Mula 0 hanggang 3,650.
setting-trust-visits = Mga araw na narito sila
setting-trust-visits-hint = Mula 0 hanggang 1,000.
setting-trust-threads = Mga thread na nabasa nila
setting-trust-threads-hint = Mula 0 hanggang 1,000.
setting-trust-helpful = Mga sagot na tinanggap, ibinoto o pinasalamatan ng iba
setting-trust-helpful-hint = Mula 0 hanggang 1,000.
setting-trust-conduct = Kapag may post na kailangang alisin
setting-clean-days = Ilang araw nito pinipigilan ang paglago ng tiwala
setting-clean-days-hint = Mula 0 hanggang 3,650. Bumibilang ito kapag kinatigan ng moderator ang isang ulat.
setting-upheld-to-fall = Ilang post sa mga araw na iyon ang nagpapababa ng tiwala nang isang antas
setting-upheld-to-fall-hint = Mula 0 hanggang 50. Sa 0, hindi kailanman bumababa ang tiwala.
setting-grants-helper = Gawing tagatulong ang mga regular na miyembro
setting-grants-helper-hint = Ang mga regular na miyembrong kabilang sa mga tagatulong ng buwan sa isang kategorya ay binibigyan ng papel na tagatulong, nang isang beses. Ikaw ang magpapasya sa sinumang nagkaroon na ng ibang papel.
problem-field-newcomer-links = Mga link ng baguhan
problem-field-newcomer-threads = Mga thread ng baguhan
problem-field-newcomer-replies = Mga sagot ng baguhan
problem-field-member-days = Mga araw ng miyembro
problem-field-member-visits = Mga pagbisita ng miyembro
problem-field-member-threads = Mga thread na nabasa ng miyembro
problem-field-member-helpful = Mga nakatulong na sagot ng miyembro
problem-field-regular-days = Mga araw ng regular na miyembro
problem-field-regular-visits = Mga pagbisita ng regular na miyembro
problem-field-regular-threads = Mga thread na nabasa ng regular na miyembro
problem-field-regular-helpful = Mga nakatulong na sagot ng regular na miyembro
problem-field-clean-days = Mga araw na pumipigil sa paglago
problem-field-upheld-to-fall = Mga post na nagpapababa ng tiwala
job-weigh-trust = Timbangin ang tiwala sa mga bumisita
log-act-change-trust = Binago ang tiwala kay
