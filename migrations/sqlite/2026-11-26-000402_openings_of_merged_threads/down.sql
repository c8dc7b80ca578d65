drop index moderations_by_reply;
alter table replies drop column opens_id;
