### The frame of every page and the parts that pages are made of.
### Numbers arrive with their thousands parted; `$count` also chooses the plural form.

## The frame

layout-skip = Skip to the content
layout-links = Main
layout-menu = Menu
layout-menu-of = Menu of { $name }
layout-ask = Ask
layout-sign-in = Sign in
layout-sign-up = Sign up
layout-sign-out = Sign out
layout-footer-links = About this site

## Numbers

figure = { $number }
figure-short-thousands = { $number } k
figure-short-millions = { $number } M

## Where a thread stands

mark-unanswered = Unanswered
mark-waiting = Waiting
mark-resolved = Resolved
mark-closed = Closed
mark-discussion = Discussion
mark-announcement = Announcement
mark-article = Article
mark-pinned = Pinned
mark-locked = Locked

## Links

breadcrumb-label = You are here
tags-label = Tags
tag-index-threads = { $count ->
    [one] thread
   *[other] threads
}
pager-label = More of this list
pager-newer = Newer
pager-older = Older
copy-done = Link copied

## Forms

field-optional = (optional)
field-problem = Problem:
problems-heading = This needs a change before it can go on
editor-preview = Preview
editor-preview-label = How it will look
editor-help = Formatting
editor-help-strong = strong words
editor-help-strong-sign = **words**
editor-help-code = code in a line
editor-help-code-sign = `code`
editor-help-block = a block of code
editor-help-block-sign = ```
editor-help-list = a list
editor-help-list-sign = - item
editor-help-link = a link
editor-help-link-sign = [words](address)
editor-help-quote = a quotation
editor-help-quote-sign = > words
tag-input-list = Tags
# The script puts the number in the place of %.
tag-input-found = { $count ->
    [one] % tag found
   *[other] % tags found
}

## Notices

notice-success = Done:
notice-information = Note:
notice-warning = Warning:
notice-failure = Problem:

## The home page

ask-field-label = What do you need help with?
ask-field-example = What do you need help with?
ask-field-ask = Ask a question
ask-field-search = Search
category-open = { $count } open
category-resolved = { $count } resolved
category-threads = { $count ->
    [one] { $count } thread
   *[other] { $count } threads
}
category-wait = answers take { $wait }

## Lists of threads

thread-row-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
thread-row-replies = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
thread-row-affected = { $count ->
    [one] { $count } person has this too
   *[other] { $count } people have this too
}
thread-row-score = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}

## Posts

post-accepted = Accepted answer
post-accepted-by = accepted by { $name }
post-accepted-on-behalf = accepted by { $name } for the asker
post-first-by = Posted by { $name }
post-answer-by = Answer by { $name }
post-reply-by = Reply by { $name }
post-edited = edited
post-by-mail = by mail
post-quote-by = by { $name }
post-quote-more = Read the whole answer
votes-up = This helped
votes-down = This did not help
votes-score = { $count ->
    [one] vote
   *[other] votes
}
comments-write = Comment
comments-post = Post comment

## Revisions

diff-added = Added:
diff-removed = Removed:
diff-skipped = { $count ->
    [one] { $count } unchanged line
   *[other] { $count } unchanged lines
}

## Looking after the site

moderation-bar-label = Moderation
permission-verb = What
permission-never = no
permission-own = own
permission-any = yes
job-waiting = Waiting
job-running = Running
job-retrying = Will retry
job-done = Done
job-dead = Dead
job-progress = { $done } of { $all }
