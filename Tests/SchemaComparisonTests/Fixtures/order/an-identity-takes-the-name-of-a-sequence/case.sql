--- from
CREATE TABLE t (id int, x int);
CREATE SEQUENCE t_id_seq;
--- to
CREATE TABLE t (id int NOT NULL GENERATED ALWAYS AS IDENTITY, x int);
