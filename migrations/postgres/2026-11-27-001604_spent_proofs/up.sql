-- Proofs of work that were used, so that each is used once; swept when they would have run out anyway.
create table spent_proofs (
    nonce text primary key not null,
    expires_at timestamp not null
);
create index spent_proofs_by_expiry on spent_proofs (expires_at);
