-- rebuild statistics public.s: definition
-- alter statistics public.u: statistics target default -> 70
-- rebuild event trigger e: event ddl_command_end -> ddl_command_start; commands

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP EVENT TRIGGER e;

DROP STATISTICS public.s;

CREATE STATISTICS public.s (dependencies) ON a, b FROM public.t;

ALTER STATISTICS public.u SET STATISTICS 70;

CREATE EVENT TRIGGER e ON ddl_command_start
WHEN TAG IN ('DROP TABLE')
EXECUTE FUNCTION public.f();

ALTER EVENT TRIGGER e DISABLE;

COMMIT;
