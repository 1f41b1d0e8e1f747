--- both
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE c (id int PRIMARY KEY);
--- from
CREATE PUBLICATION p FOR TABLE a;
CREATE PUBLICATION gone FOR ALL TABLES;
CREATE SUBSCRIPTION s CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false, slot_name = NONE);
--- to
CREATE PUBLICATION p FOR TABLE a (id), c WHERE (id > 5) WITH (publish = 'insert, update');
CREATE PUBLICATION whole FOR TABLES IN SCHEMA public;
