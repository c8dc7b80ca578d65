### Repeated questions: what they propose, the desk on which moderators decide, what an article pays back, and outbreaks.

menu-repeats = { $count ->
    [0] Repeated questions
    [100] Repeated questions (100+)
   *[other] Repeated questions ({ $count })
}
desk-repeats = { $count ->
    [0] Repeated questions
    [100] Repeated questions (100+)
   *[other] Repeated questions ({ $count })
}
thread-repeats = { $count ->
    [one] Asked { $count } time: see the group
   *[other] Asked { $count } times: see the group
}

## The desk

repeats-title = Repeated questions
repeats-about = What people ask again and again, and what would save them from asking. What affects most people stands first.
repeats-filter = Show
repeats-open = All that waits
repeats-adopted = Being written
repeats-decided = Decided
repeats-none = Nothing waits for a decision
repeats-none-of-kind = Nothing of this kind waits
repeats-none-about = A question is proposed here once { $askers } people have asked it in other words within { $days } days. New questions are compared as they arrive.
repeats-none-adopted = Nothing is being written
repeats-none-adopted-about = What you adopt stands here until its article is published.
repeats-none-decided = Nothing was decided yet
repeats-none-decided-about = What was declined, linked, merged or published stands here, with who decided it.
repeats-question = Question
repeats-state = State
repeats-asked = { $count ->
    [one] asked once
   *[other] asked { $count } times
}
repeats-people = People affected
repeats-askers = Askers
repeats-me-too = “Me too”
repeats-me-toos = { $count ->
    [one] { $count } has this too
   *[other] { $count } have this too
}
repeats-views = Views
repeats-growth = Growth
repeats-open-share = Unresolved
repeats-unhelpful = Did not help
repeats-unresolved = { $open } of { $count } ({ $share } %)
repeats-per-week = { $whole }.{ $tenth } a week
repeats-figures = Figures
repeats-people-about = { $count ->
    [one] Askers, “me too”, and one for each view.
   *[other] Askers, “me too”, and one for every { $count } views. Growth is that of the last four weeks.
}
repeats-by-week = Week by week
repeats-week = Week from
repeats-asked-in-week = Asked

## Proposals

proposal-answer = Needs an answer first
proposal-article = New article
proposal-linking = Link to an article
proposal-revision = Revise an article
proposal-answer-about = Several people ask this, and no answer to any of them is accepted or voted for. Answer one: as soon as that answer is accepted or voted for, this becomes the proposal of an article.
proposal-article-about = Several people ask this, and no article answers it.
proposal-linking-about = An article answers some of these already. Link the rest:
proposal-revision-about = Questions that this article had settled are open again, or it helps fewer of its readers:
proposal-answer-next = Two groups: what is ticked, and what is not. They are kept apart from now on.
proposal-article-next = Adopting opens the draft in the editor. When that article is published, it answers the questions that are ticked, and their askers get a letter. Open ones are resolved by it; those that were resolved keep what settled them.
proposal-linking-next = The article answers the questions that are ticked, and their askers get a letter. Open ones are resolved by it; those that were resolved keep what settled them.
proposal-revision-next = This opens the article in the editor.
proposal-since = Proposed
proposal-row-adopted = Adopted by { $name }
proposal-row-done = Done by { $name }
proposal-row-declined = Declined by { $name }
proposal-row-merged = Merged by { $name }
proposal-is-adopted = { $name } adopted this. The article is being written.
proposal-is-done = { $name } decided this, and it is done.
proposal-is-declined = { $name } declined this. It comes back when the group has grown by half.
proposal-is-merged = { $name } merged this with another group.
proposal-is-lapsed = This is no longer so, and ended by itself: the questions went to other groups, were deleted, or were settled.
proposal-into = See that group
proposal-members = Questions that ask the same
proposal-members-count = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
proposal-parts = Parts
proposal-parts-about = This group is large. Each part holds what is most alike; what you tick concerns this part only.
proposal-part = Part { $count }
proposal-read = Read
proposal-alone = Not the same
repeats-score = { $percent } %
repeats-why-words = words: { $words }
repeats-why-title = similar title
repeats-why-tags = tags: { $tags }
repeats-why-meaning = same meaning
repeats-why-people = because people said so
repeats-why-unknown = The score is known when the search index is ready.
settled-open = not settled yet
settled-accepted = an answer is accepted
settled-closed = closed
settled-article = answered by the article
proposal-adopt = Adopt and write the article
proposal-revise = Revise the article
proposal-link = Link and tell the askers
proposal-split = Make two groups: ticked and not ticked
proposal-decline-heading = Decline
proposal-decline-reason = Why not?
proposal-decline-hint = Others read it here. The proposal comes back when the group has grown by half.
proposal-decline = Decline
proposal-merge-heading = Merge with another group
proposal-merge-other = The other group
proposal-merge-hint = Both ask the same: they are one group from now on.
proposal-merge-choose = Choose a group
proposal-merge = Merge
proposal-typed = What you wrote
proposal-put-back = Put back
proposal-go-on = Go on writing
proposal-draft = Draft
proposal-draft-about = Put together from the accepted and upvoted answers. Every sentence names the answer it comes from.
article-from-proposal = Begun from repeated questions. Check every word: when this article is published, it answers the questions that you left ticked, and their askers get a letter.
proposal-outrun = Nothing was decided: this changed while you were looking at it. Here is what you saw, and what is so now. Decide again below.
proposal-outrun-decided = Nothing was done: somebody decided this while you were looking at it. Below stands who decided what.
proposal-seen = What you saw
proposal-now = What is so now
proposal-left = no longer here
proposal-joined = new
proposal-gone = { $count ->
    [one] and { $count } that was deleted
   *[other] and { $count } that were deleted
}
problem-ticked = Tick at least one question, and leave at least one out if you make two groups.
problem-field-ticked = Questions
problem-field-other = The other group
notice-proposal-declined = It is declined. It comes back when the group has grown by half.
notice-proposal-linked = The questions are linked, and their askers get a letter.
notice-proposal-linked-some = The questions are linked, but for some that take no such link: they are locked, or not everybody who reads them may read the article. The askers of the others get a letter.
notice-proposal-merged = The two groups are one now.
notice-proposal-split = They are kept apart from now on.
notice-proposal-put-back = It waits for a decision again.
log-act-decline-proposal = Declined what is proposed for
log-act-join-repeats = Said to ask the same as another group:
log-act-part-repeats = Parted from its group:

## Payback

payback-heading = Payback
payback-sentence = { $before } before ({ $count-before } in { $weeks-before ->
    [one] { $weeks-before } week
   *[other] { $weeks-before } weeks
}), { $since } since ({ $count-since } in { $weeks-since ->
    [one] { $weeks-since } week
   *[other] { $weeks-since } weeks
}).
payback-numbers = The numbers behind it
payback-article = Article
payback-before = Before
payback-since = Since
payback-published = Published
payback-count = Asked since

## Outbreaks

outbreak-heading = { $count ->
    [one] { $count } person suddenly asks:
   *[other] { $count } people suddenly ask:
}
outbreak-about = That is far more than usual. If something is broken, tell of it as a known problem, so that others need not ask.

## Settings

setting-repeats = Repeated questions
setting-fewest-askers = People who have to ask the same
setting-fewest-askers-hint = From 2 to 100. From so many on, repeated questions propose an article.
setting-proposal-days = Within how many days
setting-proposal-days-hint = From 7 to 3650. After an import, all time counts once.
setting-tells-outbreaks = Tell moderators by letter when a question is suddenly asked by many
setting-tells-outbreaks-hint = It stands on top of their pages in any case.
problem-fewest-askers = Type a whole number from 2 to 100.
problem-proposal-days = Type a whole number from 7 to 3650.
problem-field-fewest-askers = People who have to ask the same
problem-field-proposal-days = Within how many days

## Letters

job-outbreak-noticed = Letter: a question is suddenly asked by many
letter-article-why = You asked “{ $question }”. The article “{ $article }” answers it now, and the question is resolved.
letter-article-why-settled = You asked “{ $question }”. It is resolved already; the article “{ $article }” now answers it too.
letter-article-not-working = If it still does not work, say so under your question: { $address }
letter-outbreak-subject = Many people ask the same at { $site }
letter-outbreak-what = { $count ->
    [one] { $count } person suddenly asks:
   *[other] { $count } people suddenly ask:
} “{ $question }”
letter-outbreak-do = That is far more than usual. If something is broken, tell of it as a known problem, so that others need not ask.
letter-outbreak-button = Read the question
letter-outbreak-once = You get this letter once, however many ask.
