--- both
CREATE TABLE events (id int) PARTITION BY LIST (id);
CREATE TABLE events_1 PARTITION OF events DEFAULT;
--- from
ALTER TABLE events_1 ADD PRIMARY KEY (id);
--- to
ALTER TABLE events ADD PRIMARY KEY (id);
