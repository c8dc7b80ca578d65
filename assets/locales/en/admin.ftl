### Running the forum, the moderation log, and who may do what.

## Problems

problem-slug = An address needs a letter or a digit.
problem-slug-reserved = “new” is where categories are made. Choose another address.
problem-slug-taken = Another category has this address. Choose another one.
problem-kinds-missing = A category takes at least one kind of thread. Tick one.
problem-template-line = Each line names one field: a label of up to { $limit } characters, and perhaps a hint after “|”. Correct the line that does not.
problem-template-long = A template has up to { $limit } fields. Take some out.
problem-last-admin = Nobody else could run the forum. Make somebody else an administrator first.
problem-suspend-self = You cannot suspend yourself. Another administrator can.

## The frame

admin-title = Administration
admin-title-of = { $title } · Administration
admin-overview = Overview
admin-parts = The parts
admin-settings = Settings
admin-settings-about = The language, and whether people may sign up.
admin-categories = Categories
admin-categories-about = Where threads live, who sees them, and what is asked of an asker.
admin-categories-count = { $count ->
    [one] { $count } category
   *[other] { $count } categories
}
admin-tags = Tags
admin-tags-about = What threads are about: rename, merge and describe.
admin-people = People
admin-people-about = Roles, the staff, suspensions, and links to imported accounts.
admin-jobs = Jobs
admin-jobs-about = Letters and other work that the server does by itself.
admin-jobs-waiting = { $count ->
    [0] Nothing waits
    [one] { $count } job waits
   *[other] { $count } jobs wait
}
admin-dead-jobs = { $count ->
    [one] A job failed too often and was given up.
   *[other] { $count } jobs failed too often and were given up.
}
admin-dead-jobs-see = See what went wrong
pager-start = Back to the start
pager-more = More
list-search = Search
nothing-found-title = Nothing found

## The first steps

first-steps-title = First steps
first-step-done = Done:
first-step-name = Name the forum
first-step-name-why = The name stands on every page and in every letter.
first-step-category = Make the first category
first-step-category-why = Every thread lives in one. Two or three are enough to begin with.
first-step-thread = Start the first thread
first-step-thread-why = A short announcement, or a question that people ask often.
first-step-import = Moving here from another forum? Bring its threads in from the command line:

## Settings

setting-site-name = Name of the forum
setting-site-name-hint = Stands on every page and in every letter.
setting-welcome = Welcome
setting-welcome-hint = A sentence at the top of the home page: who is welcome, and what for.
setting-language = Language
setting-language-hint = For readers who chose none and whose browser names none of these.
setting-sign-up = People may sign up
setting-sign-up-hint = When this is off, those who have an account can still sign in.
setting-licence = Licence of what people write
setting-licence-hint = Such as CC BY-SA 4.0. Articles that are compiled from answers name it.
problem-field-content-licence = Licence of what people write
problem-field-letters-a-day = Letters a day
setting-save = Save the settings
notice-settings-saved = The settings are saved, and every page shows them.

## Categories

categories-about = In the order in which the home page shows them.
categories-none-title = No categories yet
categories-none = Every thread lives in a category. Make the first one, and people can ask.
category-new = New category
category-name = Name
category-slug = Address
category-slug-hint = The last part of its web address. Made from the name when you leave it empty.
category-slug-kept = The last part of its web address. When you change it, the old address still leads here.
category-description = Description
category-description-hint = One sentence: what belongs here.
category-audience = Who sees it
audience-public = Everybody
audience-public-hint = Search engines, too.
audience-signed-in = Members
audience-signed-in-hint = Everybody with an account.
audience-staff = Staff
audience-staff-hint = The group “staff” and administrators.
category-takes = What it takes
kind-questions = Questions
kind-questions-hint = They can be answered, and an answer accepted.
kind-discussions = Discussions
kind-discussions-hint = Talk that needs no answer.
kind-announcements = Announcements
kind-announcements-hint = News; only moderators write them.
category-template = What askers are asked
category-template-hint = One field on each line. Put a * after what must be filled in, and a hint after a |. For example: Version * | Settings, About. Leave it empty to ask for nothing but a title and the details.
category-thread-count = Threads
category-acts = Order and archive
category-acts-on = Order and archive: { $name }
category-move-up = Up
category-move-down = Down
category-archive = Archive
category-unarchive = Bring back
category-is-archived = Archived
category-archived-about = This category is archived: it takes no new threads. What is there can still be read.
category-save = Save the category
category-make = Make the category
notice-category-made = The category is there, and people can write in it.
notice-category-saved = The category is saved.
notice-category-up = The category moved up.
notice-category-down = The category moved down.
notice-category-archived = The category is archived. It takes no new threads; what is there can still be read.
notice-category-unarchived = The category takes threads again.

