alter table revisions drop column template_answers;
