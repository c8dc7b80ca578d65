drop table tag_synonyms;
