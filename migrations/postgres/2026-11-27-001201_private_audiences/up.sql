-- A private category has an audience of its own, named by its number, so that a list of names says all that somebody sees.
alter table categories drop constraint categories_audience_check;
alter table categories add constraint categories_audience_check
    check (audience in ('public', 'signed_in', 'staff') or audience = 'private-' || id);
