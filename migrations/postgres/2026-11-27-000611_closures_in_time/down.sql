drop index closures_in_time;
