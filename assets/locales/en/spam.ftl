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
incoming-why-blocked = words stand in it that may not stand in a post
letter-unposted-blocked = Words stand in it that may not stand in a post here. Write it in other words.

## Advertising

setting-spam-percent = Likelihood of advertising, in percent
setting-spam-percent-hint = The first posts of newcomers that are at least this likely to be advertising wait for a moderator. The forum learns it from what moderators decide, and holds nothing before it has seen ten posts of either kind. 0 holds none.
problem-field-spam-percent = Likelihood of advertising
problem-spam-percent = Write a number from 50 to { $limit }, or 0.
