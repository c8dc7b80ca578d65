drop index notifications_deferred;
alter table notifications drop column deferred_at;
alter table notifications drop column is_by_mail;
drop table letter_days;
drop table letter_choices;
drop table thread_letters;
