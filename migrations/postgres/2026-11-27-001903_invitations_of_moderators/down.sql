drop index invitations_of_inviter;
create index invitations_by_inviter on invitations (invited_by_id);
