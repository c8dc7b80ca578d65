### Words that are watched, and what is made of a text before it is posted.

admin-watched-words = Watched words
watched-about = Words that are looked for in every post and comment before it stands in the forum, by form and by mail. Moderators may write all of them, and what helpers and staff write is never held.
watched-none = No word is watched.
watched-new = Watch another word
watched-one = A watched word
watched-text = Words or pattern
watched-text-hint = Whole words: “free money” is found in “Free – MONEY”, but not in “freed money”. A pattern is a regular expression and is looked for in the text in lower case.
watched-form = Look for it as
watched-form-words = whole words
watched-form-pattern = a pattern
watched-deed = What happens
watched-deed-block = It is not posted
watched-deed-hold = It waits for a moderator
watched-deed-replace = Something else stands there
watched-deed-tag = The thread gets a tag
watched-happens-block = Not posted
watched-happens-hold = Waits for a moderator
watched-happens-replace = Becomes “{ $with }”
watched-happens-tag = The thread gets the tag “{ $with }”
watched-with = What stands there, or the tag
watched-with-hint = Only for these two. Tags are given by a thread’s own title and text.
watched-keep = Watch it
notice-watched-kept = It is watched from the next post on.
notice-watched-deleted = It is no longer watched.
notice-post-held = It is posted and waits for a moderator.
problem-field-watched-text = Words or pattern
problem-field-watched-form = Look for it as
problem-field-watched-deed = What happens
problem-field-watched-with = What stands there, or the tag
problem-watched-no-word = Write at least one word of letters or digits.
problem-watched-words = Write { $limit } words at most.
problem-watched-pattern = This pattern cannot be read, or takes too much to look for.
problem-watched-empty = This pattern is found everywhere, as it also means nothing at all.
problem-watched-most = { $limit } words are watched at most. Delete one first.
problem-patterns-most = { $limit } patterns are watched at most. Delete one first.
problem-watched-in-post = “{ $words }” may not stand in a post here. Write it in other words.
held-for-watched = Words stand in it that the moderators look at first.
cases-held-watched = It is hidden, because words stand in it that are watched.
cases-why-watched = Watched words
cases-held-words = In it: { $words }
held-for-hasty = It was sent very soon after its form was opened, so a moderator looks at it first.
cases-held-hasty = It is hidden, because somebody new sent it sooner than anybody writes.
cases-why-hasty = Sent too soon
held-for-trapped = A field of its form was filled in that people do not see, so a moderator looks at it first.
cases-held-trapped = It is hidden, because a field was filled in that people do not see: a program may have sent it.
cases-why-trapped = Filled in by a program
held-for-doubted = A moderator has yet to look at your account. Until then, your posts wait.
cases-held-doubted = It is hidden, because its author signed up in a way that programs do, and waits.
cases-why-doubted = New account
incoming-why-blocked = words stand in it that may not stand in a post
letter-unposted-blocked = Words stand in it that may not stand in a post here. Write it in other words.

## Advertising

setting-spam-percent = Likelihood of advertising, in percent
setting-spam-percent-hint = The first posts of newcomers that are at least this likely to be advertising wait for a moderator. The forum learns it from what moderators decide, and holds nothing before it has seen ten posts of either kind. 0 holds none.
problem-field-spam-percent = Likelihood of advertising
problem-spam-percent = Write a number from 50 to { $limit }, or 0.
setting-fewest-seconds = Seconds that newcomers take to write
setting-fewest-seconds-hint = What newcomers send sooner after its form was opened waits for a moderator. 0 holds none.
problem-field-fewest-seconds = Seconds that newcomers take to write
problem-fewest-seconds = Write a number from 0 to { $limit }.
unseen-field = Leave this empty
problem-unseen-field = A field was filled in that people do not see, perhaps by a program that fills in forms. It is empty again: send the form once more.

## Signing up

setting-proof = Signing up
setting-proof-bits = Work of a sign-up
setting-proof-bits-hint = How many zero bits a browser works out while somebody signs up: 14 take about a second on a phone, and each one more twice as long. Whoever does not show them waits for a moderator. 0 asks for nothing.
setting-plain-question = Question for browsers without JavaScript
setting-plain-question-hint = Whoever answers it needs to show no work. Without a question, a moderator looks at them and at their first posts.
setting-plain-answer = Its answer
setting-plain-answer-hint = Capitals and spaces do not matter.
problem-field-proof-bits = Work of a sign-up
problem-proof-bits = Write a number from 0 to { $limit }.
problem-field-plain-question = Question for browsers without JavaScript
problem-field-plain-answer = Answer to the question
problem-plain-answer = This is not the answer. Try once more.
plain-answer-hint = A program cannot answer it.
proof-waits = One moment: your browser works something out
proof-done = It is worked out.
proof-going = % percent is worked out
proof-progress = Worked out
proof-without = Without JavaScript, a moderator looks at your first posts before others see them.
log-act-let-in = Let in after a look at their sign-up:
log-act-doubt = Had wait again for a look at their sign-up:

## Who signed up in a way that programs do

doubts-title = New accounts
doubts-one = The new account of { $name }
doubts-about = Until you decide, their first posts wait in the queue. Letting them in changes nothing about posts that wait there already.
doubts-why-unproven = Their browser did not do the work of a sign-up: it runs no JavaScript, or a program signed up.
doubts-why-hasty = The question with which they signed up was sent sooner than anybody writes.
doubts-why-burst = Many others signed up from the same network within an hour.
doubts-row-unproven = No work shown
doubts-row-hasty = Sent too soon
doubts-row-burst = Many from one network
doubts-let-in = Let in
doubts-remove = Remove with everything they wrote
doubts-open = Look at their page
doubts-decided-let-in = They were let in.
doubts-decided-removed = They were removed with everything they wrote.
doubts-last-let-in = You let { $name } in.
doubts-last-removed = You removed { $name }.

## Looking through what is here already

scan-title = Look through what is here
scan-about = Every thread, reply and comment that is here already, imported ones too, is looked through for watched words that may not be posted or that wait for a moderator. What newcomers wrote, and what an import brought whose authors have not taken over their accounts, is also judged by whether it looks like advertising. What is found comes to the desk and stays where it is until a moderator decides. What a moderator left once does not come back.
scan-words-only = Advertising is not told yet, as the moderators decided on too few posts, or it is turned off. Only watched words are found.
scan-begin = Look through everything
scan-go-on = Go on
scan-going = A scan is on its way: { $percent } percent is looked through.
scan-ended = The last scan ended
scan-found = { $count ->
    [0] It brought nothing to the desk.
    [one] It brought one post to the desk.
   *[other] It brought { $count } posts to the desk.
}
scan-full = It stopped there, so that the desk can be cleared first. The next scan goes on behind what is looked through.
scan-given-up = It stands still, as its job was given up. Go on, and it begins where it stopped.
notice-scan-begun = The scan has begun. What it finds comes to the desk.
notice-scan-running = A scan is on its way already.
job-scan-posts = Look through what is here for advertising
cases-found-watched = A scan found words in it that are watched.
cases-found-spam = A scan found that it looks like advertising.
cases-found-shown = It is not hidden: it stays where it is until you decide.
cases-row-found = found by a scan
