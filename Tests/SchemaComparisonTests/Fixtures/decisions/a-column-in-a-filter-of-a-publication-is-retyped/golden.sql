-- alter column public.t.a: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild publication member p (public.t): what it depends on changes ! replication

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: replication
ALTER PUBLICATION p DROP TABLE ONLY public.t;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- hazard: replication
ALTER PUBLICATION p ADD TABLE ONLY public.t
WHERE ((a > 0));

COMMIT;
