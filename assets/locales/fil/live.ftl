# Ano ang bago, at mga live na update.

thread-row-new = { $count } bago
thread-news = { $count } bago mula nang huli mong punta
thread-news-first = Pumunta sa una
post-new = Bago
live-answers = May mga bagong sagot: ipakita
live-replies = May mga bagong tugon: ipakita
