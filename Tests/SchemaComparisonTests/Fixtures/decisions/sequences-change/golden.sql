-- drop sequence public.gone ! deletes_data
-- alter sequence public.s: type bigint -> integer; cache 5; cycle
-- alter sequence public.t: increment by 3; minvalue 0; maxvalue 99 ! sequence_reset
-- rebuild sequence ownership public.owned: public.x.a -> public.x.b

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER SEQUENCE public.owned OWNED BY NONE;

-- hazard: deletes_data: Its position is lost.
DROP SEQUENCE public.gone;

ALTER SEQUENCE public.s AS integer CACHE 5 CYCLE;

-- hazard: sequence_reset: The position moves into the new limits.
SELECT pg_catalog.setval('public.t'::pg_catalog.regclass, 1, false) FROM public.t WHERE last_value > 99;

ALTER SEQUENCE public.t INCREMENT BY 3 MINVALUE 0 MAXVALUE 99;

ALTER SEQUENCE public.owned OWNED BY public.x.b;

COMMIT;
