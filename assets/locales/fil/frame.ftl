## Mga link ng balangkas, at ang pahina ng pagkakamali.

menu-threads = Mga thread
menu-tags = Mga tag
menu-settings = Mga setting
menu-admin = Pangangasiwa
footer-permissions = Sino ang puwedeng gumawa ng ano

fault-way-threads = Lahat ng thread
fault-way-home = Home

fault-not-found-title = Walang laman ang address na ito
fault-not-found = Baka nailipat o nabura na ang pahina, o mali ang pagkaka-type ng address. Tingnan ang mga thread, o magsimula sa home.
fault-wrong-method-title = Hindi iyan puwedeng gawin dito
fault-wrong-method = Hindi tumatanggap ng ganitong request ang address na ito. Bumalik at gamitin ang mga button ng pahina.
fault-forbidden-title = Hindi mo puwedeng gawin iyan
fault-forbidden = Walang pahintulot ang account mo. Nakalista sa pahinang “Sino ang puwedeng gumawa ng ano” ang puwedeng gawin ng bawat papel.
fault-sign-in-needed-title = Mag-sign in muna
fault-sign-in-needed = Kailangan ng account para dito.
fault-malformed-form-title = Hindi buong dumating ang form
fault-malformed-form = Bumalik, i-reload ang pahina at ipadala ulit. Nasa pahina pa ng browser ang isinulat mo.
fault-malformed-query-title = Hindi kumpleto ang address na ito
fault-malformed-query = May nabago o naputol sa address. Magsimula ulit sa listahan.
fault-malformed-text-title = Hindi mabasa ang teksto
fault-malformed-text = May mga byte itong hindi wastong UTF-8. Bumalik at magpadala ng plain text.
fault-too-large-title = Masyadong mahaba iyan
fault-too-large = Hanggang 64 kB ang isang post. Bumalik at paikliin ito; kung mahaba ang log, itira ang bahaging malapit sa error.
fault-wrong-type-title = Hindi kilalang paraan ng pagpapadala ng form
fault-wrong-type = Gamitin ang form na nasa pahina.
fault-forged-title = Galing sa ibang site ang request na ito
fault-forged = Para ligtas ang account mo, walang binago. Buksan ang pahina rito at ipadala ulit.
fault-too-many-title = Napakabilis mo
fault-too-many = May hangganan ang dami ng hiling na sinasagot ng forum na ito sa takdang panahon, at lumampas ka na. Maghintay ng { $wait }, saka magpatuloy.
fault-too-slow-title = Masyadong matagal
fault-too-slow = Napakabagal dumating ng ipinadala ng browser mo kaya huminto na sa paghihintay ang server. Bumalik, at ipadala ulit kapag mas maayos ang koneksyon.
fault-busy-title = Abala ang server
fault-busy = Walang nawala sa mga nakumpirma na. Maghintay ng ilang segundo at subukan ulit.
fault-cannot-save-title = Walang mai-save sa ngayon
fault-cannot-save = Hindi makasulat ang server sa disk nito. Kopyahin ang isinulat mo, at subukan ulit mamaya; makikita ng mga nagpapatakbo ang dahilan sa log.
fault-broken-title = May nagkamali sa panig namin
fault-broken = Nasa log ng server ang dahilan. Walang nawala sa mga nakumpirma na. Subukan ulit, o bumalik mamaya.
fault-locked-title = Hindi na tumatanggap ng post ang thread na ito
fault-locked = Ni-lock o isinara ito ng moderator. Magsimula ng bagong thread kung may gusto ka pang sabihin, at i-link ang thread na ito.

kept-signed-out = Naka-sign out ka na. Nasa pahinang ito pa ang isinulat mo: mag-sign in sa bagong tab, saka bumalik dito at ipadala ulit.
kept-to-send = Nasa pahinang ito pa ang isinulat mo. Ipadala ulit, o kopyahin.
kept-to-copy = Nasa pahinang ito pa ang isinulat mo para makopya mo.
kept-send = Ipadala ulit
