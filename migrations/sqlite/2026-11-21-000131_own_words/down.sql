drop index known_browsers_by_user;
drop index reopenings_by_person;
drop index revisions_by_editor;
