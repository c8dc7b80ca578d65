drop index question_outcomes_unsettled;
drop table reminders;
