update categories set audience = 'staff' where audience like 'private-%';
alter table categories drop constraint categories_audience_check;
alter table categories add constraint categories_audience_check check (audience in ('public', 'signed_in', 'staff'));
