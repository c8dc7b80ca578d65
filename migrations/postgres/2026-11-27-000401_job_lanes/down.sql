drop index jobs_dead_in_lanes;
drop index jobs_in_lanes;
alter table jobs drop column lane;
