# Mga feed, larawan ng mga thread, at ang sinasabi tungkol sa mga pahinang wala na.
feed-all = Mga bagong thread
feed-unanswered = Mga tanong na wala pang sagot
feed-reply-by = Tugon ni { $author }
feed-link = Feed
about-list = Mga tanong ng mga tao, ang mga sagot na nakatulong sa kanila, at ang mga pinag-uusapan.
about-ask = Magtanong: sabihin kung ano ang sinubukan mo at ano ang nangyari, at sasagot ang mga nakakaalam.
about-tags = Kung tungkol saan ang mga tanong at talakayan dito.
picture-alt = { $title } – { $standing }
picture-discussion = Talakayan
picture-announcement = Anunsyo
fault-gone-title = Nabura na ito
fault-gone = Narito ito dati, at inalis ng sumulat o ng moderator. Baka makatulong ang ibang thread.
