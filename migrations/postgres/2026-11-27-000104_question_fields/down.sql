drop table question_fields;
