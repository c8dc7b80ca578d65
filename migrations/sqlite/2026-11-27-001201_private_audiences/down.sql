update categories set audience = 'staff' where audience like 'private-%';
alter table categories add column shared_audience text not null default 'public'
    check (shared_audience in ('public', 'signed_in', 'staff'));
update categories set shared_audience = audience;
alter table categories drop column audience;
alter table categories rename column shared_audience to audience;
