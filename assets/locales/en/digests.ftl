### Digests: asking for them, choosing, stopping; and waiting for one question without an account.

## Choosing

digests-title = Digests
digests-about = What happened here, by letter, at the hour that suits you. Nothing comes until you say so.
digests-about-visitor = Leave your address, and a letter asks whether you want this. Each digest stops with one click.
digests-member = You have an account: your digests stand in its settings.
digest-frequency = How often?
digest-daily = Every day
digest-weekly = Every week
digest-weekday = On which day?
digest-weekday-hint = Counts for weekly digests.
digest-hour = At what time?
digest-hour-of-day = { $hour }:00
digest-zone = Time zone
digest-zone-hint = Such as Asia/Jakarta, Asia/Manila or Europe/Berlin.
digest-language = Language
digest-language-site = The language of the forum
digest-categories = Which categories?
digest-categories-hint = Without a category and a tag you hear about everything.
digest-tags = Which tags?
digest-tags-hint = Separated by commas.
digest-sections = What should be in it?
digest-want = Send me digests
digest-save = Save
digest-stop = Stop all digests
digest-stop-about = Then none comes any more. You can ask for them again at any time.
digest-next = The next one comes on { $day } at { $hour }:00.
digest-off = You get no digests now.
problem-no-tag = There is no such tag. Choose one that the forum uses.
problem-field-frequency = How often
problem-field-weekday = Day
problem-field-hour = Time
notice-digests-on = Digests come from now on.
notice-digests-saved = Your choices are saved.
notice-digests-stopped = No digest comes any more.

## Asking for them without an account

digests-sent-title = Look into your letters
digests-sent = A letter is on its way to the address that you gave. Digests come once you press the button behind its link, within two days.
digests-confirm-title = Do you want digests?
digests-confirm-about = They go to { $email }.
digests-confirm-button = Yes, send me digests
digests-confirmed-title = Digests come from now on
digests-confirmed = You can choose what they are about, and stop them, from each letter.
digests-confirmed-before = You get digests already.
digests-gone-title = This link is good for nothing any more
digests-gone = It was asked for too long ago, or was stopped. Ask for digests again if you want them.
digests-choose-title = Your digests
digests-choose-about = They go to { $email }.
digests-stop-title = Stop all digests?
digests-stop-button = Stop all digests
digests-stopped-title = No digest comes any more
digests-stopped = If you change your mind, ask for digests again.
digests-nothing = Nobody gets digests by this link now. There is nothing to stop.

## The letter

letter-digest-subject = { $site }: what happened from { $from } to { $to }
letter-digest-list = Digests of { $site }
letter-digest-why = You get this because you asked for digests of { $site }.
letter-digest-choose = Choose what digests are about, and when they come
letter-digest-stop = Stop all digests
digest-section-waiting = What your letters had no room for
digest-section-to-confirm = Did an answer solve it?
digest-section-own-open = Your open questions
digest-section-unanswered = Waiting for an answer
digest-section-resolved = Resolved and worth reading
digest-section-articles = New articles
digest-section-proposals = Articles that are proposed
digest-section-reviews = Articles to look over
digest-section-figures = How questions went
digest-asked = asked { $day }
digest-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
digest-people = { $count ->
    [one] { $count } person has this
   *[other] { $count } people have this
}
digest-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
digest-why-waiting = { $count ->
    [one] { $count } thing here was not told by letter, as a day brings only so many.
   *[other] { $count } things here were not told by letter, as a day brings only so many.
}
digest-why-to-confirm = You asked this, and it was answered. Say which answer solved it.
digest-why-own-open = You asked this, and nobody has answered yet.
digest-why-category = You chose the category { $category }.
digest-why-tag = You chose the tag { $tag }.
digest-why-unanswered = Nobody has answered it yet.
digest-why-resolved = It was resolved in this time.
digest-by-article = An article answers it.
digest-by-original = It asks the same as a question that is resolved.
digest-why-article = It was published in this time.
digest-why-proposal = { $count ->
    [one] { $count } person asked for this, and there is no article.
   *[other] { $count } people asked for this, and there is no article.
}
digest-why-review = Its review was due on { $day }.
digest-figures = Asked: { $asked }. Answered: { $answered }. Resolved: { $resolved }.
digest-median = Half of those that were answered waited { $wait } or less.
digest-reports = Read the reports

## Letters to people without an account

letter-subscribe-subject = Do you want digests of { $site }?
letter-subscribe-what = Somebody asked for digests of { $site } at this address. If it was you, say yes, and they come.
letter-subscribe-button = Yes, send me digests
letter-subscribe-until = The link works for two days.
letter-subscribe-not-you = If it was not you, do nothing: without your word nothing comes.
letter-subscribed-subject = You get digests of { $site } already
letter-subscribed-what = Somebody asked for digests of { $site } at this address. You get them already, so nothing was changed.
letter-awaiting-subject = Shall we tell you? { $question }
letter-awaiting-what = Somebody wants to be told at this address when “{ $question }” is resolved. If it was you, say yes: one letter comes, once.
letter-awaiting-button = Yes, tell me
letter-awaiting-until = The link works for two days. If it was not you, do nothing. The same link takes it back later.
letter-resolved-subject = Resolved: { $question }
letter-resolved-what = “{ $question }” is resolved. You wanted to know.
letter-resolved-button = Read the answer
letter-resolved-once = This was the only letter. Your address is forgotten now.

## Waiting for one question

tell-me-button = Tell me when it is solved
tell-me-about = One letter comes when this question is resolved. Then your address is forgotten.
tell-me-title = Tell me when it is solved
tell-me-resolved = This question is resolved already.
tell-me-sent-title = Look into your letters
tell-me-sent = A letter is on its way to the address that you gave. Press the button behind its link within two days, and you are told.
tell-me-confirm-title = Shall we tell you?
tell-me-confirm-button = Yes, tell me
tell-me-waits-title = You will be told
tell-me-waits = One letter comes when it is resolved.
tell-me-withdraw = Do not tell me
tell-me-forgotten-title = Nothing comes
tell-me-forgotten = This address does not wait for the question, or was told already. It is forgotten.
