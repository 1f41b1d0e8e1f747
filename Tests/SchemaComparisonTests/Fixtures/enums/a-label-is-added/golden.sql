-- alter enum public.mood: label 'angry' added; label 'so so' added; label 'it''s' added

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TYPE public.mood ADD VALUE 'angry' BEFORE 'sad';

ALTER TYPE public.mood ADD VALUE 'so so' BEFORE 'happy';

ALTER TYPE public.mood ADD VALUE 'it''s';

COMMIT;
