drop table helpers;
drop index acceptances_by_accepter;
drop index acceptances_by_answerer;
alter table acceptances drop column answerer_id;
