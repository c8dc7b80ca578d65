### Reports: how many never had to ask, and what the knowledge base does.

## What several figures say

report-nothing = not enough data
report-count = Number
report-of = Out of
# An amount of money; the hundredths are two digits.
report-money = { $sign }{ $whole }.{ $hundredths } { $currency }
# A number to a tenth.
report-tenths = { $sign }{ $whole }.{ $tenths }

## Self-service

self-service-title = Self-service
self-service-no-visits = Nobody opened the ask form in this period.
self-service-endings = What became of visits to the ask form
self-service-endings-finding = Of { $count } visits with suggestions, { $solved } found an answer or others with the same problem, and { $posted } posted a question.
self-service-endings-of-both = What became of visits, with suggestions and without
self-service-ending = Ending
self-service-shown = With suggestions
self-service-held-out = Held out, without suggestions
self-service-share = Share
ask-outcome-solved = “This solved it”
ask-outcome-joined = Joined an open question
ask-outcome-posted = Posted a question
ask-outcome-left-after-opening = Abandoned after opening a suggestion
ask-outcome-left = Abandoned without opening one
ask-outcome-open = Younger than a day, may still end
effect-nobody-held-out = Nobody was held out, so nothing can be said about what suggestions change. How many visitors see none is decided by an administrator.
effect-unknown = Not enough data: { $shown } visitors with suggestions and { $held-out } without have had their seven days. At least ten of each are needed.
effect-fewer = With suggestions, fewer visitors post a question.
effect-more = With suggestions, more visitors post a question.
effect-nothing = An effect is not shown.
effect-difference = Without suggestions, the share of visitors who posted within seven days is higher by { $difference } percentage points (95 % confidence: { $low } to { $high }; below 0 it is lower).
effect-side = Visitors
effect-visitors = Number
effect-posted = Posted within seven days
contacts-saved-sentence = For { $visitors } visitors with suggestions, that is { $count } fewer who posted ({ $low } to { $high }; below 0, more posted).
contacts-saved-nothing = The interval includes 0, so this may be chance: no saving is shown.
contacts-saved-worth = At { $each } for each contact, that is worth { $amount } ({ $low } to { $high }).
contacts-saved-no-worth = What a contact is worth is not set, so no amount is told.
instead-what = What was opened
instead-searches = Searches from which an article or a resolved question was opened
instead-visits = Visits to the ask form in which one was opened, and no question was posted
instead-limits = Nobody is followed from a search or an article to the ask form, so what people did afterwards is not known.
searches-ended = Searches that
searches-without-article = Found no article
searches-none-in-period = Nobody searched in this period.
searches-words-of-days = What most people did not find in the last { $count } days:
searches-all = All searches without an answer

## The knowledge base

knowledge-title = Knowledge base
knowledge-answering = Articles were linked as the answer to { $answered } questions and ended { $solved } visits to the ask form.
knowledge-payback = All articles together made contacts unnecessary that are worth { $amount }.
knowledge-none-paying = No article answered a question in this period.
knowledge-answered = Questions answered
knowledge-solved = Visits solved
knowledge-helped = Share helped
knowledge-saved = Worth
knowledge-opinions = Of { $count } opinions of articles, { $share } say that the article helped.
knowledge-no-opinions = Nobody said in this period whether an article helped.
knowledge-failing = Read, and of no help to at least every third who said so:
knowledge-due = { $count ->
    [0] No article is due for review.
    [one] { $count } article is due for review.
   *[other] { $count } articles are due for review.
}
knowledge-due-since = Due since
knowledge-desk = The desk of articles

## What the figures are called, and what they mean

figure-ask-visits = Visits to the ask form
figure-holdout-effect = Effect of suggestions
figure-contacts-saved = Contacts saved
figure-views-without-question = Read instead of asking
figure-searches-without-answer = Searches without an answer
figure-articles-answering = Questions answered by articles
figure-articles-helped = Articles that help
figure-articles-payback = Payback of articles
figure-articles-due = Articles due for review
definition-ask-visits = Visits to the ask form that began in the period. A visit is one form, from its opening to its end; robots are left out. It was solved when the visitor said so of a thread or an article that was suggested, joined when they joined an open question, posted when a question was posted. One that did not end within a day was abandoned, after opening a suggestion or without. Shares are of visits that are over; their intervals are Wilson’s, with 95 % confidence. Visits of visitors who are held out are counted apart. The category is the one that was chosen last; visits without one are counted when no category is chosen above. Tags, fields and groups of askers do not narrow this figure. Visits are kept for a year.
definition-holdout-effect = Some visitors, chosen at random by their cookie, see no suggestions. A visitor is on the side of their first visit in the period. What is compared is whether they posted a question within seven days after that visit began; only visitors whose seven days are over count. A visitor is a cookie of thirty days: the same person with two browsers is two visitors. The difference of the two shares is in percentage points, with Newcombe’s interval and 95 % confidence. With fewer than ten visitors on either side nothing is claimed. Nothing narrows this figure but the period: the category of a visit may be a consequence of what was suggested. Visits in categories that you may not see are left out.
definition-contacts-saved = The difference of the effect of suggestions, times the visitors with suggestions whose seven days are over; the ends of the interval likewise. When the interval includes 0, no saving is shown. The amount is that number times what an administrator says a contact is worth.
definition-views-without-question = Searches of the period from which an article, or a thread that was resolved when it was opened, was opened; and, of the visits to the ask form with suggestions that are over, those in which one was opened and that did not end with a posted question. Nobody is followed from one page to the next: a search may still have been followed by a question, and readers who came from elsewhere are not counted. Searches are narrowed by the period only, visits also by category. What was opened before this was recorded counts by whether the thread was resolved when recording began.
definition-searches-without-answer = Searches of the period that found nothing, that found something of which nothing was opened, and that could have found an article and found none. The same words of the same visitor within half an hour are one search; robots are left out. Nothing narrows this figure but the period. The words are counted over the last 7, 30 or 90 days up to now, whichever is the shortest that is as long as the period, and only shown to moderators and the staff. Searches are kept for a year.
definition-articles-answering = Questions that an article was linked to as the answer in the period, whenever they were asked, if that link is still in force and the question is not deleted; a question with two such articles counts once. Visits to the ask form that began in the period and ended because an article solved them are told beside. Both are narrowed by category, and by nothing else.
definition-articles-helped = Opinions of articles given in the period: the share that says the article helped, with Wilson’s interval and 95 % confidence. Each visitor has one opinion of an article, the latest. The list names articles that at least three visitors of the period found of no help, and at least every third who said anything. Views are all since the article was made; robots are left out. Nothing but the period narrows this figure.
definition-articles-payback = For each article, the questions that it was linked to as the answer in the period and the visits to the ask form that it solved in it, as in the figure above; both are contacts that were not necessary. The amount is their number times what an administrator says a contact is worth; it is not told while that is not set. The twenty articles with the highest number are named.
definition-articles-due = Published articles whose day of review has come by now, whatever the period. The twenty that have been due longest are named.
