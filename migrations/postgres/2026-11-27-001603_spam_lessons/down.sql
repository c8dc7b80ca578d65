drop table spam_lessons;
drop table spam_tokens;
