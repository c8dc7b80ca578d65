### Redacting a thread.

act-redact = Take out words
redact-title = Take words out for good
redact-explained = Personal data or a secret is taken out of this thread: its title, its texts, every earlier version, notes, and articles that came of it, drafts too. Search forgets it.
redact-words = Which words?
redact-words-hint = Exactly as they stand there; capitals and line breaks do not matter.
redact-reason = Why?
redact-reason-hint = The log keeps the reason, and its author is told. Do not write the words here.
redact-look = Show where they stand
redact-none = These words stand nowhere in this thread.
redact-found = { $count ->
    [one] They stand there once
   *[other] They stand there { $count } times
}
redact-more = { $count ->
    [one] and in one more text
   *[other] and in { $count } more texts
}
redact-more-here = { $count ->
    [one] and once more
   *[other] and { $count } more times
}
redact-becomes = In their place will stand { $mark }
redact-for-good = This cannot be undone: nothing keeps the words.
redact-button = Take them out for good
redact-unseen = out of your sight
redact-place-title = A title
redact-place-text = The text of the thread
redact-place-answers = What was asked in the template
redact-place-reply = A reply
redact-place-comment = A comment
redact-place-version = An earlier version
redact-place-note = A note or a reason
redact-place-file = A file
redact-place-article = An article
redact-place-proposal = A proposal
redact-place-message = A message that came by mail
problem-redact-words-missing = Type the words that are to go.
problem-redact-words-short = Type at least { $limit } characters: fewer stand in too many other words.
problem-redact-words-long = Type at most { $limit } characters; take out one part after the other.
problem-redact-reason-tells = The reason names the words, and others read it. Say it without them.
problem-field-redact-words = Words
problem-field-redact-reason = Reason
notice-redacted = The words are gone. Nothing keeps them.

## Splitting replies off

act-split = Split off
split-title = Split replies off
split-explained = Replies that are about something else become a thread of their own.
split-nothing = No reply of this thread can be split off.
split-replies = Which replies?
split-replies-hint = The oldest of them becomes the text of the new thread, in its author's name.
split-name = Title of the new thread
split-category = Category
split-reason = Why? Other moderators read it.
split-will = Both threads say where the replies went, and their addresses lead there. It can be undone.
split-button = Split off
split-from = It was split off this thread:
split-went = Some replies went on as a thread of their own:
split-back = Put it back there
problem-split-none = Tick at least one reply.
problem-split-many = Tick at most { $limit } replies.
problem-split-gone = One of these replies does not stand here any more. Choose again.
problem-split-merged = One of these replies came here with a merge. Undo that first, or leave it out.
problem-split-accepted = The oldest of these was accepted as the answer. Leave it here.
problem-split-category = This category does not take such a thread, or other people see it. Choose another one.
problem-field-split-reply = Replies
problem-field-split-title = Title
problem-field-split-category = Category
problem-field-split-reason = Reason
notice-split = The replies are a thread of their own now.

## Pinning until a day

act-pin-until = Pin until a day
pin-until = Until which day?
pin-until-hint = It stays on top of its category until this day begins (UTC).
pin-until-button = Pin until then
problem-field-pin-until = Day

## Deleting for good

post-deleted-until = Deleted: only moderators see it. It can be brought back until { $until }; then its text is deleted for good.
post-erased = Deleted for good: nothing of its text is kept.
notice-erased = It cannot be brought back: its text was deleted for good, 30 days after it was deleted.

## Acts on a selection

selection-act = With the ticked ones
selection-delete = Delete
selection-close = Close
selection-lock = Lock
selection-move = Move
selection-retag = Give other tags
selection-go = Go on
selection-pick = Tick “{ $title }”
selection-pick-reply = Tick
selection-explained = One act, with one reason. The log ties it together and takes all of it back in one press.
selection-nothing = Nothing would change.
selection-back = Back to the threads
selection-unchanged = Stays as it is
selection-reason = Why?
selection-reason-hint = It stands in the log at each of them, and their authors read it where they are told.
selection-tags = Tags
selection-tags-hint = Each thread gets exactly these, separated by commas; with none, its tags are taken off.
problem-field-selection-reason = Reason
problem-field-selection-close = Reason for closing
problem-field-selection-category = Category
problem-field-selection-tags = Tags
notice-selection-empty = Tick at least one, then choose what to do.
notice-selection-many = Tick at most 50 at once.
notice-selection-done = It is done. The moderation log takes all of it back in one press.
notice-selection-partly = It is done where it could be; some stay as they were. The moderation log takes it back in one press.
notice-selection-undone = All of it is as it was.
notice-selection-partly-undone = What could be taken back is as it was; for the rest something came later.
selection-title-delete = { $count ->
    [one] Delete one post
   *[other] Delete { $count } posts
}
selection-title-close = { $count ->
    [one] Close one thread
   *[other] Close { $count } threads
}
selection-title-lock = { $count ->
    [one] Lock one thread
   *[other] Lock { $count } threads
}
selection-title-move = { $count ->
    [one] Move one thread
   *[other] Move { $count } threads
}
selection-title-retag = { $count ->
    [one] Give one thread other tags
   *[other] Give { $count } threads other tags
}
selection-do-delete = { $count ->
    [one] Delete it
   *[other] Delete all { $count }
}
selection-do-close = { $count ->
    [one] Close it
   *[other] Close all { $count }
}
selection-do-lock = { $count ->
    [one] Lock it
   *[other] Lock all { $count }
}
selection-do-move = { $count ->
    [one] Move it
   *[other] Move all { $count }
}
selection-do-retag = { $count ->
    [one] Give it these tags
   *[other] Give all { $count } these tags
}
selection-one-of = { $count ->
    [one] the only one of its selection
   *[other] one of { $count } at once
}
selection-undo-all = { $count ->
    [one] Undo it
   *[other] Undo all { $count }
}
