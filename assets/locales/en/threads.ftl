### Reading, asking, answering, and what is done to threads.

former-member = former member
role-asker = Asked this

## Home

home-welcome = What can we help you with?
home-resolved-count = { $count ->
    [one] { $count } question has been resolved here.
   *[other] { $count } questions have been resolved here.
}
home-categories = Categories
home-unanswered = Waiting for an answer
home-all-unanswered = All unanswered
home-none-waiting = Every question has an answer.
home-resolved = Recently resolved
home-all-resolved = All resolved
home-empty = There is nowhere to ask yet
home-empty-explained = An administrator makes the first category; then questions can be asked.
home-make-category = Make the first category

## Lists

list-title = Threads
list-title-tag = Threads about { $tag }
list-title-both = { $tag } in { $category }
list-ask = Ask
list-standing = Where they stand
list-order = Order
list-tags-here = Tags here
list-tag-everywhere = { $tag } everywhere
list-all = All
list-unanswered = Unanswered
list-open = Open
list-resolved = Resolved
list-active = Active
list-new = Newest
list-votes = Most votes
list-none = No threads here yet
list-none-explained = Ask the first question; somebody else surely wonders too.
list-none-unanswered = Nothing waits for an answer
list-none-unanswered-explained = Every question here has at least one answer.
list-none-open = No open questions
list-none-open-explained = Every question here is resolved or closed.
list-none-resolved = Nothing is resolved here yet
list-none-resolved-explained = A question is resolved when its asker accepts an answer.

tags-title = Tags
tags-explained = What threads are about, the most used first.
tags-find = Tags that begin with
tags-none = No such tag
tags-none-explained = Tags are made by those who ask: up to five for each thread.

## A thread

thread-asked-by = asked by
thread-started-by = started by
thread-affected = { $count ->
    [one] { $count } person has this
   *[other] { $count } people have this
}
thread-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
thread-views = { $count ->
    [0] not yet
    [one] once
   *[other] { $count } times
}
thread-answers = { $count ->
    [0] No answers yet
    [one] { $count } answer
   *[other] { $count } answers
}
thread-replies = { $count ->
    [0] No replies yet
    [one] { $count } reply
   *[other] { $count } replies
}
thread-me-too = I have this too
thread-reopened = { $name } says that it still does not work,
thread-locked = Locked: only moderators can post here.
thread-closed-by = Closed by { $name }
thread-original = The answer is in:
closed-duplicate = Duplicate: the same was asked before.
closed-off-topic = Off topic: it does not belong here.
closed-unclear = Unclear: nobody can tell what is asked.
closed-outdated = Outdated: time has settled it.
closed-other = Closed.
order-helpful = Most helpful first
order-oldest = Oldest first

aside-facts = This thread
aside-duplicates = The same question, asked again ({ $count })
fact-category = Category
fact-asked = Started
fact-active = Last active
fact-resolved = Resolved
fact-affected = Affects
fact-seen = Seen

step-solved = Did this solve it for good?
step-solved-explained = If the problem comes back, say so, and the question is open again.
step-which = Which answer solved it?
step-which-explained = Accept it: the next person with this question finds it at once.
step-see-answers = See the answers
step-wait = Your question is waiting for an answer
step-wait-explained = People who can help see it on the home page. Add what you find out meanwhile by editing it.
step-help = Can you help, or do you have this too?
step-answer = Write an answer
step-stuck = Still stuck?
step-stuck-explained = Ask with what is different for you: your own question finds its own answer.
step-ask = Ask your own
thread-see-answer = See the answer
aside-similar-questions = Similar questions ({ $count })
aside-similar = Similar threads ({ $count })
aside-similar-articles = Articles on this ({ $count })
aside-people = People here
reopen-open = Still not working
reopen-reason = What happens now?
reopen-button = Reopen the question
reopen-closed-reason = Why is it open again?
reopen-closed-button = Reopen

post-share = Share
post-edit = Edit
post-delete = Delete
post-undelete = Undelete
post-unaccept = Not the solution
post-deleted = Deleted: only moderators see it.
post-actions = Actions
delete-removal = What it is
removal-other = Something else
removal-spam = Spam
removal-off-topic = Off topic
delete-reason = Why?
delete-explained = Readers no longer see it. Moderators can bring it back for 30 days; then its text is deleted for good.
delete-button = Delete it
accept-own = This solved it
accept-on-behalf = Accept for the asker
comment-label = Your comment
comment-hint = A short note. To help with the question, write an answer.
comments-label = Comments
comments-title = Comments
comments-all = { $count ->
    [one] Show { $count } comment
   *[other] Show all { $count } comments
}

