drop table question_facts;
