drop table address_changes;
delete from tokens where purpose = 'change_address';
alter table tokens drop constraint tokens_purpose_check;
alter table tokens add constraint tokens_purpose_check check (purpose in ('confirm_sign_up', 'reset_password', 'claim_account'));
