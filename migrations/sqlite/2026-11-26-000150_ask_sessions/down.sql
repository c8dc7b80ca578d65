drop table ask_suggestions;
drop table ask_sessions;
