### Articles: read by section, written by those who look after the forum, and linked to the threads that they answer.

menu-articles = Articles
menu-article-desk = Article desk

## Reading

articles-title = Articles
articles-about = Answers that were written once and are kept right.
articles-helpful = Helped most people
articles-viewed = Read most
articles-none = No articles yet
articles-none-reader = Ask instead: people who can help see your question at once.
articles-none-writer = An administrator makes the first section; then articles can be written.
articles-none-admin = Articles stand in sections. Make the first one; two or three are enough to begin with.
sections-label = Sections
section-articles = { $count ->
    [0] No articles
    [one] { $count } article
   *[other] { $count } articles
}
section-none = No articles stand right here yet.
article-views = { $count ->
    [0] not read yet
    [one] read once
   *[other] read { $count } times
}
faq-title = Asked most
faq-about = The questions that come up again and again, with short answers.
faq-link = What is asked most, with short answers
article-is-draft = Draft
article-is-in-review = In review
article-is-retired = Retired
article-reviewed-at = Last reviewed
article-edited-at = Last changed
article-contents = Contents
article-languages = Other languages
article-see-also = See also
article-facts = This article
article-fact-published = Published
article-fact-reviewed = Reviewed
article-fact-author = Written by
article-fact-reviewer = Reviewed by
article-fact-owner = Kept by
article-answers = { $count ->
    [one] Answers { $count } question
   *[other] Answers { $count } questions
}
article-answers-more = { $count ->
    [one] Answers more than { $count } question
   *[other] Answers more than { $count } questions
}
article-answered = Questions that it answers

## Did this help?

opinion-heading = Did this help?
opinion-button-yes = Yes
opinion-button-no = No
opinion-reason = What is missing or wrong?
opinion-reason-hint = Whoever keeps the article reads it. Write nothing about yourself.
opinion-send = Send
opinions-heading = What readers say
opinions-share = { $count ->
    [one] It helped { $share } % of { $count } reader who said so.
   *[other] It helped { $share } % of { $count } readers who said so.
}
opinion-was-yes = It helped
opinion-was-no = It did not help
notice-opinion-yes = Noted: it helped. Thank you.
notice-opinion-no = Noted: it did not help. Whoever keeps the article sees it.
notice-opinion-known = Your opinion was counted already.

## Writing

article-new = New article
article-edit = Edit article
article-save-draft = Save draft
article-no-section = There is no section yet
article-field-title = What does it answer?
article-field-title-hint = As people would ask it, or as they would look for it.
article-field-lead = The short answer
article-field-lead-hint = One or two sentences that help whoever reads no further.
article-field-body = The whole answer
article-field-body-hint = Steps in the order in which they are done. Headings become the table of contents.
article-field-section = Section
article-field-language = Language
article-field-original = The same article in another language
article-field-original-hint = Its address or number, when this is a translation of it.
article-field-see-also-hint = Addresses or numbers of up to eight other articles, separated by blanks.
article-field-owner = Kept right by
article-field-owner-hint = The name of a moderator or of somebody of the staff.
article-field-review = Look again on
article-field-review-hint = From that day on the article stands on the desk as due.
article-acts = What can be done to this article
article-hand-in = Hand in for review
article-hand-back = Back to draft
article-publish = Publish
article-retire = Retire
article-bring-back = Bring back as a draft
article-look-over = It is still right
article-restored = Back to version { $number }
problem-article-cites-deleted = The article cites an answer that is deleted. Take the citation out, or tick the box at the end of the form.
article-despite-deleted = Publish it although an answer that it cites is deleted; readers are told.
article-cites-deleted = { $count ->
    [one] An answer that this article cites has been deleted.
   *[other] { $count } answers that this article cites have been deleted.
}
article-deleted-citation = The answer of { $name } in “{ $title }”
problem-article-outrun = Somebody else saved this article while you were writing. Nothing of yours is lost: it stands in the form. Saved again, it takes the place of their version, which stays in the history.
article-raced-differences = From their version to yours
history-lead-changed = Short answer
history-restore = Go back to this version
notice-article-written = The draft is saved. Hand it in when it is ready.
notice-article-saved = The article is saved.
notice-article-draft = It is a draft again.
notice-article-review = It waits for review now, and stands on the article desk.
notice-article-published = It is published. Its audience reads it now.
notice-article-retired = It is retired: its readers no longer see it. What it settled stays settled.
notice-article-reviewed = Noted: it is still right. It is due again in half a year.
notice-article-cites-deleted = Nothing was changed: the article cites an answer that is deleted. Take the citation out, or tick the box beside the button.
notice-article-raced = Nothing was changed: somebody changed the article meanwhile. This is how it is now.

