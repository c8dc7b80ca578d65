alter table users drop column watches_answered;
