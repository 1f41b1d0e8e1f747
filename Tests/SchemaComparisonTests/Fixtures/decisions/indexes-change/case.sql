--- from
CREATE TABLE a (id int, b text, c int);
CREATE INDEX one ON a (id);
CREATE UNIQUE INDEX two ON a (b);
CREATE INDEX three ON a ((id + c)) WITH (fillfactor = 70);
ALTER INDEX three ALTER COLUMN 1 SET STATISTICS 50;
CREATE INDEX gone ON a (c);
--- to
CREATE TABLE a (id int, b text, c int);
CREATE INDEX one ON a (id DESC);
CREATE UNIQUE INDEX two ON a (b) INCLUDE (c);
CREATE INDEX three ON a ((id + c)) WITH (fillfactor = 80);
ALTER INDEX three ALTER COLUMN 1 SET STATISTICS 60;
CREATE UNIQUE INDEX fresh ON a (c, b);
