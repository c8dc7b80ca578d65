drop index question_outcomes_by_resolution;
drop table surveys;
