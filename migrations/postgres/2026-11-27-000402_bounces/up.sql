-- What came back: an address whose letters keep coming back, or that calls them junk, is left in peace.
create table bounces (
    email_folded text primary key not null,
    kind text not null,
    said text not null,
    letter text not null,
    score bigint not null,
    noted_at timestamp not null,
    paused_at timestamp,
    check (kind in ('soft', 'hard', 'complaint')),
    check (score > 0)
);
create index bounces_paused on bounces (paused_at, email_folded) where paused_at is not null;
create index bounces_by_time on bounces (noted_at) where paused_at is null;
