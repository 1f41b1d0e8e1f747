-- create sequence public.b_id_seq
-- alter sequence public.c_id_seq: type integer -> bigint
-- alter column public.a.id: identity none -> ALWAYS
-- alter column public.b.id: identity BY DEFAULT -> none
-- alter column public.c.id: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.d.id: identity BY DEFAULT -> ALWAYS; identity sequence ! sequence_reset
-- create sequence ownership public.b_id_seq
-- drop default public.a.id
-- create default public.b.id
-- rebuild default public.c.id: what it depends on changes

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE ONLY public.a ALTER COLUMN id DROP DEFAULT;

ALTER TABLE ONLY public.c ALTER COLUMN id DROP DEFAULT;

ALTER SEQUENCE public.c_id_seq AS bigint;

ALTER SEQUENCE public.a_id_seq OWNED BY NONE;

ALTER SEQUENCE public.a_id_seq RENAME TO a_id_seq__ayb_old;

ALTER TABLE ONLY public.a ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.a_id_seq);

SELECT pg_catalog.setval('public.a_id_seq'::pg_catalog.regclass, last_value, is_called) FROM public.a_id_seq__ayb_old;

DROP SEQUENCE public.a_id_seq__ayb_old;

SELECT pg_catalog.set_config('ayb.position_7075626c69632e622e6964', last_value || ' ' || is_called, false) FROM public.b_id_seq;

ALTER TABLE ONLY public.b ALTER COLUMN id DROP IDENTITY;

CREATE SEQUENCE public.b_id_seq
    AS integer;

-- hazard: table_rewrite: c is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.c ALTER COLUMN id TYPE bigint USING id::bigint;

-- hazard: sequence_reset: The position moves into the new limits.
SELECT pg_catalog.setval('public.d_id_seq'::pg_catalog.regclass, 1, false) FROM public.d_id_seq WHERE last_value > 500;

ALTER TABLE ONLY public.d ALTER COLUMN id SET GENERATED ALWAYS SET INCREMENT BY 3 SET MAXVALUE 500;

ALTER SEQUENCE public.b_id_seq OWNED BY public.b.id;

SELECT pg_catalog.setval('public.b_id_seq'::pg_catalog.regclass, pg_catalog.split_part(pg_catalog.current_setting('ayb.position_7075626c69632e622e6964'), ' ', 1)::bigint, pg_catalog.split_part(pg_catalog.current_setting('ayb.position_7075626c69632e622e6964'), ' ', 2)::boolean);

ALTER TABLE ONLY public.b ALTER COLUMN id SET DEFAULT nextval('public.b_id_seq'::regclass);

ALTER TABLE ONLY public.c ALTER COLUMN id SET DEFAULT nextval('public.c_id_seq'::regclass);

COMMIT;
