-- alter schema public: privileges ! authorization_change
-- alter function public.f(): privileges ! authorization_change
-- alter function public.g(): privileges ! authorization_change
-- create table public.private
-- alter table public.t: privileges ! authorization_change
-- alter column public.t.a: privileges ! authorization_change
-- alter column public.t.b: privileges ! authorization_change
-- create default privileges tester (FUNCTIONS) ! authorization_change
-- alter default privileges public.tester (TABLES): REVOKE SELECT ON TABLES FROM pg_monitor; GRANT INSERT ON TABLES TO pg_monitor ! authorization_change

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TABLE public.private (
    x integer
);

-- hazard: authorization_change
ALTER DEFAULT PRIVILEGES FOR ROLE tester
REVOKE ALL ON FUNCTIONS FROM PUBLIC;

-- hazard: authorization_change
ALTER DEFAULT PRIVILEGES FOR ROLE tester IN SCHEMA public
REVOKE SELECT ON TABLES FROM pg_monitor;

-- hazard: authorization_change
ALTER DEFAULT PRIVILEGES FOR ROLE tester IN SCHEMA public
GRANT INSERT ON TABLES TO pg_monitor;

-- hazard: authorization_change
REVOKE USAGE ON SCHEMA public FROM PUBLIC;

-- hazard: authorization_change
REVOKE ALL ON FUNCTION public.f() FROM PUBLIC;

-- hazard: authorization_change
GRANT ALL ON FUNCTION public.g() TO PUBLIC;

REVOKE SELECT ON TABLE public.private FROM pg_monitor;

-- hazard: authorization_change
GRANT DELETE ON TABLE public.t TO outsider WITH GRANT OPTION;

-- hazard: authorization_change
REVOKE INSERT (a) ON TABLE public.t FROM pg_monitor;

-- hazard: authorization_change
GRANT SELECT (a) ON TABLE public.t TO pg_monitor WITH GRANT OPTION;

-- hazard: authorization_change
GRANT UPDATE (b) ON TABLE public.t TO PUBLIC;

-- hazard: authorization_change
GRANT SELECT (b) ON TABLE public.t TO pg_monitor WITH GRANT OPTION;

COMMIT;
