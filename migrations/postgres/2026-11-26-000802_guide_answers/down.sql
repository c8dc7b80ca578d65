drop table guide_answers;
