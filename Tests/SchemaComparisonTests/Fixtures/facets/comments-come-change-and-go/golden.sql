-- alter schema public: comment
-- alter table public.t: comment
-- alter column public.t.a: no comment
-- alter column public.t.b: comment
-- alter column public.v.a: comment
-- alter check constraint public.t.low: comment
-- alter primary key public.t.t_pkey: comment

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

COMMENT ON SCHEMA public IS 'everything';

COMMENT ON TABLE public.t IS 'it''s new';

COMMENT ON CONSTRAINT low ON public.t IS 'a check';

COMMENT ON CONSTRAINT t_pkey ON public.t IS 'a key';

COMMENT ON COLUMN public.t.a IS NULL;

COMMENT ON COLUMN public.t.b IS  E'two
lines \\ ';

COMMENT ON COLUMN public.v.a IS 'of a view';

COMMIT;
