alter table replies drop column opens_id;
