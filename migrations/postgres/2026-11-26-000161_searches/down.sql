drop table search_openings;
drop table searches;
