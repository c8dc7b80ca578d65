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
