-- What in a piece it is held for, so that the desk can say it.
alter table cases add column held_words text not null default '';
