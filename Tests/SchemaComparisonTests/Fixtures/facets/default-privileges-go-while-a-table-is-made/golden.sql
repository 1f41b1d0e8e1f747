-- create table public.t
-- drop default privileges tester (TABLES) ! authorization_change

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: authorization_change
ALTER DEFAULT PRIVILEGES FOR ROLE tester
REVOKE SELECT ON TABLES FROM pg_monitor;

CREATE TABLE public.t (
    a integer
);

COMMIT;
