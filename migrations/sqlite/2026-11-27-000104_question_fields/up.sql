-- What questions say of the fields of their categories' templates, so that reports can be narrowed to one version or product.
create table question_fields (
    thread_id bigint not null references threads (id) on delete cascade,
    label text not null,
    answer text not null,
    primary key (thread_id, label)
);
create index question_fields_by_answer on question_fields (label, answer, thread_id);
