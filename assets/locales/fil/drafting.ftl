### Ang mga pamagat at nakapirming salita ng burador na iminumungkahi ng mga paulit-ulit na tanong; sa mga tao ang mga pangungusap nito.

draft-problem = Ang problema
draft-asked = Itinanong sa ibang salita:
draft-steps = Ang dapat gawin
draft-explanation = Ang sagot
draft-differences = Kung saan nagkakaiba ang mga sagot, at ano ang idinadagdag
draft-answer = Sagot
draft-says = Ang sinasabi nito
draft-environment = Ang nagkakaiba sa mga tanong
draft-system = Operating system
draft-browser = Browser
draft-version = Bersyon
draft-tags = Mga tag
draft-code = Ito ang code na ibinigay sa sagot:
draft-cited = { $name }, { $day }
draft-names = { $names } at { $last }
draft-authors = { $count ->
    [one] Binuo mula sa mga sagot ni { $names }.
   *[other] Binuo mula sa mga sagot nina { $names }.
}
draft-licence = Lisensya: { $licence }.
draft-licence-stack-exchange = Ang mga sagot mula sa Stack Exchange ay may lisensyang { $licence }.
