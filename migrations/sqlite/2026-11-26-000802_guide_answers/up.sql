-- How often each step of a guide worked and did not, so that whoever keeps it sees where people get stuck; steps are known by their names, which stay when others come between them.
create table guide_answers (
    article_id bigint not null references articles (id) on delete cascade,
    step text not null,
    worked_count bigint not null default 0,
    failed_count bigint not null default 0,
    primary key (article_id, step)
);
