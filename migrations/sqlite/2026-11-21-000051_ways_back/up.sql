-- Where a person was when they signed up: confirming the address leads back there.
alter table sign_ups add column back text;
