alter table cases drop column held_words;
