-- What a person wrote and where they were is found by who they are, for the file of their data.
create index revisions_by_editor on revisions (editor_id, id);
create index reopenings_by_person on reopenings (reopened_by_id, id);
create index known_browsers_by_user on known_browsers (user_id, id);
