# Reports on resolution.

menu-reports = Reports
reports-title = Reports
reports-about = How many questions were asked, how fast they were answered and resolved, and what still waits.
reports-narrow = Choose questions and how to count
reports-from = First day
reports-to = Last day
reports-category = Category
reports-tag = Tag
reports-field = Field of the template
reports-answer = Answer to that field
reports-askers = Asked by the group
reports-counting = Count
reports-waiting = Time that counts
reports-all = All
reports-show = Show the report
counting-questions = Each question once
counting-people = Each person with the problem
waiting-calendar = All hours
waiting-business = Business hours
reports-none-title = No question was asked in this time
reports-none = Choose another period, or fewer conditions.
reports-questions = Questions
reports-people = People with these problems
reports-left-out-spam = Left out: spam
reports-left-out-off-topic = Left out: off topic
reports-left-out-merged = Left out: merged into others
reports-left-out-undatable = Left out: asked at an impossible time (of all periods)
reports-anomalies = { $count ->
    [one] { $count } question has times that cannot be true
   *[other] { $count } questions have times that cannot be true
}
reports-incomplete = What came of older questions is still being read. These figures miss some of them.
reports-finding-questions = { $count ->
    [one] { $count } question was asked.
   *[other] { $count } questions were asked.
}
reports-finding-people = { $count ->
    [one] { $count } person has the problems that were asked about.
   *[other] { $count } people have the problems that were asked about.
}
reports-finding-answered = Half had an answer within { $length }.
reports-finding-resolved = Half were resolved within { $length }.
reports-defined = What this means
reports-period = { $from } to { $to }
reports-wait-finding = { $label }: it came for { $events } of { $count }.
reports-period-column = Asked
reports-median = Half within
reports-ninety = Nine of ten within
reports-observed = Observed
reports-crossing = { $length } ({ $low }–{ $high })
reports-no-end = no end
reports-not-reached = not reached
reports-log-rank = Both periods compared by the log-rank test: chi-square { $chi }, p { $p }. Below 0.05 they hardly differ by chance alone.
reports-of-day = { $count ->
    [one] Of { $count } only the day is known; it counts as the end of that day.
   *[other] Of { $count } only the day is known; it counts as the end of that day.
}
reports-of-unknown-time = { $count ->
    [one] { $count } came at a time that nobody knows and is in no curve.
   *[other] { $count } came at times that nobody knows and are in no curve.
}
reports-within = Resolved within { $length }, by the week asked
reports-within-finding = Only weeks whose questions have all had that time.
reports-out-of = Out of { $count }.
reports-share-of = { $share }, out of { $count }.
reports-somebody-gone = Somebody whose account is closed
reports-files = The rows and the definitions
reports-rows = All questions behind these figures (CSV)
reports-visits = All visits to the ask form (CSV)
reports-searches = All searches (CSV)
reports-articles = All articles and what they did (CSV)
reports-surveys = All invitations to the survey and their answers (CSV)
reports-json = These figures for programs (JSON)
reports-definitions = What each figure means
reports-worked-out = Worked out on { $when }, in { $took } seconds.
resolved-how-confirmed = Confirmed by the asker
resolved-how-declared = Declared by a helper or moderator
resolved-how-own = Accepted an answer of one’s own
resolved-how-accepted = Accepted, nobody knows by whom
resolved-how-article = By an article
resolved-how-duplicate = As a duplicate of a resolved question
answerer-asker = The asker
answerer-staff = Staff
answerer-moderator = Moderators
answerer-helper = Helpers
answerer-member = Members
answerers-person = Person
answerers-first = First answers
answerers-accepted = Accepted answers
answerers-too-few = { $count ->
    [one] Nobody gave { $count } first answer.
   *[other] Nobody gave { $count } first answers or more.
}
backlog-age = Age
backlog-for-helpers = Wait for an answer
backlog-for-asker = Wait for the asker
backlog-finding = Open now, whenever they were asked: { $all }. Somebody waits for an answer: { $waiting }. Without any answer for more than a day: { $unanswered }.
backlog-younger = { $count ->
    [one] Up to { $count } day
   *[other] Up to { $count } days
}
backlog-between = { $from } to { $to } days
backlog-older = { $count ->
    [one] More than { $count } day
   *[other] More than { $count } days
}
anomalies-title = Times that cannot be true
anomalies-about = Clocks go wrong and imports lose times. What cannot be true is in no figure, and stands here.
anomalies-question = Question
anomalies-what = What cannot be true
anomalies-none-title = All times can be true
anomalies-none = No question has a time that cannot be.
anomaly-asked-too-early = Asked before there were forums on the web
anomaly-asked-in-future = Asked in the future
anomaly-before-asked = Something happened to it before it was asked
anomaly-in-future = Something happened to it in the future
anomaly-accepted-before-answer = An answer was accepted before it was written
anomaly-ended-before-begun = Something ended before it had begun
problem-period = The last day is before the first.
problem-field-from = First day
problem-field-to = Last day
problem-field-askers = Asked by the group
problem-field-counting = Count
problem-field-waiting = Time that counts
figure-asked = Questions asked
figure-first-answer = Time to the first answer
figure-staff-answer = Time to the first answer of the staff
figure-resolution = Time to resolution
figure-resolved-within = Resolved in time
figure-how-resolved = How questions were resolved
figure-backlog = Open now
figure-reopened = Reopened
figure-first-accepted = The first answer was the accepted one
figure-answered-by = Who answered first
figure-answerers = People who answered
figure-anomalies = Impossible times
definitions-title = What each figure means
definitions-about = Each figure of the reports: what is counted, what is left out, and how to work it out again.
definitions-common = What holds for all
definitions-who = Only questions count; discussions and announcements do not. Spam and what is off topic are left out and counted beside. A merged question counts in the one it was merged into.
definitions-period = A question belongs to the day in UTC on which it was asked. It is observed until the report was worked out.
definitions-people = Where people are counted, a question counts once for its asker and once for each person who said “me too”. Intervals take the people of one question as waiting together.
definitions-imported = A time of which only the day is known counts as the end of that day. What has no time is in no curve and no horizon, and is counted beside. A time that cannot be true counts as unknown.
definitions-staff = Staff are the members of the group “staff” at the time at which they wrote, whatever their role.
definitions-back = Back to the reports
definition-asked = Questions asked in the period, in the categories that you see, that are not left out. People are their askers and whoever said “me too”.
definition-first-answer = The Kaplan–Meier curve from asking to the first reply that stands and is not the asker’s own, unless the asker’s own was accepted. Questions without one are censored at the end of observation, or when they were deleted; a closed one stays at risk. The median is the first time at which the share that still waits is a half or less; intervals are Greenwood’s on the log-log scale, with a confidence of 95 %.
definition-staff-answer = The same for the first reply of somebody who was of the staff when they wrote it.
definition-resolution = The same from asking to the resolution: the first acceptance, article or resolved original that was not undone within seven days. One that is younger than seven days counts until it is undone. A question that was closed without a resolution stays at risk to the end: it can no longer be resolved, and leaving it out would flatter.
definition-resolved-within = Of the questions that were asked long enough ago to have had that time, the share that was resolved within it, in calendar time; with Wilson’s interval. A week is shown once its last question has had the time. What was resolved at an unknown time is left out.
definition-how-resolved = The resolutions of the period’s questions, each by what settled it first: the asker accepted an answer; a helper or moderator accepted one for the asker; whoever accepted had written it; an article answers it; it is a duplicate of a resolved question. Imported acceptances may not tell who accepted.
definition-backlog = All questions that are open now, whenever they were asked: nothing settles them, and they are not closed, deleted or merged. It is the asker’s turn after a reply of somebody else, and everybody else’s after asking, after a reply of the asker and after reopening.
definition-reopened = Of the resolved questions, the share that was settled once and then was settled no longer, whether within seven days or later.
definition-first-accepted = Of the resolved questions in which an answer is accepted, the share in which that is the first answer.
definition-answered-by = Whoever wrote the first answer, by what they were when they wrote it. An asker counts where their own answer was accepted.
definition-answerers = People with five first answers or more, at most twenty: their first answers, how many questions their answers were accepted in (their own acceptances apart), and the time within which half of their first answers came. Each question counts once here.
definition-anomalies = Questions whose rows say what cannot be: asked before 1990 or more than a day in the future, something earlier than the question or in the future, an acceptance before its answer, an end before its beginning. A question that was asked at an impossible time is left out; another one counts without the time that cannot be.
reproduced-asked = In the file of questions: the number of rows; the people are the sum of “weight” when people are counted.
reproduced-first-answer = In the file of questions: the survival curve of “answer_seconds” with “answer_came” as the event and “weight” as the weight.
reproduced-staff-answer = In the file of questions: “staff_answer_seconds” and “staff_answer_came”.
reproduced-resolution = In the file of questions: “resolution_seconds” and “resolution_came”.
reproduced-resolved-within = In the file of questions, counted by calendar time: rows with “resolution_came” and “resolution_seconds” up to the horizon, of all rows asked that long ago.
reproduced-how-resolved = In the file of questions: the column “resolved_how”.
reproduced-backlog = It has no period: the lists of open questions show it.
reproduced-reopened = In the file of questions: “reopened” of the rows with “resolved_how”.
reproduced-first-accepted = In the file of questions: the mean of “first_answer_accepted” where it is not empty.
reproduced-answered-by = In the file of questions: the column “answered_by”.
reproduced-answerers = The file of questions names nobody; profiles list what each person answered.
reproduced-anomalies = The list of impossible times has all of them.
figure-survey = What askers say afterwards
definition-survey = The answers to the survey of whoever was invited in the period, about the chosen questions in the categories that you see: how satisfied they are and how easy it was, from 1 to 5, as averages, beside the share of the invited who answered, with Wilson’s interval.
survey-question = Question
survey-average = Average of 1 to 5
survey-answers = Answers
survey-satisfied = How satisfied they are
survey-easy = How easy it was
survey-nobody-asked = Nobody was asked in this time.
survey-responded = { $share } of the { $invited } who were asked answered.
survey-comments = What they wrote
survey-comments-title = What askers wrote in the survey
survey-comments-about = What was added to the answers of the survey. Only moderators and the staff read it.
survey-comments-comment = Comment
survey-comments-question = Question
survey-comments-invited = Invited
survey-comments-question-gone = Deleted
survey-comments-none-title = Nobody wrote anything
survey-comments-none = Choose a longer period in the reports, or fewer conditions.
reproduced-survey = In the file of the survey: the means of “rating” and “effort”, and of “answered” over all rows. Nobody’s name is in it.
reproduced-ask-visits = In the file of visits: the column “ending”, of those not held out.
reproduced-holdout-effect = In the file of visits: by “visitor”, the first visit of each.
reproduced-contacts-saved = The effect of suggestions, times the visitors with suggestions in the file of visits.
reproduced-views-without-question = In the files of searches and of visits: what opened an answer and posted nothing.
reproduced-searches-without-answer = In the file of searches.
reproduced-articles-answering = In the file of articles: the column “answered”.
reproduced-articles-helped = In the file of articles: “helped” and “not_helped”.
reproduced-articles-payback = In the file of articles: “answered” and “solved”, times what a contact is worth.
reproduced-articles-due = The desk of articles lists them all.
