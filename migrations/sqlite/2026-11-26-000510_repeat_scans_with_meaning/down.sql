alter table repeat_scans drop column model;
