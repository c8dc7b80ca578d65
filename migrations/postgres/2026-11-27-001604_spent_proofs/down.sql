drop table spent_proofs;
