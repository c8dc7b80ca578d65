### The headings and fixed words of the draft that repeated questions propose; its sentences are people's own.

draft-problem = The problem
draft-asked = Asked in other words:
draft-steps = What to do
draft-explanation = The answer
draft-differences = Where answers differ, and what others add
draft-answer = Answer
draft-says = What it says
draft-environment = What varies between the questions
draft-system = Operating system
draft-browser = Browser
draft-version = Version
draft-tags = Tags
draft-code = The answer gives this code:
draft-cited = { $name }, { $day }
draft-names = { $names } and { $last }
draft-authors = Compiled from answers by { $names }.
draft-licence = Licence: { $licence }.
draft-licence-stack-exchange = Answers from Stack Exchange are licensed under { $licence }.
