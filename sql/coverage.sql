-- Of the sources that speak of an event, how many do what on each question of it.
--
--   question
--   sources             how many speak of the event
--   answer, deny, do_not_know, decline    how many do so; one that does several things counts in each
--   silent              how many say nothing of this question

WITH does AS (
    SELECT question, source,
        MAX(CASE WHEN NOT silent AND NOT denies THEN 1 ELSE 0 END) AS answers,
        MAX(CASE WHEN denies THEN 1 ELSE 0 END) AS denies,
        MAX(CASE WHEN stance = 'unknown' THEN 1 ELSE 0 END) AS does_not_know,
        MAX(CASE WHEN stance = 'declines' THEN 1 ELSE 0 END) AS declines
    FROM claims
    GROUP BY question, source
), speaks AS (
    SELECT DISTINCT q.event, c.source FROM claims c JOIN questions q ON q.question = c.question
)
SELECT q.question,
    COUNT(*) AS sources,
    SUM(COALESCE(d.answers, 0)) AS answer,
    SUM(COALESCE(d.denies, 0)) AS deny,
    SUM(COALESCE(d.does_not_know, 0)) AS do_not_know,
    SUM(COALESCE(d.declines, 0)) AS decline,
    COUNT(*) - COUNT(d.source) AS silent
FROM questions q
JOIN speaks s ON s.event = q.event
LEFT JOIN does d ON d.question = q.question AND d.source = s.source
GROUP BY q.question
ORDER BY q.question
