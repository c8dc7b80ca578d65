drop table category_groups;
alter table groups drop column description;
