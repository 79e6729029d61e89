-- What each source that speaks of an event does on each question of it.
--
--   question, source
--   response            answers, denies, does-not-know, declines; or silent: it speaks of the event and says nothing of this
--
-- A source that does several things on a question has a row for each.

WITH does AS (
    SELECT DISTINCT question, source,
        CASE WHEN stance = 'unknown' THEN 'does-not-know'
            WHEN stance = 'declines' THEN 'declines'
            WHEN denies THEN 'denies'
            ELSE 'answers' END AS response
    FROM claims
), speaks AS (
    SELECT DISTINCT q.event, c.source FROM claims c JOIN questions q ON q.question = c.question
)
SELECT q.question, s.source, COALESCE(d.response, 'silent') AS response
FROM questions q
JOIN speaks s ON s.event = q.event
LEFT JOIN does d ON d.question = q.question AND d.source = s.source
ORDER BY question, source, response
