### Mga gabay: mga artikulong binabasa nang hakbang-hakbang.

## Walking through one

guide-step = Hakbang { $number }:
guide-question = Gumana ba?
guide-worked = Gumana
guide-not = Hindi gumana
guide-did-work = gumana
guide-did-not-work = hindi gumana
guide-done = Mga nagawa mo na
guide-all = Lahat ng hakbang sa isang pahina
guide-to-solved = nalutas
guide-to-contact = lumapit sa isang tao
guide-to-ask = magtanong sa forum
guide-solved = Nalutas
guide-solved-explained = Mabuti naman. Binibilang ito para makita ng nangangalaga sa gabay na nakakatulong ito.
guide-again = Bumalik ang problema: magsimula ulit
guide-contact = Kailangan itong tingnan ng isang tao
guide-contact-explained = Sabihin sa kanila ang mga ginawa mo; nasa ibaba ang mga iyon.
guide-ask = Magtanong na lang sa forum
guide-ask-title = { $guide } – hindi nakatulong ang gabay
guide-ask-followed = Sinunod ko ang gabay na { $guide }:
guide-ask-now = Ang nangyayari ngayon:
notice-guide-changed = May nagbago sa gabay na ito, o hindi buo ang address. Dito ito nagsisimula.
notice-guide-is-article = Binabasa na ito ngayon mula umpisa hanggang dulo.

## Writing one

article-field-kind = Paano ito binabasa
article-field-kind-hint = Isang hakbang bawat pagkakataon ang ipinapakita ng gabay, at itinatanong pagkatapos kung gumana.
article-kind-article = Artikulo: mula umpisa hanggang dulo
article-kind-guide = Gabay: hakbang-hakbang
guide-help = Paano isinusulat ang gabay
guide-help-steps = Bawat heading ay isang hakbang. Tinatapos ng “Gumana” ang gabay; papunta sa susunod na hakbang ang “Hindi gumana”, at sa form ng pagtatanong pagkatapos ng huli. Sapat na iyon sa karamihan ng mga gabay.
guide-help-lines = Kung sa iba papunta ang isang hakbang, sabihin iyon sa mga huling linya nito:
guide-help-example =
    ## Dilaw ba ang singsing?

    Tingnan ang hub mula sa itaas.

    Gumana: I-restart ang router
    Hindi gumana: kontak

    ## I-restart ang router

    Hugutin ang plug nito nang sampung segundo.
guide-help-endings = Pagkatapos ng tutuldok, isulat ang pangalan ng isang hakbang o isa sa mga salitang ito: susunod, nalutas, kontak, magtanong.
guide-check = Suriin ang mga hakbang
guide-checked = Kung saan papunta ang mga hakbang

## Who looks after one

guide-leaving = Kung saan iniiwan ng mga tao ang gabay
guide-leaving-hint = Kung ilang beses sinagot ang bawat hakbang, at ilan ang nakarating doon pero hindi sumagot.
guide-column-step = Hakbang
guide-column-left = Tumigil doon
notice-article-was-no-guide = Walang nabago: hindi gabay ang bersyong iyon. Gawin munang artikulong binabasa mula umpisa hanggang dulo ang artikulo.

## Problems

problem-guide-no-step = Kailangan ng gabay ng mga hakbang. Simulan ang bawat isa sa heading, gaya ng ## I-restart ang router.
problem-guide-steps-many = Hanggang { $limit } hakbang lang ang isang gabay. Gawin itong dalawang gabay.
problem-guide-step-unnamed = Hakbang { $limit }: walang salita ang heading nito.
problem-guide-step-reserved = Hakbang { $limit }: salitang nagtatapos ng gabay ang heading nito. Bigyan ito ng ibang pangalan.
problem-guide-step-twice = Hakbang { $limit }: may naunang hakbang na ganito rin ang pangalan. Bigyan ito ng iba.
problem-guide-exit-twice = Hakbang { $limit }: dalawang beses nitong sinasabi kung saan papunta ang iisang sagot. Isang linya lang ang iwan.
problem-guide-worked-unknown = Hakbang { $limit }: ang nasa likod ng “Gumana” ay hindi pangalan ng hakbang, at hindi rin susunod, nalutas, kontak o magtanong.
problem-guide-not-unknown = Hakbang { $limit }: ang nasa likod ng “Hindi gumana” ay hindi pangalan ng hakbang, at hindi rin susunod, nalutas, kontak o magtanong.
problem-guide-step-unreached = Hakbang { $limit }: walang ibang hakbang na papunta rito. Banggitin ito sa isa, o alisin.
problem-guide-step-endless = Hakbang { $limit }: anuman ang isagot mula roon, paikot-ikot lang. Papuntahin ang isang sagot sa nalutas, kontak o magtanong.