## The desk

desk-title = Article desk
desk-about = What waits for review, what is due, and what is read without helping.
desk-clear = Nothing waits
desk-clear-about = Drafts, articles to review, and those that do not help show up here.
desk-in-review = Waiting for review
desk-due = Due to be looked over
desk-cites-deleted = Cites an answer that is deleted
desk-unhelpful = Read, but not helping
desk-drafts = Drafts
desk-retired = Retired articles
desk-article = Article
desk-edited = Changed
desk-review = Due
desk-views = Views
desk-yes = Helped
desk-no = Did not help
desk-missing = Searched for, not written yet
desk-missing-about = What people searched for three times or more within 30 days, and no article has. Once one has it, it goes from this list.
desk-missing-count = Searches without an article
desk-missing-write = Write it

## Articles and threads

act-link = Link article
link-suggested = These may answer it:
link-found = These words find:
link-none-suggested = No article seems to answer this thread.
link-answers = Answers it
link-related = Related
link-address = Any other article
link-address-hint = Its address, its number, or words that find it.
link-kind = What it is to this thread
link-button = Link it
link-remove = Take the link back
link-mentioned = This answer names the article “{ $title }”. Link it to the thread?
thread-article-resolved = Resolved by an article
thread-article-answers = An article answers it too
thread-article-by = linked by { $name }
thread-article-confirmed = The asker says that it worked
aside-articles = Articles about this
step-article = Did the article solve it?
step-article-explained = If it did not, say what happens, and your question is open again.
step-article-solved = Solved
notice-article-answers = The article is linked as the answer.
notice-article-related = The article is linked.
notice-article-unlinked = The link is taken back.
notice-article-confirmed = Good to know. The question stays resolved.
verb-link-article = Link an article to a thread
verb-write-article = Write and change articles; the staff write drafts
verb-review-article = Say that an article is right
verb-publish-article = Publish and retire articles
log-act-link = Linked an article to
log-act-unlink = Took the link of an article off

## Sections

admin-sections = Sections
sections-about = Where articles stand, in this order. A section may hold others, once.
sections-none = No sections yet
sections-none-about = Articles stand in sections. Make the first one.
section-new = New section
section-name = Name
section-article-count = Articles
section-parent = Stands in
section-at-top = No other section
section-make = Make section
notice-section-made = The section is there, and articles can be written for it.
notice-section-saved = The section is saved.
notice-section-moved = The order is saved.
notice-section-deleted = The section is deleted.
notice-section-not-empty = It is not deleted: articles or other sections stand in it. Move them first; drafts and retired articles count too.

## Problems

problem-section = Choose a section that is there.
problem-section-deep = Sections nest once: choose one that stands in no other, and no section that holds others can move into it.
problem-article-unknown = Give the address or the number of an article that is there.
problem-article-choose = Choose one of those that the words find, or type others.
problem-article-unpublished = There is no such article, or it is not published yet.
problem-article-not-for-all = Not everybody who reads this thread may read that article. Link it as related.
problem-article-original = Give the address or the number of another article, not of one that has translations of its own.
problem-article-language-taken = That article is there in this language already. Change that one instead.
problem-article-owner = Nobody of this name writes articles. Leave it empty, or name a moderator or somebody of the staff.
problem-article-body-missing = Write the answer.
problem-see-also-many = Name at most { $limit } other articles.
problem-day = Give a day such as 2027-01-31.
problem-field-section = Section
problem-field-short-answer = Short answer
problem-field-see-also = See also
problem-field-owner = Kept right by
problem-field-review-on = Look again on
problem-field-article = Article
problem-field-parent = Stands in
