-- A question that waits for its address to be confirmed ends the visit to the ask form in which it was written.
alter table sign_ups add column ask_session text;
