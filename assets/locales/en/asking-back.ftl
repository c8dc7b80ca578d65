### Asking askers back: whether an answer solved their question, and how satisfied they are.

## Links of letters

way-question = To the question
letter-link-typed = Your text
letter-link-dead-title = This link does not work any more
letter-link-expired = It was good for 30 days after the letter. You can still say on the page of your question how it ended.
letter-link-void = Its address is not complete, or the account or the address that it was sent to has changed since. Open it from the letter once more, or go on here.
letter-links-until = The links in this letter work for { $days } days, without signing in. Nobody else should have them.

## The letter of a reminder

letter-reminder-subject = Did that solve it? “{ $question }”
letter-reminder-what = Your question “{ $question }” at { $site } has an answer.
letter-reminder-why = Did it solve your question? Whoever has the same problem finds what helped, and those who answered hear that it did.
letter-reminder-solved = Yes, it is solved
letter-reminder-not-working = Still not working
letter-reminder-read = Read the answers first: { $address }
letter-reminder-once = This is the only letter of this kind about this question.

## The pages of a reminder

reminder-solved-title = Which answer solved it?
reminder-which = The answer that solved it
reminder-solved-button = This one solved it
reminder-read-question = Read the whole question
reminder-no-answers = The answers to this question are no longer there, so there is none to choose.
reminder-is-resolved = This question is resolved. Thank you. If that is wrong, say so on its page.
reminder-is-closed = This question is closed or locked, so nothing can be changed here.
reminder-not-working-title = Still not working
reminder-not-working-about = The question stays open, and those who help see that it waits for them.
reminder-not-working-reopens = The question is resolved. This opens it again, and those who help see that it waits for them.
reminder-text-hint = What you write is posted under the question as your reply. Without a text it is only noted that it still does not work.
reminder-not-working-button = Say that it still does not work
reminder-has-said = You have said that it still does not work. To add more, write on the page of the question.
reminder-away-title = Your question stands elsewhere
reminder-is-merged = It was merged into “{ $title }”, where its answers are.
reminder-is-gone = It was deleted, or moved to where you cannot read it. There is nothing to say about it here.
notice-reminder-solved = Thank you. The answer is accepted, and the question is resolved.
notice-reminder-not-working = It is said. Those who help see that your question waits for them.
problem-answer = Choose the answer that solved it. One that is no longer there cannot be chosen.
problem-consent-owed = You have not agreed to our present terms yet. Copy your text, sign in, agree, and post it on the page of the question.
problem-field-answer = The answer

## The letter of a survey

letter-survey-subject = How was it? Two questions about your question
letter-survey-what = Your question “{ $question }” at { $site } is resolved. How satisfied are you, and how easy was it? It takes half a minute.
letter-survey-who = Only those who look after { $site } read what you say.
letter-survey-button = Answer two questions
letter-survey-once = We ask nobody often, and about each question only once.

## The page of a survey

survey-title = How was it?
survey-rating = How satisfied are you with the help that you got?
survey-rating-worst = { $step } – not at all satisfied
survey-rating-best = { $step } – very satisfied
survey-effort = How easy was it to get your question solved?
survey-effort-worst = { $step } – very hard
survey-effort-best = { $step } – very easy
survey-comment = What could we do better?
survey-button = Send
survey-who-reads = Only those who look after this forum read it; they see to which question it belongs.
survey-may-change = You have answered. You can change your answer until { $day }.
survey-is-over = You have answered this survey. Thank you. Its answer can no longer be changed.
notice-survey-answered = Thank you. Your answer is saved; you can still change it for a week.
notice-survey-changed = Your answer is changed.
problem-score = Choose one of the five.
problem-field-rating = How satisfied
problem-field-effort = How easy

## Settings

setting-asking-back = Asking askers back
setting-reminder-days = Days after an answer until its asker is asked whether it helped
setting-reminder-days-hint = From 0 to 30; 0 is never. Each asker gets one letter for each question that is still open.
setting-has-surveys = Ask how satisfied askers are once their question is resolved
setting-has-surveys-hint = By letter, a day later, with a page of two questions.
setting-survey-share = Resolved questions that are followed by a survey, in percent
setting-survey-share-hint = From 0 to 100.
setting-quiet-days = Days for which nobody is invited again
setting-quiet-days-hint = From 1 to 365. Whoever got a reminder or a survey is invited to none meanwhile.
problem-reminder-days = Type a whole number from 0 to { $limit }.
problem-survey-share = Type a whole number from 0 to 100.
problem-quiet-days = Type a whole number from 1 to { $limit }.
problem-field-reminder-days = Days until the reminder
problem-field-survey-share = Share of surveys
problem-field-quiet-days = Days of quiet
