drop table sign_in_failures;
drop table tokens;
drop table sign_ups;
drop table sessions;
