--- online
--- both
CREATE TABLE t (a int NOT NULL, b int, c int);
CREATE TABLE u (a int);
--- from
--- to
ALTER TABLE t ADD PRIMARY KEY (a), ADD UNIQUE (b) DEFERRABLE INITIALLY DEFERRED,
    ADD UNIQUE NULLS NOT DISTINCT (c) WITH (fillfactor = 70);
ALTER TABLE u ADD EXCLUDE (a WITH =);
--- rows
INSERT INTO t VALUES (1, 2, 3);
