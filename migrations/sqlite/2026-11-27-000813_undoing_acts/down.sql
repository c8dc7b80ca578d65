drop index moderations_by_comment;
drop index moderations_by_person;
alter table moderations drop column ended_at;
alter table moderations drop column became;
alter table moderations drop column was;
