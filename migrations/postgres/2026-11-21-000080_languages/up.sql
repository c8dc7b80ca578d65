-- The language that somebody chose for pages and letters; nothing when they leave it to their browser and to the forum.
alter table users add column language text;
alter table sign_ups add column language text;
