-- The questions on which claims can hold together only where one is read as readers seldom do.
--
--   question      a question on which some two claims are in tension
--   claims        how many claims there are on it
--   in_tension    how many of them are in tension with some other
--
-- Claims that differ in nothing that matters here are one kind. Kinds are held against each other, and of single runs of
-- numbers or minutes only those whose usual reading lies apart from that of some other that covers the same.

WITH wrongs AS (
    SELECT question, claim, calls_wrong FROM claims WHERE calls_wrong IS NOT NULL
), called AS (
    SELECT question, claim FROM wrongs UNION SELECT question, calls_wrong AS claim FROM wrongs
), said AS (
    -- What stands and says something. Where time changes nothing, it does not matter when and by whom.
    SELECT c.question, c.number, c.projected, c.form, c.answer, c.hard_low, c.hard_high, c.soft_low, c.soft_high,
        c.bare, c.bare_place, q.over_time, q.over_time <> 'fixed' AS moves,
        q.type IN ('count', 'amount', 'date') AS numbers,
        c.scope, c.has_period, c.period_first, c.period_last,
        CASE WHEN c.has_period AND c.period_last IS NULL THEN c.as_of_day END AS open_day,
        CASE WHEN c.basis IN ('documented', 'identified') THEN c.origin END AS list_of,
        x.claim AS called,
        CASE WHEN x.claim IS NOT NULL THEN c.calls_wrong END AS calls_wrong,
        q.over_time <> 'fixed' AND c.settled AS settled,
        q.over_time <> 'fixed' AND c.denies AS denies,
        q.over_time <> 'fixed' AND c.is_zero AS is_zero,
        q.over_time <> 'fixed' AND c.as_of_zoned AS as_of_zoned,
        q.over_time <> 'fixed' AND c.as_of_assumed AS as_of_assumed,
        CASE WHEN q.over_time <> 'fixed' THEN c.as_of_first END AS as_of_first,
        CASE WHEN q.over_time <> 'fixed' THEN c.as_of_last END AS as_of_last,
        CASE WHEN q.over_time <> 'fixed' AND c.steady THEN c.source END AS steady_source,
        CASE WHEN q.over_time <> 'fixed' THEN c.family END AS family,
        CASE WHEN q.over_time <> 'fixed' OR x.claim IS NOT NULL THEN c.origin END AS origin,
        CASE WHEN q.over_time <> 'fixed' THEN c.origin_agent END AS origin_agent,
        q.over_time <> 'fixed' AND c.origin_established AS origin_established
    FROM claims c
    JOIN questions q ON q.question = c.question
    LEFT JOIN called x ON x.question = c.question AND x.claim = c.claim
    WHERE NOT c.silent AND c.form <> 'words' AND NOT c.withdrawn
), covering AS (
    SELECT said.*,
        DENSE_RANK() OVER (PARTITION BY question
            ORDER BY scope, has_period, period_first, period_last, open_day, list_of) AS cover
    FROM said
), covers AS (
    SELECT DISTINCT question, cover, scope, has_period, period_first, period_last, open_day, list_of FROM covering
), covered AS (
    -- Which cover the same in all but their periods. An open period against a closed one ends at the as-of.
    SELECT a.question, a.cover AS a, b.cover AS b,
        a.has_period IS NULL AND b.has_period IS NULL AS undated,
        COALESCE(a.has_period AND b.has_period, FALSE) AS dated,
        COALESCE(a.period_first, -4000000000000000) AS a_first,
        COALESCE(b.period_first, -4000000000000000) AS b_first,
        GREATEST(COALESCE(a.period_first, -4000000000000000), COALESCE(CASE WHEN a.period_last IS NULL
            AND b.period_last IS NOT NULL THEN a.open_day ELSE a.period_last END, 4000000000000000)) AS a_last,
        GREATEST(COALESCE(b.period_first, -4000000000000000), COALESCE(CASE WHEN b.period_last IS NULL
            AND a.period_last IS NOT NULL THEN b.open_day ELSE b.period_last END, 4000000000000000)) AS b_last
    FROM covers a
    JOIN covers b ON b.question = a.question
    JOIN scopes z ON z.question = a.question AND z.a = a.scope AND z.b = b.scope
    WHERE z.population = 'equal' AND z.place = 'equal'
        AND CASE WHEN COALESCE(a.list_of = b.list_of, FALSE) THEN z.basis_of_one ELSE z.basis END = 'equal'
), equals AS (
    SELECT question, a, b FROM covered WHERE undated OR dated AND a_first = b_first AND a_last = b_last
), ends AS (
    SELECT question, projected, cover, MAX(soft_low) AS highest_least, MIN(soft_high) AS lowest_greatest
    FROM covering
    WHERE form = 'run'
    GROUP BY question, projected, cover
), limits AS (
    SELECT m.question, m.projected, m.cover, MIN(o.lowest_greatest) AS above, MAX(o.highest_least) AS below
    FROM ends m
    JOIN equals e ON e.question = m.question AND e.a = m.cover
    JOIN ends o ON o.question = m.question AND o.projected = m.projected AND o.cover = e.b
    GROUP BY m.question, m.projected, m.cover
), loose AS (
    SELECT DISTINCT question FROM claims WHERE form = 'loose'
), numbered AS (
    -- A kind is named by the first of its claims.
    SELECT c.*, MIN(c.number) OVER (PARTITION BY c.question, c.projected, c.cover, c.answer, c.called, c.settled, c.denies,
        c.is_zero, c.as_of_zoned, c.as_of_assumed, c.as_of_first, c.as_of_last, c.steady_source, c.family, c.origin,
        c.origin_established) AS kind
    FROM covering c
    LEFT JOIN limits l ON l.question = c.question AND l.projected = c.projected AND l.cover = c.cover
    LEFT JOIN loose o ON o.question = c.question
    WHERE o.question IS NOT NULL OR c.soft_low > l.above OR c.soft_high < l.below
), kinds AS (
    SELECT numbered.* FROM numbered WHERE number = kind
), beside AS (
    SELECT a.question, a.kind AS a, b.kind AS b, a.over_time, a.numbers,
        a.over_time = 'fixed' OR a.settled AND b.settled AS fixed,
        a.denies AS a_denies, b.denies AS b_denies, a.is_zero AS a_zero, b.is_zero AS b_zero,
        COALESCE(a.soft_high < b.soft_low, FALSE) AS a_below, COALESCE(b.soft_high < a.soft_low, FALSE) AS b_below,
        COALESCE(l.hard, (a.hard_low IS NULL OR b.hard_high IS NULL OR a.hard_low <= b.hard_high)
            AND (b.hard_low IS NULL OR a.hard_high IS NULL OR b.hard_low <= a.hard_high)) AS hard,
        COALESCE(l.soft, (a.soft_low IS NULL OR b.soft_high IS NULL OR a.soft_low <= b.soft_high)
            AND (b.soft_low IS NULL OR a.soft_high IS NULL OR b.soft_low <= a.soft_high)) AS soft,
        COALESCE(l.a_rounds OR l.b_rounds, a.bare <> b.bare
            AND ((b.hard_low IS NULL OR a.bare >= b.hard_low) AND (b.hard_high IS NULL OR a.bare <= b.hard_high)
                AND (b.bare < a.hard_low OR b.bare > a.hard_high OR a.bare_place < b.bare_place)
            OR (a.hard_low IS NULL OR b.bare >= a.hard_low) AND (a.hard_high IS NULL OR b.bare <= a.hard_high)
                AND (a.bare < b.hard_low OR a.bare > b.hard_high OR b.bare_place < a.bare_place)), FALSE) AS rounds,
        COALESCE(a.origin = b.origin, FALSE) AS one_origin,
        COALESCE(a.origin = b.origin, FALSE) OR (p.part IS NOT NULL OR w.part IS NOT NULL)
            AND (a.family = b.family OR a.origin_established AND b.origin_established) AS kin,
        (COALESCE(a.calls_wrong = b.called, FALSE) OR COALESCE(b.calls_wrong = a.called, FALSE))
            AND NOT COALESCE(a.origin = b.origin, FALSE) AS wrong,
        CASE
            WHEN CASE WHEN a.as_of_zoned = b.as_of_zoned THEN a.as_of_last < b.as_of_first
                WHEN b.as_of_zoned THEN a.as_of_last + 720 < b.as_of_first
                ELSE a.as_of_last + 840 < b.as_of_first END THEN 'earlier'
            WHEN CASE WHEN a.as_of_zoned = b.as_of_zoned THEN b.as_of_last < a.as_of_first
                WHEN a.as_of_zoned THEN b.as_of_last + 720 < a.as_of_first
                ELSE b.as_of_last + 840 < a.as_of_first END THEN 'later'
            WHEN a.as_of_zoned = b.as_of_zoned
                AND (a.as_of_first IS NOT DISTINCT FROM b.as_of_first)
                AND (a.as_of_last IS NOT DISTINCT FROM b.as_of_last)
                AND (a.as_of_first = a.as_of_last
                    OR a.steady_source = b.steady_source
                    AND (a.as_of_last - a.as_of_first < 1440 OR a.as_of_assumed AND b.as_of_assumed)) THEN 'equal'
            ELSE 'unsettled'
        END AS moment
    FROM kinds a
    JOIN kinds b ON b.question = a.question AND b.projected = a.projected AND a.kind < b.kind
    JOIN equals e ON e.question = a.question AND e.a = a.cover AND e.b = b.cover
    LEFT JOIN answers l ON l.question = a.question AND l.a = a.answer AND l.b = b.answer
    LEFT JOIN agent_parts p ON p.part = a.origin_agent AND p.whole = b.origin_agent
    LEFT JOIN agent_parts w ON w.part = b.origin_agent AND w.whole = a.origin_agent
), strained AS (
    SELECT question, a, b
    FROM beside
    WHERE hard AND NOT soft AND NOT rounds AND NOT wrong AND CASE
        WHEN fixed OR moment = 'equal' THEN TRUE
        WHEN moment = 'unsettled' THEN (a_denies OR b_denies) AND NOT one_origin
        -- Time explains it where the later, which denies nothing, is more, or in one house less; and where it varies.
        WHEN kin AND CASE moment WHEN 'later' THEN a_denies ELSE b_denies END THEN TRUE
        WHEN NOT kin AND (a_denies OR b_denies) THEN TRUE
        WHEN over_time = 'varies' THEN FALSE
        WHEN NOT numbers THEN TRUE
        WHEN kin THEN NOT (a_below OR b_below)
        WHEN moment = 'later' THEN NOT b_below OR b_zero
        ELSE NOT a_below OR a_zero
    END
), found AS (
    SELECT n.question, n.number
    FROM numbered n
    JOIN (SELECT question, a AS kind FROM strained UNION SELECT question, b AS kind FROM strained) x
        ON x.question = n.question AND x.kind = n.kind
)
SELECT c.question, COUNT(*) AS claims, COUNT(f.number) AS in_tension
FROM claims c
LEFT JOIN found f ON f.question = c.question AND f.number = c.number
GROUP BY c.question
HAVING COUNT(f.number) > 0
ORDER BY c.question
