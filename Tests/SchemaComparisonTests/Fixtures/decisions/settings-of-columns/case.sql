--- from
CREATE TABLE notes (id int, kept varchar(10), changed varchar(10), bits bytea, plain text);
ALTER TABLE notes ALTER kept SET STORAGE EXTERNAL, ALTER kept SET STATISTICS 55,
    ALTER changed SET STORAGE EXTERNAL, ALTER kept SET (n_distinct = 5), ALTER bits SET COMPRESSION pglz;
--- to
CREATE TABLE notes (id int, kept text, changed text, bits text, plain text);
ALTER TABLE notes ALTER kept SET STORAGE EXTERNAL, ALTER kept SET STATISTICS 55,
    ALTER changed SET STORAGE MAIN, ALTER kept SET (n_distinct = 5), ALTER bits SET COMPRESSION pglz,
    ALTER plain SET STATISTICS 7, ALTER plain SET (n_distinct_inherited = 3);
