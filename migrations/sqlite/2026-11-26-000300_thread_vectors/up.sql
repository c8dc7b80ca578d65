-- What threads mean by an embedding model, worked out once for all nodes: all of a thread's text in one vector.
create table embedding_models (
    id integer primary key autoincrement not null,
    fingerprint text not null unique,
    filled_to bigint not null default 0 check (filled_to >= 0),
    is_filled boolean not null default false,
    begun_at timestamp not null
);
create table thread_vectors (
    thread_id bigint primary key not null references threads (id) on delete cascade,
    model_id bigint not null references embedding_models (id),
    text_hash bigint not null,
    vector blob not null
);
create index thread_vectors_by_model on thread_vectors (model_id, thread_id);
