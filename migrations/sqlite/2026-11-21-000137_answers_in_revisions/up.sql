-- What a question says of the category's template can be changed; until now it stayed as it was asked.
alter table revisions add column template_answers text;
update revisions
set template_answers = (select threads.template_answers from threads where threads.id = revisions.thread_id)
where reply_id is null;
