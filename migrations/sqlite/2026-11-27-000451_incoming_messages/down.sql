drop table incoming_messages;