## Tags

tags-about = The most used first.
tags-search = Tags that begin with
tags-all = All tags
tags-none-yet-title = No tags yet
tags-none-yet = Whoever asks names the tags; they show up here.
tags-not-found = No tag begins with “{ $q }”.
tag-name = Name
tag-name-hint = Lower case, no blanks. The name of another tag merges the two.
tag-description = Description
tag-description-hint = One sentence: what it stands for.
tag-threads = Threads
tag-carried = { $count ->
    [0] No thread carries it.
    [one] { $count } thread carries it.
   *[other] { $count } threads carry it.
}
tag-see = See its threads
tag-save = Save the tag
tag-name-taken = { $count ->
    [one] Another tag is called “{ $twin }”; { $count } thread carries it. To merge the two, tick the box below the description.
   *[other] Another tag is called “{ $twin }”; { $count } threads carry it. To merge the two, tick the box below the description.
}
tag-merge = Merge this tag into “{ $twin }”
tag-merge-hint = Its threads get the other tag, and this one is gone. This cannot be undone.
tag-keep-name = The former name stays as a synonym
tag-keep-name-hint = If the name changes or the tag is merged, the old name leads here.
tag-synonyms = Synonyms
tag-synonyms-about = Whoever types one of these names gets this tag, and its address leads here.
tag-synonym = Another name
tag-synonym-hint = Lower case, no blanks.
tag-synonym-add = Add the synonym
tag-synonym-remove = Remove
problem-field-synonym = Another name
problem-synonym-taken = A tag or a synonym is called so already. To merge two tags, give one the name of the other.
problem-synonyms-many = A tag has at most { $limit } synonyms. Remove one first.
notice-synonym-added = The name leads to this tag now.
notice-synonym-removed = The name leads here no more.
tag-delete = Delete this tag
tag-delete-about = { $count ->
    [0] No thread carries it. This cannot be undone.
    [one] It is taken off { $count } thread; the thread itself stays. This cannot be undone.
   *[other] It is taken off { $count } threads; the threads themselves stay. This cannot be undone.
}
tag-delete-now = Delete the tag
notice-tag-saved = The tag is saved.
notice-tag-merged = The two tags are one now.
notice-tag-deleted = The tag is deleted, and no thread carries it any more.

## People

