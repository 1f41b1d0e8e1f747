--- from
CREATE TYPE a_color AS ENUM ('red');
CREATE TYPE b_size AS ENUM ('small');
CREATE TABLE t (color a_color DEFAULT 'red', size b_size, n int);
--- to
CREATE TYPE a_color AS ENUM ('red', 'green');
CREATE TYPE b_size AS ENUM ('small', 'large');
CREATE TABLE t (color a_color DEFAULT 'red', size b_size DEFAULT 'large', n bigint);
