# What moderators say to somebody about their conduct: warnings, silences, suspensions.

warning-title = A moderator asks you to mind this:
warning-read = I have read this
notice-warning-read = The warning is marked as read.
restraint-silence = You may read here but not write at present.
restraint-suspension = This account is suspended.
restraint-ends = This ends on { $at }.
restraint-without-end = This has no end set.
restraint-until = until { $at }
restraint-about-thread = The thread in question
restraint-about-reply = The answer in question
restraint-about-comment = The comment in question

fault-silenced-title = You may not write at present
fault-silenced = What you typed is kept below, so that you can copy it.

conduct-way = Conduct
conduct-title = Conduct of { $name }
conduct-history = What was said to them
conduct-nothing = No moderator has warned, silenced or suspended them.
restraint-title = Warn, silence or suspend
restraint-not-yours = Moderators act on members and helpers only; administrators on everybody but themselves.
restraint-kind-warning = Warned
restraint-kind-silence = Silenced
restraint-kind-suspension = Suspended
restraint-taken-back = taken back
restraint-read = read
restraint-unread = not read yet
restraint-over = over
restraint-lift = Take it back
restraint-about = About:
restraint-button = Act and tell them
restraint-what = What to do
restraint-choose-warning = Warn
restraint-choose-warning-hint = They see your words on every page until they say that they have read them.
restraint-choose-silence = Silence
restraint-choose-silence-hint = They may read and not write.
restraint-choose-suspension = Suspend
restraint-choose-suspension-hint = They are signed out everywhere and cannot sign in.
restraint-reason = Reason
restraint-reason-hint = They read this sentence, on the site and by mail.
restraint-how-long = For how long
restraint-how-long-hint = It ends by itself. A warning needs no end.
restraint-for-day = For a day
restraint-for-week = For a week
restraint-for-month = For 30 days
restraint-for-date = Until a day
restraint-for-never = Without end
restraint-day = Day on which it ends
restraint-day-hint = Only where you chose a day.
suspension-more = Warn, silence, or suspend for a time

notice-person-warned = They are warned, and a letter tells them why.
notice-person-silenced = They may not write, and a letter tells them why.
notice-person-suspended = They are suspended and signed out everywhere. A letter tells them why.
notice-restraint-lifted = It is taken back, and a letter tells them so.

problem-restraint = Choose what to do.
problem-restraint-ends = Choose for how long.
problem-restraint-day = Type a day to come within ten years, such as 2027-01-31.
problem-field-restraint = What to do
problem-field-restraint-reason = Reason
problem-field-ends = For how long
problem-field-ends-on = Day on which it ends

log-act-warn = Warned
log-act-unwarn = Took back a warning of
log-act-silence = Silenced
log-act-unsilence = Let write again:
verb-restrain = Warn, silence or suspend somebody of a lower role
incoming-why-silenced = the account may not write at present
letter-unposted-silenced = Your account may not write at present.
job-tell-restraint = Letter: about somebody’s conduct

specimen-warning = A warning
specimen-silence = A silence
specimen-suspension = A suspension
specimen-suspension-lifted = A suspension was taken back
letter-warning-subject = A word from the moderators of { $site }
letter-warning-what = A moderator of { $site } asks you to mind this:
letter-warning-lifted-subject = A warning on { $site } was taken back
letter-warning-lifted-what = A moderator has taken a warning back. You need not mind it any more.
letter-silence-subject = You may not write on { $site } at present
letter-silence-what = You may read { $site }, but not write there at present. A moderator gives this reason:
letter-silence-lifted-subject = You may write on { $site } again
letter-silence-lifted-what = A moderator lets you write on { $site } again.
letter-suspension-subject = You cannot sign in to { $site } at present
letter-suspension-what = A moderator of { $site } has suspended you, so that you cannot sign in for now. The reason:
letter-suspension-lifted-subject = You can sign in to { $site } again
letter-suspension-lifted-what = You are no longer suspended from { $site }.
letter-restraint-until = This ends by itself on { $at }.
letter-restraint-without-end = This has no end set.
letter-restraint-contact = If you think that this is wrong, you can reach a person here:
letter-restraint-button = See who may do what

# Removing a spammer.
removal-title = Remove a spammer
removal-about = One act takes the account and everything that it wrote out of sight: threads, answers, comments, name and profile. They are suspended without end, and flags on their posts count as right. One press brings everything back.
removal-button = Remove with everything they wrote
removal-taken = { $count ->
    [one] { $name } removed them with one post
   *[other] { $name } removed them with { $count } posts
}
removal-undo = Bring everything back
removal-last = Its author is removed with everything that they wrote: { $title }
removal-of-case = Its author is removed with everything that they wrote. All of that comes back at once, or none of it.
removal-of-post = Its author is removed with everything that they wrote: only moderators see it.
user-removed-title = This account is not here any more
user-removed = A moderator removed it with everything that it wrote.
notice-person-removed = They are removed with everything that they wrote. What is much goes on behind this page.
notice-person-brought-back = They are back with everything that was removed, but for texts that were deleted for good since.
notice-comes-back-whole = Nothing is changed. What somebody wrote who is removed comes back all at once, or not at all.
problem-field-removal-reason = Reason
log-act-remove = Removed with everything they wrote:
log-act-bring-back = Brought back with everything they wrote:
job-go-on-removing = Remove what a spammer wrote, or bring it back

# Notes of moderators and the staff about a member.
notes-title = Notes
notes-none = Nobody has noted anything about them.
notes-note = Another note
notes-note-hint = Only moderators, administrators and the staff read it.
notes-button = Keep the note
problem-field-note = Note
notice-noted = The note is kept.
notice-note-taken-back = The note is gone.
cases-notes = { $count ->
    [one] One note about its author
   *[other] { $count } notes about its author
}
letter-restraint-specimen = Three of your answers were advertisements.

# Under the bell of whom it concerns.
conduct-own-title = What moderators said to you
conduct-own-about = Warnings, and what you were kept from, with the reasons and what was taken back.
conduct-own-nothing = No moderator has warned, silenced or suspended you.
told-conduct-warning = A moderator warned you
told-conduct-silence = A moderator keeps you from writing
told-conduct-suspension = A moderator suspended you
told-conduct-warning-lifted = A moderator took back a warning
told-conduct-silence-lifted = A moderator lets you write again
told-conduct-suspension-lifted = A moderator lifted your suspension