people-search = Name begins with, or e-mail address
people-all = All people
people-not-found = Nobody’s name begins with “{ $q }”, and nobody has that address.
person-name = Name
person-roles = Role
person-email = E-mail address
person-no-email = none
person-joined = Joined
person-seen = Last seen
person-never = never
person-suspended = Suspended
person-suspended-since = Suspended since
person-unclaimed = Imported
person-public-page = Public page
person-account = Account
person-signs-in = signs in with a password
person-cannot-sign-in = imported; nobody signs in to it yet
person-trust = Trust
trust-newcomer = newcomer
trust-member = member
trust-regular = regular
person-role = Role
person-may = What this person may do
person-last-admin = This is the only administrator who can sign in. Make somebody else an administrator first.
person-reason = Reason
person-reason-hint = Stands in the moderation log, which moderators read.
person-change-role = Change the role
role-member = Member
role-member-hint = Asks, answers, comments and votes.
role-helper-hint = Also accepts answers for askers, and tags threads.
role-moderator-hint = Also edits, closes, moves, locks, pins and deletes what others wrote.
role-admin-hint = Also runs the forum: settings, categories, people.
role-staff-hint = Answers for the company, whatever the role, and sees the categories for staff.
staff-about = Staff answer for the company. Their posts say so, and they see the categories for staff.
staff-join = Put into the staff
staff-leave = Take out of the staff
suspension-title = Suspension
suspension-about = A suspended person is signed out everywhere and cannot sign in. What they wrote stays.
suspension-suspend = Suspend
suspension-lift = Lift the suspension
claim-link-title = Link to an imported account
claim-link-about = This account came with an import, and nobody signs in to it. Make a link and hand it to the person whose account it is.
claim-link-make = Make a link
claim-link-hand-over = Hand this link to { $name }, and to nobody else: whoever opens it can take the account over.
claim-link-copy = Copy the link
claim-link-once = The link is shown only now. It works for two weeks, until a password is chosen.
notice-role-changed = The role is changed, and the moderation log says so.
notice-own-role-changed = Your role is changed. You do not run the forum any more.
notice-staff-joined = This person is staff now.
notice-staff-left = This person is not staff any more.
notice-suspended = This person is suspended and signed out everywhere.
notice-unsuspended = This person can sign in again.
notice-person-unchanged = It was so already; nothing was changed.
notice-not-claimable = Somebody signs in to this account already, so it cannot be claimed.

## Jobs

jobs-about = Work that the server does by itself. What fails is tried up to { $attempts } times, a letter for two days, with growing pauses, and then given up.
jobs-waiting = Waiting
jobs-dead = Given up
jobs-none-title = Nothing waits
jobs-none = All work is done.
jobs-no-dead-title = Nothing was given up
jobs-no-dead = Work that fails too often would show up here.
job-kind = Job
job-state = State
job-written = Written
job-when = Runs
job-dead-since = Given up
job-attempts = Tries
job-error = What went wrong
job-error-whole = Show all
job-acts = Try again
job-retry = Try again
job-confirm-sign-up = Letter: confirm an address
job-already-registered = Letter: signed up again
job-forgotten-password = Letter: choose a password
job-password-changed = Letter: password changed
job-second-factor-changed = Letter: second factor changed
job-confirm-address = Letter: confirm another address
job-address-change-asked = Letter: another address was asked for
job-address-changed = Letter: the address was changed
job-new-sign-in = Letter: a new sign-in
job-account-closed = Letter: the account is closed
job-confirm-digests = Letter: do you want digests?
job-compose-digests = Compose the digests that are due
job-send-digest = Letter: a digest
job-confirm-awaiting = Letter: shall we tell you?
job-tell-resolved = Letter: the question is resolved
job-count-helpers = Count the helpers of the month
job-tell-meanings = Tell what changed questions mean
job-render-again = Render older texts again
job-read-incoming = Read a message that came by mail
job-answer-incoming = Say why a message was not posted
job-confirm-question = Confirm a question that came by mail
job-sweep = Delete what has run out
notice-job-retried = The job waits again and runs at once.
notice-job-not-dead = That job is not given up any more; nothing was changed.

## The moderation log

