drop table known_problems;
