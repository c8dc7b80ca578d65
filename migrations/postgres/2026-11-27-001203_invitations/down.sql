drop table invited_sign_ups;
drop table invitation_groups;
drop table invitations;
