### Search.

menu-search = Search
search-title = Search
search-title-of = Search for { $typed }
about-search = Find questions, their answers and articles by their words.
search-label = Search questions, answers and articles
search-example = What are you looking for?
search-button = Search
search-results = What was found
search-count = { $count ->
    [one] { $count } thread
   *[other] { $count } threads
}
search-count-more = { $count ->
    [one] { $count } thread or more
   *[other] { $count } threads or more
}
search-count-all = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
search-count-all-more = { $count ->
    [one] { $count } result or more
   *[other] { $count } results or more
}
search-some-only = None has all of these words; these have some.
search-corrected = Nobody writes “{ $typed }” here; shown is “{ $meant }”.
search-cut = The search was longer than is read; its beginning was used.
search-filling = The search is being made ready. Try again in a moment.
search-beyond = There is nothing on this page: the results end before it.
search-articles = Articles
search-categories = Categories
search-of-answer = Accepted answer
search-none = Nothing was found
search-none-explained = Try fewer or other words, or ask: somebody may know.
search-narrow = Nothing has all that narrows this search.
search-wider = { $count ->
    [one] Search the words alone: { $count } result
   *[other] Search the words alone: { $count } results
}
search-near = Tags that are near
search-not-it = None of these is it?
search-ask = Ask a new question
search-help = How to search
search-help-phrase = these words together
search-help-without = without this word
search-help-tag = with this tag
search-help-category = in this category; articles have none
search-help-is = resolved, open or unanswered questions
search-help-is-article = articles only
search-help-by = started or written by this person
search-help-before = started or published before this day
pager-before = Back
pager-after = Next
pager-number = Page { $count }
