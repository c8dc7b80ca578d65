-- Names are completed by their beginning: the order of a locale cannot serve that, the order of bytes can.
create index users_by_beginning_of_name on users (name_folded text_pattern_ops);
