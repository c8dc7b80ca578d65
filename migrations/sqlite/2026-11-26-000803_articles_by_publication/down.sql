drop index articles_by_publication;
