drop table question_figures;
drop table question_fills;
drop table question_outcomes;
