-- alter table public.a: options fillfactor=70, autovacuum_enabled=false -> fillfactor=80; replica identity FULL -> NOTHING ! replication
-- alter table public.d: persistence unlogged -> permanent; row security off -> on; forced row security off -> on ! access_exclusive_lock authorization_change table_rewrite
-- alter index public.c_id: settings
-- alter cluster mark public.a: a_pkey -> a_b_key
-- create replica identity public.c

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.a RESET (autovacuum_enabled);

ALTER TABLE public.a SET (fillfactor='80');

-- hazard: replication
ALTER TABLE ONLY public.a REPLICA IDENTITY NOTHING;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.d SET LOGGED;

-- hazard: authorization_change
ALTER TABLE public.d ENABLE ROW LEVEL SECURITY;

-- hazard: authorization_change
ALTER TABLE public.d FORCE ROW LEVEL SECURITY;

ALTER INDEX public.c_id SET (fillfactor='60');

ALTER TABLE public.a CLUSTER ON a_b_key;

ALTER TABLE ONLY public.c REPLICA IDENTITY USING INDEX c_id;

COMMIT;