answer-heading = Your answer
reply-heading = Your reply
answer-label = Your text
answer-hint = Say what to do, step by step, and what should happen then.
answer-button = Post answer
reply-button = Post reply
answer-shut = This thread takes no more posts.
answer-sign-in-explained = Sign in to answer, to comment, or to say that an answer helped.

act-close = Close
act-reopen = Reopen
act-move = Move
act-retag = Retag
act-pin = Pin
act-unpin = Unpin
act-lock = Lock
act-unlock = Unlock
close-reason = Reason
close-original = The thread that asks the same
close-original-hint = For duplicates: its address, its number, or words that find it.
close-note = A word to the asker
close-button = Close thread
move-to = To category
move-nowhere = No other category takes threads of this kind.
move-button = Move
retag-button = Save tags

## Asking and editing

ask-title = Ask a question
ask-explained = One problem at a time is answered fastest.
ask-choose-hint = Choose a category and press Preview to see what it asks for.
ask-button = Post question
ask-post-button = Post
ask-sign-up-button = Sign up and post question
ask-who-are-you = So that answers reach you
ask-who-explained = We send one letter to confirm your address; your question is kept and posted when you press its button.
ask-have-account = I have an account
ask-next = What happens next: people who can help see it at once, and answers show up under it.
ask-next-visitor = What happens next: you get a letter, press its button, and your question is posted.
field-title = What is the problem?
field-title-hint = One sentence, as you would say it to a colleague.
field-category = Category
field-category-choose = Choose one
field-kind = What is it?
kind-question = Question
kind-question-hint = Something that an answer can settle.
kind-discussion = Discussion
kind-discussion-hint = Something to talk about; no answer is accepted.
kind-announcement = Announcement
kind-announcement-hint = News from the people who run this.
field-body = What happened, and what did you expect?
field-body-hint = What you did, what you saw, the exact words of an error. Markdown works.
field-tags = Tags
field-tags-hint = Up to five, separated by commas.
field-reason = Why is it changed?
field-reason-hint = A few words for the history.
edit-title = Edit
edit-reply-title = Edit your text
edit-comment-title = Edit comment
edit-button = Save
history-title = History
history-version = Version { $number }
history-none = It was never changed
history-none-explained = There is only the version that is on the page.
history-title-changed = Title
history-tags-changed = Tags
history-answers-changed = Answers to what is asked
history-body-changed = Text

## Problems

problem-title-missing = Write a title: what is the problem, in one sentence?
problem-title-short = Write a title of at least { $limit } characters.
problem-title-long = A title has at most { $limit } characters. Shorten it; the details go below.
problem-body-missing = Write what happened.
problem-body-long = A text can be up to { $limit } kB. For long logs, keep the part around the error.
problem-control-characters = There are characters in it that cannot be shown. Paste it as plain text.
problem-comment-missing = Write a comment.
problem-comment-long = A comment has at most { $limit } characters. Longer texts are better as an answer.
problem-reason-missing = Say why, in a few words.
problem-reason-long = A reason has at most { $limit } characters.
problem-tag-characters = A tag has letters, digits, and + # . - only.
problem-tag-long = A tag has at most { $limit } characters.
problem-tags-many = Choose at most { $limit } tags.
problem-tag-reserved = “complete” is an address of the forum. Choose another tag.
problem-category-missing = Choose a category.
problem-kind = This category does not take that kind. Choose another one.
problem-answer-missing = Fill this in: it is needed to help you.
problem-line-long = This can have up to { $limit } characters. Shorten it.
problem-missing = Fill this in.
problem-choice = Choose one of the values.
problem-thread-locked = The thread was locked or closed meanwhile. Copy your text; it cannot be posted here.
problem-original-missing = Give the address or the number of another thread.

## What was just done

notice-thread-posted = Your question is posted. Answers show up under it.
notice-reply-posted = Your answer is posted.
notice-comment-posted = Your comment is posted.
notice-edited = The change is saved.
notice-unchanged = Nothing was changed.
notice-voted = Your vote is counted.
notice-unvoted = Your vote is taken back.
notice-me-too = You are counted among those who have this problem.
notice-not-me-too = You are no longer counted among those who have this problem.
notice-accepted = Accepted. The question is resolved, and the answer stands first.
notice-unaccepted = The answer is no longer accepted. The question is open again.
notice-reopened = The question is open again.
notice-closed = The thread is closed.
notice-locked = The thread is locked.
notice-unlocked = The thread takes posts again.
notice-pinned = The thread stays on top of its category.
notice-unpinned = The thread no longer stays on top.
notice-moved = The thread is moved.
notice-retagged = The tags are saved.
notice-thread-deleted = The thread is deleted.
notice-reply-deleted = The answer is deleted.
notice-comment-deleted = The comment is deleted.
notice-undeleted = It is back.
