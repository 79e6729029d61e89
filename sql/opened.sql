-- Disputes that are new since an earlier export: none of their claims stood in a dispute of the same rule on the same question.
--
--   question, rule, fingerprint, explained, message    as in the table findings
--
-- The earlier export is before_findings and before_finding_claims.

SELECT f.question, f.rule, f.fingerprint, f.explained, f.message
FROM findings f
WHERE f.dispute AND NOT EXISTS (
    SELECT 1
    FROM finding_claims c
    JOIN before_finding_claims b ON b.question = c.question AND b.rule = c.rule AND b.claim = c.claim
    JOIN before_findings o ON o.question = b.question AND o.rule = b.rule AND o.fingerprint = b.fingerprint
    WHERE o.dispute AND c.question = f.question AND c.rule = f.rule AND c.fingerprint = f.fingerprint
)
ORDER BY f.question, f.rule, f.fingerprint
