alter table replies drop column by_mail;
