### Paghahanap.

menu-search = Maghanap
search-title = Paghahanap
search-title-of = Paghahanap ng { $typed }
about-search = Hanapin ang mga tanong, sagot at artikulo ayon sa mga salita nito.
search-label = Maghanap ng mga tanong, sagot at artikulo
search-example = Ano ang hinahanap mo?
search-button = Hanapin
search-results = Mga nahanap
search-count = { $count ->
    [one] { $count } usapan
   *[other] { $count } na usapan
}
search-count-more = { $count ->
    [one] { $count } usapan o higit pa
   *[other] { $count } na usapan o higit pa
}
search-count-all = { $count ->
    [one] { $count } resulta
   *[other] { $count } na resulta
}
search-count-all-more = { $count ->
    [one] { $count } resulta o higit pa
   *[other] { $count } na resulta o higit pa
}
search-some-only = Walang may lahat ng salitang ito; ang mga ito ay may ilan.
search-corrected = Walang sumusulat ng “{ $typed }” dito; ang ipinapakita ay “{ $meant }”.
search-cut = Masyadong mahaba ang hinanap; ang simula lang nito ang ginamit.
search-filling = Inihahanda pa ang paghahanap. Subukan ulit maya-maya.
search-beyond = Walang laman ang pahinang ito: tapos na ang mga resulta bago nito.
search-articles = Mga artikulo
search-categories = Mga kategorya
search-of-answer = Tinanggap na sagot
search-none = Walang nahanap
search-none-explained = Subukan ang mas kaunti o ibang mga salita, o magtanong: baka may nakakaalam.
search-narrow = Walang tumutugma sa lahat ng nagpapakitid sa paghahanap na ito.
search-wider = { $count ->
    [one] Hanapin ang mga salita lang: { $count } resulta
   *[other] Hanapin ang mga salita lang: { $count } na resulta
}
search-near = Mga kalapit na tag
search-not-it = Wala ba rito ang hanap mo?
search-ask = Magtanong ng bago
search-help = Paano maghanap
search-help-phrase = magkakasunod na mga salita
search-help-without = wala ang salitang ito
search-help-tag = may ganitong tag
search-help-category = nasa kategoryang ito; walang kategorya ang mga artikulo
search-help-is = mga tanong na nalutas (resolved), bukas (open), o wala pang sagot (unanswered)
search-help-is-article = mga artikulo lang
search-help-by = sinimulan o isinulat ng taong ito
search-help-before = sinimulan o inilathala bago ang araw na ito
pager-before = Bumalik
pager-after = Susunod
pager-number = Pahina { $count }
