drop index moderations_of_selection;
alter table moderations drop column selection_id;
drop table selections;
