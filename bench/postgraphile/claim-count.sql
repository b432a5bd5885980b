-- What question 4 asks for, as somebody would offer it who has PostGraphile: a view, which it reads like a table. It stands
-- in a schema of its own beside the service's tables.
CREATE SCHEMA IF NOT EXISTS beside;

CREATE OR REPLACE VIEW beside.claim_count AS
SELECT event_id, source_id, speaker_id, count(*)::integer AS claims
FROM public.claim
WHERE retracted_at IS NULL
GROUP BY event_id, source_id, speaker_id;
