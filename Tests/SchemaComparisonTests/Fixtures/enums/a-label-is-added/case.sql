--- from
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE t (mood mood);
--- to
CREATE TYPE mood AS ENUM ('angry', 'sad', 'so so', 'happy', 'it''s');
CREATE TABLE t (mood mood);
