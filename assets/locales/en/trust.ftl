### How trust grows by conduct, and what newcomers may not yet.

## Why something is not posted yet

problem-newcomer-links = { $limit ->
    [one] As a newcomer you can put one link to another site into a post. Leave the others out; once you have been here for a while you can add more.
   *[other] As a newcomer you can put { $limit } links to other sites into a post. Leave some out; once you have been here for a while you can add more.
}
problem-newcomer-threads = { $limit ->
    [one] In your first day you can start one thread, and you did. You can start the next one from { $at }. Copy your text, so that you have it then.
   *[other] In your first day you can start { $limit } threads, and you did. You can start the next one from { $at }. Copy your text, so that you have it then.
}
problem-newcomer-replies = { $limit ->
    [one] In your first day you can write one answer, and you did. You can write the next one from { $at }. Copy your text, so that you have it then.
   *[other] In your first day you can write { $limit } answers, and you did. You can write the next one from { $at }. Copy your text, so that you have it then.
}
not-posted-yet = In your first day you can start only so many threads, so this one was not posted yet. Here is your text; ask again with it tomorrow.
incoming-why-too-many-links = it has more links than a newcomer’s post may have
incoming-why-first-day = a newcomer wrote as much as they may in their first day
letter-unposted-too-many-links = Your account is new, and it has more links to other sites than a newcomer’s post may have. Leave some out, and send it again.
letter-unposted-first-day = Your account is new, and in their first day newcomers can post only so much. Send it again tomorrow.

## On the page of who may do what

trust-title = How trust grows
trust-about = Who takes part here gets to do more. Trust is weighed every hour from these figures, and everything in a column has to be reached.
trust-table = What is asked for trust
trust-column-what = What counts
trust-column-member = Member
trust-column-regular = Regular
trust-column-you = You
trust-counts-days = Days since signing up
trust-counts-visits = Days with a visit
trust-counts-threads = Threads read
trust-counts-helpful = Answers that were accepted, voted for or thanked for
trust-missing = { $count ->
    [one] (one to go)
   *[other] ({ $count } to go)
}
trust-never-falls = Trust that was earned stays.
trust-kept-from = { $days ->
    [one] A post that moderators had to remove keeps trust from growing for a day.
   *[other] A post that moderators had to remove keeps trust from growing for { $days } days.
}
trust-kept-from-and-falls = { $count ->
    [one] A post that moderators had to remove lets trust fall by a step, and keeps it from growing for { $days } days.
   *[other] A post that moderators had to remove keeps trust from growing for { $days } days. { $count } of them within that time let it fall by a step.
}
trust-grants-helper = Regulars who are among the helpers of the month become helpers.
trust-own-newcomer = You are a newcomer.
trust-own-member = You are a member.
trust-own-regular = You are a regular, which is as far as trust grows.
trust-own-role = Your role lets you do more than trust would.
trust-fell = Your trust fell, because moderators had to remove posts of yours.
trust-grows-again = It can grow again from { $at }.
trust-open-to-me = What is open to you
trust-silence = Writing
trust-links = Links to other sites
trust-threads = New threads
trust-replies = Answers
trust-uploads = Pictures and files
trust-unbounded = As many as you need.
trust-in-a-post = { $count ->
    [one] One in a post, until you are a member.
   *[other] { $count } in a post, until you are a member.
}
trust-in-first-day = { $count ->
    [one] One in your first day, which begins with the first one.
   *[other] { $count } in your first day, which begins with the first one.
}
trust-full-until = { $count ->
    [one] One in your first day, and you wrote it. The next one can be written from { $at }.
   *[other] { $count } in your first day, and you wrote them. The next one can be written from { $at }.
}
trust-files = { $count ->
    [one] One in 24 hours, of up to { $megabytes } MB.
   *[other] { $count } in 24 hours, each up to { $megabytes } MB.
}
trust-no-files = Not yet.

## For administrators

admin-trust = Trust
admin-trust-explained = How people come to be trusted, and what newcomers may until then. Everybody reads these numbers on the page of who may do what, beside their own.
setting-trust-newcomers = Newcomers
setting-newcomer-links = Links to other sites in a post
setting-newcomer-links-hint = From 0 to 50. With 0 there is no limit.
setting-newcomer-threads = Threads in their first day
setting-newcomer-threads-hint = From 0 to 1,000. With 0 there is no limit. The day begins with the first thread.
setting-newcomer-replies = Answers in their first day
setting-newcomer-replies-hint = From 0 to 1,000. With 0 there is no limit. The day begins with the first answer.
setting-trust-members = To become a member
setting-trust-regulars = To become a regular
setting-trust-days = Days since they signed up
setting-trust-days-hint = From 0 to 3,650.
setting-trust-visits = Days on which they were here
setting-trust-visits-hint = From 0 to 1,000.
setting-trust-threads = Threads that they read
setting-trust-threads-hint = From 0 to 1,000.
setting-trust-helpful = Answers that others accepted, voted for or thanked for
setting-trust-helpful-hint = From 0 to 1,000.
setting-trust-conduct = When posts have to be removed
setting-clean-days = Days for which that keeps trust from growing
setting-clean-days-hint = From 0 to 3,650. It counts when a moderator upholds a flag.
setting-upheld-to-fall = Posts within those days that let trust fall by a step
setting-upheld-to-fall-hint = From 0 to 50. With 0 trust never falls.
setting-grants-helper = Make regulars helpers
setting-grants-helper-hint = Regulars who are among the helpers of the month in a category get the role of a helper, once. Whoever had another role before is left to you.
problem-field-newcomer-links = Links of newcomers
problem-field-newcomer-threads = Threads of newcomers
problem-field-newcomer-replies = Answers of newcomers
problem-field-member-days = Days of members
problem-field-member-visits = Visits of members
problem-field-member-threads = Threads read by members
problem-field-member-helpful = Helpful answers of members
problem-field-regular-days = Days of regulars
problem-field-regular-visits = Visits of regulars
problem-field-regular-threads = Threads read by regulars
problem-field-regular-helpful = Helpful answers of regulars
problem-field-clean-days = Days that keep from growing
problem-field-upheld-to-fall = Posts that let trust fall
job-weigh-trust = Weigh the trust of those who were here
log-act-change-trust = Changed the trust of
