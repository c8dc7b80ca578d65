### The report of searches without an answer.

menu-searches = Unanswered searches
searches-title = Searches without an answer
searches-about = What people looked for here and did not find, what most of them missed first.
searches-period = Period
searches-days = { $count } days
searches-finding = { $share } % of { $count ->
    [one] { $count } search
   *[other] { $count } searches
} in { $days } days led to no answer.
searches-finding-none = { $count ->
    [one] { $count } found nothing;
   *[other] { $count } found nothing;
}
searches-finding-unopened = { $count ->
    [one] { $count } found something, and nobody opened any of it.
   *[other] { $count } found something, and nobody opened any of it.
}
searches-none-title = Nobody has searched in these days
searches-none = As soon as somebody does, this page says what they did not find.
searches-all-answered = From every search something was opened.
searches-words = Searched for
searches-count = Searches
searches-found-none = Found nothing
searches-unopened = Opened nothing
searches-opened = Opened something
searches-last = Last
searches-ask = Ask it
searches-ask-about = about { $words }
searches-download = Download as CSV
searches-means = What is counted
searches-means-answer = Without an answer
searches-means-answer-text = A search that found nothing, or that found something of which nothing was opened. What only staff may see is not counted as found.
searches-means-once = Once
searches-means-once-text = The same words of the same visitor within half an hour are one search, however many of its pages they look at. While somebody types, only what stood for ten seconds, or was opened, is a search. Robots are left out.
searches-means-kept = What is kept
searches-means-kept-text = The words, when, and how much was found, for a year. Not who searched, nor from where. What looks like an e-mail address or a telephone or card number is left out of the words.
