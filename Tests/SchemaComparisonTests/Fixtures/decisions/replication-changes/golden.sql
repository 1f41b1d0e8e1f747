-- drop publication gone ! replication
-- alter publication p: publishes insert, update, delete, truncate -> insert, update ! replication
-- create publication whole
-- alter publication member p (public.a): columns all -> id ! replication
-- create publication member p (public.c) ! replication
-- create publication member whole (SCHEMA public) ! replication
-- drop subscription s ! replication

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: replication
ALTER SUBSCRIPTION s DISABLE;

ALTER SUBSCRIPTION s SET (slot_name = NONE);

-- hazard: replication
DROP SUBSCRIPTION s;

-- hazard: replication: Its subscribers stop with an error.
DROP PUBLICATION gone;

-- hazard: replication
ALTER PUBLICATION p SET (publish = 'insert, update');

CREATE PUBLICATION whole;

-- hazard: replication
ALTER PUBLICATION p DROP TABLE ONLY public.a;

-- hazard: replication
ALTER PUBLICATION p ADD TABLE ONLY public.a (id);

-- hazard: replication
ALTER PUBLICATION p ADD TABLE ONLY public.c
WHERE ((id > 5));

-- hazard: replication
ALTER PUBLICATION whole ADD TABLES IN SCHEMA public;

COMMIT;
