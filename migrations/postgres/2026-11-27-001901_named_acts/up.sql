-- What was done to groups and invitations is named in words, which outlive them; what names a private category is for administrators.
alter table moderations add column about text;
alter table moderations add column is_for_admins boolean not null default false;
