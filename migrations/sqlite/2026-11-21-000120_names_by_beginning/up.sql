-- Names are completed by their beginning; with the id behind the name, the index alone gives the order.
create index users_by_beginning_of_name on users (name_folded, id);
