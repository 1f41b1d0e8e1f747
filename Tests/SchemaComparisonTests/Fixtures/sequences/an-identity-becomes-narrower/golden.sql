-- alter column public.t.a: type bigint -> integer; identity sequence ! access_exclusive_lock may_fail_on_data sequence_reset table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: sequence_reset: The position moves into the new limits.
SELECT pg_catalog.setval('public.t_a_seq'::pg_catalog.regclass, 1, false) FROM public.t_a_seq WHERE last_value > 2147483647;

ALTER TABLE ONLY public.t ALTER COLUMN a SET MAXVALUE 2147483647;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

COMMIT;
