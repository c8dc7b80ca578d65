drop table duplicate_links;
drop table reopenings;
drop table closures;
drop table acceptances;
