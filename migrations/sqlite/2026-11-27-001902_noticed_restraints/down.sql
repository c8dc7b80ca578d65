drop index restraints_untold;
alter table restraints drop column noticed_at;
