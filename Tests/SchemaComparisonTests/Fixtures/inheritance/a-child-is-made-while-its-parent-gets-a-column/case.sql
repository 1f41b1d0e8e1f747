--- from
CREATE TABLE parent (id int);
--- to
CREATE TABLE parent (id int, more text);
CREATE TABLE child (own int) INHERITS (parent);
