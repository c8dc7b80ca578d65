-- Moderators who invite read what they gave, the newest first.
drop index invitations_by_inviter;
create index invitations_of_inviter on invitations (invited_by_id, invited_at, id);
