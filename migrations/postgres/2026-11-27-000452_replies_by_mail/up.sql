-- A reply says that it came by mail: its form is that of a letter, and its author cannot see it before it stands.
alter table replies add column by_mail boolean not null default false;
