drop table tags;
drop table categories;
