--- version 18
--- from
CREATE TABLE base (n jsonb, CONSTRAINT base_key PRIMARY KEY (n));
CREATE TABLE child () INHERITS (base);
--- to
CREATE TABLE base (n text, CONSTRAINT base_key PRIMARY KEY (n));
CREATE TABLE child () INHERITS (base);
