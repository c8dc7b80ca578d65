drop index acceptances_ended;
drop index article_links_ended;
drop index repeat_groups_by_weighing;
alter table repeat_groups drop column weighed_at;
drop table proposal_members;
drop table proposals;
