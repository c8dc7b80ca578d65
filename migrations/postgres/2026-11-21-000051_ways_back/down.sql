alter table sign_ups drop column back;
