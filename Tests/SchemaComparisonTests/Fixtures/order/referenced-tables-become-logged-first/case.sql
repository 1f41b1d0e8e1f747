--- from
CREATE UNLOGGED TABLE parent (id int PRIMARY KEY);
CREATE UNLOGGED TABLE child (p int REFERENCES parent);
--- to
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (p int REFERENCES parent);
