drop table thread_vectors;
drop table embedding_models;
