# What is new, and live updates.

thread-row-new = { $count } new
thread-news = { $count ->
    [one] { $count } new since you were here
   *[other] { $count } new since you were here
}
thread-news-first = Go to the first
post-new = New
live-answers = New answers have come: show them
live-replies = New replies have come: show them
