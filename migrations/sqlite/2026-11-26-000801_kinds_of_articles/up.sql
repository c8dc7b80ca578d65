-- An article may be a guide, which is read step by step.
alter table articles add column kind text not null default 'article' check (kind in ('article', 'guide'));
