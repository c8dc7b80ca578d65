-- What the forum shows of its keeper: a picture, and documents whose every version stays readable; and who agreed to which.
create table logos (
    hash text primary key not null,
    png bytea not null,
    kept_at timestamp not null
);
create table documents (
    document text not null check (document in ('terms', 'privacy', 'imprint')),
    version bigint not null check (version > 0),
    markdown text not null,
    html text not null,
    renderer smallint not null,
    asks_consent boolean not null,
    published_by_id bigint references users (id) on delete set null,
    published_at timestamp not null,
    primary key (document, version)
);
create index documents_by_publisher on documents (published_by_id);
create table consents (
    user_id bigint not null references users (id) on delete cascade,
    document text not null,
    version bigint not null,
    agreed_at timestamp not null,
    primary key (user_id, document, version),
    foreign key (document, version) references documents (document, version)
);
create index consents_by_document on consents (document, version);
alter table sign_ups add column agreed text;
