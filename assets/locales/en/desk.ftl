### Flags, what is held, and the desk of moderators.

menu-moderation = { $count ->
    [0] Moderation
    [100] Moderation (100+)
   *[other] Moderation ({ $count })
}

## On a post

post-flag = Flag
post-flagged = You flagged this
post-case = This waits on the desk
post-held = Held for a moderator: only its author and moderators see it.

## What an author sees of what is held

held-title = Waiting for a moderator
held-thread = Your thread waits for a moderator. Only you and the moderators see it.
held-reply = Your post waits for a moderator. Only you and the moderators see it.
held-comment = Your comment waits for a moderator. Only you and the moderators see it.
held-for-flagged = Several members flagged it.
held-for-spam = It looks like advertising.
held-as-spam = They say that it is advertising.
held-as-rude = They say that it is rude.
held-as-personal = They say that it shows personal data or a secret.
held-as-off-topic = They say that it does not belong here.
held-as-other = They gave the moderators a reason of their own.
held-next = A moderator looks at it and decides. You need not do anything.

## The page that flags a post

flag-title-thread = Flag this thread
flag-title-reply = Flag this post
flag-title-comment = Flag this comment
flag-about = The moderators look at it. The author does not learn who flagged it.
flag-reason = What is wrong with it?
flag-spam = Advertising
flag-spam-hint = It sells something, or leads somewhere that nobody asked for.
flag-rude = Rude
flag-rude-hint = It insults, threatens or mocks somebody.
flag-personal = Personal data or a secret
flag-personal-hint = It shows an address, a number, a key or a password.
flag-off-topic = Does not belong here
flag-off-topic-hint = It is about something that this forum is not for.
flag-other = Something else
flag-other-hint = Say below what it is.
flag-words = More for the moderators
flag-words-hint = A sentence is enough. Only moderators read it.
flag-button = Flag it
flag-given = You flagged this as:
flag-waits = A moderator will look at it.
flag-decided = A moderator has looked at it and decided.
flag-withdraw = Take the flag back
flag-misused = Most of what you flagged lately was fine, so your flags weigh less for a while. When in doubt, answer the author instead. Flags that are right count again.
problem-flag-reason = Choose what is wrong with it.
problem-flags-a-day = You have flagged { $limit } posts within a day. Go on tomorrow.
problem-field-flag-reason = What is wrong with it
problem-field-flag-words = More for the moderators
notice-flagged = Flagged. A moderator will look at it.
notice-flagged-hidden = Flagged. It is hidden until a moderator has looked at it.
notice-flagged-before = You flagged this before.
notice-flagged-gone = It is already hidden. There is nothing left to flag.
notice-unflagged = Your flag is taken back.

## The desk

cases-title = Desk
cases-about = What members flagged, what is held and what a scan found, the most harmful first, and of those the oldest.
cases-begin = Begin
cases-none-title = Nothing waits
cases-none = No post is flagged, held or found by a scan.
cases-elsewhere = Also waiting
cases-proposals = { $count ->
    [0] Repeated questions: nothing proposed
    [one] Repeated questions: one proposal
    [100] Repeated questions: 100 proposals or more
   *[other] Repeated questions: { $count } proposals
}
cases-anomalies = { $count ->
    [0] Times that cannot be true: none
    [one] Times that cannot be true: one question
    [100] Times that cannot be true: 100 questions or more
   *[other] Times that cannot be true: { $count } questions
}
cases-log = Moderation log
cases-case-thread = A thread by { $name }
cases-case-reply = A post by { $name }
cases-case-comment = A comment by { $name }
cases-came = came to the desk
cases-claimed = { $name } is looking at this.
cases-hidden = It is deleted: only moderators see it.
cases-held-flagged = It is hidden, because the flags of members weigh enough.
cases-held-spam = It is hidden, because it looks like advertising.
cases-thread-deleted = The thread around it is deleted.
cases-decided-kept = { $name } left it.
cases-decided-deleted = { $name } deleted it.
cases-decided-spam = { $name } deleted it as advertising.
cases-decided-closed = { $name } closed the thread.
cases-decided-lapsed = Nothing was left to decide.
cases-flags = Flags
cases-more-flags = { $count ->
    [one] and one more
   *[other] and { $count } more
}
cases-light = most of their flags were wrong so far
cases-reason = Why, for the author
cases-reason-hint = The author reads it when you delete or close.
cases-keep = Leave it
cases-restore = Bring it back
cases-delete = Delete
cases-spam = Delete as advertising
cases-close = Close as off-topic
cases-put-back = Decide again
cases-others = Without deciding
cases-edit = Edit it first
cases-give-back = Leave it to others
cases-next = Next
cases-open = Look at it in its thread
cases-last-kept = You left it: { $title }
cases-last-deleted = You deleted it: { $title }
cases-last-spam = You deleted it as advertising: { $title }
cases-last-closed = You closed it: { $title }
cases-undo = Undo
cases-queue = All that waits
cases-row-thread = Thread
cases-row-reply = Post
cases-row-comment = Comment
cases-row-held = hidden
cases-why-flagged = Flagged
cases-why-spam = Looks like advertising
cases-with = { $name } looks at it
problem-decision = Press one of the buttons.
problem-field-decision = Decision
notice-desk-empty = That was the last one.
notice-decided-before = Somebody else decided this meanwhile.
notice-given-back = It is left to others.
notice-put-back = The decision is taken back. It waits again.

## Keys of the desk

shortcuts-desk = On the desk of moderators
shortcut-desk-next = Begin, or leave this one to others and go on
shortcut-desk-keep = Leave it, or bring it back
shortcut-desk-delete = Delete
shortcut-desk-spam = Delete as advertising
shortcut-desk-close = Close the thread as off-topic
shortcut-desk-why = Write why; Escape leads back
shortcut-desk-edit = Edit it first
shortcut-desk-open = Look at it in its thread
shortcut-desk-undo = Undo the last decision

## The log, the roles, what people are told

moderation-undo = Undo
moderation-undo-button = Undo
moderation-was = from { $was }
moderation-became = to { $became }
notice-act-undone = The act is taken back.
notice-act-not-undone = It is not in force any more, or something later stands in the way. Look at the thread.
log-act-hold = Held for a moderator:
log-act-dismiss = Left as it is:
log-act-put-back = Took a decision back about
verb-flag = Flag what others wrote
verb-decide = Decide on what is flagged or held
told-moderated-hold = Your thread waits for a moderator
told-moderated-hold-post = Your post waits for a moderator

## Settings

admin-moderation = Moderation
admin-moderation-explained = When a post hides itself until a moderator has looked at it.
setting-members-to-hide = Members who hide a post
setting-members-to-hide-hint = How many members of good record have to flag a post before it hides itself. The flags of helpers and moderators weigh more, those of newcomers and of people who flag wrongly less. With 0, none hides itself.
problem-members-to-hide = Enter a whole number from 0 to { $limit }.
problem-field-members-to-hide = Members who hide a post
