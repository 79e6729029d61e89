-- Disputes of an earlier export that are gone: none of their claims stands in a dispute of the same rule on the same question.
--
--   question, rule, fingerprint, explained, message    as in the table findings of the earlier export
--
-- The earlier export is before_findings and before_finding_claims.

SELECT o.question, o.rule, o.fingerprint, o.explained, o.message
FROM before_findings o
WHERE o.dispute AND NOT EXISTS (
    SELECT 1
    FROM before_finding_claims b
    JOIN finding_claims c ON c.question = b.question AND c.rule = b.rule AND c.claim = b.claim
    JOIN findings f ON f.question = c.question AND f.rule = c.rule AND f.fingerprint = c.fingerprint
    WHERE f.dispute AND b.question = o.question AND b.rule = o.rule AND b.fingerprint = o.fingerprint
)
ORDER BY o.question, o.rule, o.fingerprint
