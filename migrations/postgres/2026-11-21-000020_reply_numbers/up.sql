-- Old addresses may name a reply by its place in the thread rather than by its own number.
alter table origins add column number bigint;