moderation-title = Moderation log
moderation-title-about = What moderators and administrators did, and why. The latest first.
moderation-none-title = Nothing yet
moderation-none = Closing, locking, moving, suspending: each act shows up here with its reason.
moderation-what = What
moderation-who = Who
moderation-why = Reason
moderation-when = When
moderation-nobody = the command line
moderation-by-flagged = the flags of members
moderation-by-spam = the look of advertising
moderation-on-reply = (a reply)
log-act-close = Closed
log-act-reopen = Reopened
log-act-lock = Locked
log-act-unlock = Unlocked
log-act-pin = Pinned
log-act-unpin = Unpinned
log-act-move = Moved
log-act-merge = Merged into another thread:
log-act-unmerge = Undid the merge of
log-act-tell-problem = Told of a known problem:
log-act-solve-problem = Said to be solved:
log-act-redact = Took words out for good of
log-act-erase = Text deleted for good, 30 days after it was deleted:
log-act-add-synonym = Let another name lead to a tag
log-act-remove-synonym = Let a name lead to a tag no more
log-act-retag = Changed the tags of
log-act-edit = Edited
log-act-delete = Deleted
log-act-undelete = Brought back
log-act-accept = Accepted an answer for the asker
log-act-unaccept = Took back an acceptance
log-act-change-role = Changed the role of
log-act-change-staff = Changed whether staff:
log-act-suspend = Suspended
log-act-unsuspend = Lifted the suspension of
log-act-end-second-factor = Took a lost second factor from
log-act-split-off = Split off into a thread of its own:
log-act-make-group = Made the group
log-act-change-group = Changed the group
log-act-delete-group = Deleted the group
log-act-join-group = Put into the group
log-act-leave-group = Took out of the group
log-act-grant = Changed what a group may do:
log-act-invite = Gave an invitation
log-act-end-invitation = Took an invitation back
log-act-split = Split
log-act-other = Something from the earlier forum

## Who may do what

permissions-title = Who may do what
permissions-about = Everybody may read what is public. The rest depends on the role, and this table is what the forum itself decides by.
permissions-table = What each role may do
permissions-roles = The roles
verb-ask = Ask a question, start a discussion
verb-announce = Write an announcement
verb-reply = Write an answer or a reply
verb-comment = Comment
verb-vote = Vote on what others wrote
verb-me-too = Say “I have this too” to others’ questions
verb-thank = Thank for what others answered
verb-accept = Accept an answer to a question
verb-unaccept = Take an acceptance back
verb-reopen = Say that a question is still not solved
verb-edit-thread = Edit a thread
verb-edit-reply = Edit an answer or a reply
verb-edit-comment = Edit a comment
verb-delete-thread = Delete a thread
verb-delete-reply = Delete an answer or a reply
verb-delete-comment = Delete a comment
verb-undelete = Bring back what was deleted
verb-retag = Change the tags of a thread
verb-close = Close a thread
verb-lock = Keep new posts out of a thread
verb-pin = Keep a thread on top
verb-move = Move a thread to another category
verb-merge = Merge threads, and split replies off into a thread of their own
verb-redact = Take words out of a thread for good
verb-tell-problem = Show an announcement as a known problem
verb-read-moderation-log = Read the moderation log
verb-see-deleted = See what was deleted
verb-administer = Run the forum

## Mail that comes in

admin-incoming = Mail
incoming-about = What came in by mail in the last 90 days, the newest first.
incoming-all = All
incoming-posted = Posted
incoming-asked = Waits for confirmation
incoming-refused = Not posted
incoming-ignored = Ignored
incoming-repeated = Came again
incoming-reported = Report
incoming-waits = Waits to be read
incoming-none-title = No messages
incoming-none = Nothing of this kind came in.
incoming-when = Came
incoming-sender = From
incoming-subject = Subject
incoming-outcome = What became of it
incoming-why-unreadable = it cannot be read as a message
incoming-why-no-address = it went to none of the forum’s addresses
incoming-why-bad-token = its address has no good token
incoming-why-other-sender = it is from another address than the account’s
incoming-why-unproven = nobody vouches for who it is from
incoming-why-suspended = the account is suspended
incoming-why-consent = the account has not agreed to the newest documents
incoming-why-no-thread = the thread is gone or out of sight
incoming-why-locked = the thread takes no replies from its sender
incoming-why-nothing = nothing was written above the quotation
incoming-why-unfit = it is too long or has no title
incoming-why-no-category = no category takes it
incoming-why-sign-up-closed = nobody may sign up
incoming-why-too-many = too many messages came from there
incoming-why-automatic = a program wrote it
incoming-why-off = no address for mail is set
