drop table outbreaks;
