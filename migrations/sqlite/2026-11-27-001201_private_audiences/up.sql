-- A private category has an audience of its own, named by its number, so that a list of names says all that somebody sees.
alter table categories add column own_audience text not null default 'public'
    check (own_audience in ('public', 'signed_in', 'staff') or own_audience = 'private-' || id);
update categories set own_audience = audience;
alter table categories drop column audience;
alter table categories rename column own_audience to audience;
