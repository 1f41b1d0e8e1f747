-- alter rule public.t.r: definition
-- create trigger public.t.fresh
-- drop trigger public.t.gone
-- rebuild trigger public.t.one: definition
-- alter trigger public.t.two: state enabled -> disabled
-- alter policy public.t.p: using (a > 0) -> (a > 1); check none -> (b > 0) ! authorization_change
-- rebuild policy public.t.q: command SELECT -> UPDATE ! authorization_change

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: authorization_change
DROP POLICY q ON public.t;

DROP TRIGGER gone ON public.t;

DROP TRIGGER one ON public.t;

CREATE OR REPLACE RULE r AS
    ON INSERT TO public.t DO INSTEAD NOTHING;

CREATE TRIGGER fresh AFTER INSERT ON public.t FOR EACH STATEMENT EXECUTE FUNCTION public.f();

CREATE TRIGGER one BEFORE UPDATE ON public.t FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION public.f();

ALTER TABLE public.t DISABLE TRIGGER two;

-- hazard: authorization_change
ALTER POLICY p ON public.t
USING ((a > 1))
WITH CHECK ((b > 0));

-- hazard: authorization_change
CREATE POLICY q ON public.t
FOR UPDATE
USING ((a > 0));

COMMIT;
