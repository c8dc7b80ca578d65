drop index groups_in_order;
drop table category_groups;
alter table groups drop column description;
