--- rename
public.nothing=public.something
--- from
CREATE TABLE t (a int);
--- to
CREATE TABLE t (a int, b int);
