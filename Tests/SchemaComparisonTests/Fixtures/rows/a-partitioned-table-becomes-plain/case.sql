--- from
CREATE TABLE events (id int GENERATED ALWAYS AS IDENTITY, what text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events DEFAULT;
--- to
CREATE TABLE events (id int GENERATED ALWAYS AS IDENTITY, what text, CHECK (id > 0));
CREATE POLICY p ON events USING (id > 0);
--- rows
INSERT INTO events (what) VALUES ('a'), ('b');
--- proof
SELECT count(*) = 2 FROM events;
