--- both
CREATE TABLE events (id int NOT NULL, at date NOT NULL, what text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX events_what ON events (what);
--- from
CREATE TABLE events_2021 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
--- to
CREATE TABLE events_2021 (id int NOT NULL, at date NOT NULL, what text,
    CONSTRAINT events_2021_pkey PRIMARY KEY (id, at));
CREATE INDEX events_2021_what_idx ON events_2021 (what);
--- rows
INSERT INTO events VALUES (2, '2021-02-02', 'b');
--- proof
SELECT id = 2 FROM events_2021;
