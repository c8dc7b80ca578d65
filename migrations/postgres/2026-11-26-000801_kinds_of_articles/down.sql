alter table articles drop column kind;
