alter table origins drop column number;
