alter table sign_ups drop column ask_session;
