--- from
CREATE TABLE rooms (id int UNIQUE DEFERRABLE, during int4range, other int4range, code int,
    CONSTRAINT free EXCLUDE USING gist (during WITH &&), CONSTRAINT coded UNIQUE (code),
    CONSTRAINT low CHECK (code > 0), CONSTRAINT gone CHECK (code < 9));
CREATE TABLE beds (room int CONSTRAINT placed REFERENCES rooms (code), note text);
--- to
CREATE TABLE rooms (id int UNIQUE DEFERRABLE INITIALLY DEFERRED, during int4range, other int4range, code int,
    CONSTRAINT free EXCLUDE USING gist (during WITH &&, other WITH =) WHERE (id > 0) DEFERRABLE,
    CONSTRAINT coded UNIQUE (code), CONSTRAINT low CHECK (code > 1));
CREATE TABLE beds (room int CONSTRAINT placed REFERENCES rooms (code) ON DELETE SET NULL
    DEFERRABLE INITIALLY DEFERRED, note text, CONSTRAINT one UNIQUE (note) DEFERRABLE);
--- rows
INSERT INTO rooms VALUES (1, '[1,5)', '[1,2)', 7);
INSERT INTO beds VALUES (7, 'a');
