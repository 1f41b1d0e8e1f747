-- rebuild function public.a_twice(integer): definition ! untrackable_dependency
-- rebuild function public.level(integer): returns integer -> bigint ! untrackable_dependency
-- rebuild default public.t.b: what it depends on changes
-- rebuild view public.v: query
-- rebuild index public.t_level: what it depends on changes ! access_exclusive_lock index_build
-- rebuild check constraint public.t.t_a_check: what it depends on changes ! full_scan_under_lock may_fail_on_data
-- rebuild policy public.t.p: what it depends on changes ! authorization_change

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: authorization_change
DROP POLICY p ON public.t;

ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- hazard: access_exclusive_lock
DROP INDEX public.t_level;

DROP VIEW public.v;

ALTER TABLE ONLY public.t ALTER COLUMN b DROP DEFAULT;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.a_twice(integer);

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.level(integer);

CREATE OR REPLACE FUNCTION public.level(x integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT x + 1$function$;

CREATE OR REPLACE FUNCTION public.a_twice(x integer)
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT public.level((public.level(x))::integer) AS level;
END;

ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT public.level(1);

CREATE VIEW public.v AS
 SELECT t.a,
    public.level(t.a) AS level
   FROM public.t;

-- hazard: index_build: Nobody can write to public.t until it is built.
CREATE INDEX t_level ON public.t USING btree (public.level(a));

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.level(a) > 0));

-- hazard: authorization_change
CREATE POLICY p ON public.t
USING ((public.level(b) > 0));

-- hazard: authorization_change
REVOKE ALL ON FUNCTION public.level(integer) FROM PUBLIC;

-- hazard: authorization_change
GRANT ALL ON FUNCTION public.level(integer) TO pg_monitor;

COMMIT;
