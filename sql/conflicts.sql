-- The questions on which claims cannot hold together, decided without pairs wherever that is exact.
--
--   question       a question on which some two claims are in conflict
--   claims         how many claims there are on it
--   in_conflict    how many of them are in conflict with some other
--
-- Of single runs of numbers or minutes the ends decide, least against greatest, among all that cover the same. What holds at
-- once is in conflict where it shares nothing. What grows is so too where the earlier is the greater or there was nothing, and
-- what is denied whenever it was; but not within one house: agents that are tied. What remains is folded, so that claims that
-- differ in nothing that matters are one kind, and kinds are held against each other: values of other forms and claims that
-- call each other wrong against all; within a house denials, and what grows where the house has several origins.

WITH called AS (
    SELECT question, claim FROM claims WHERE calls_wrong IS NOT NULL
    UNION
    SELECT question, calls_wrong AS claim FROM claims WHERE calls_wrong IS NOT NULL
), loose AS (
    SELECT DISTINCT question FROM claims WHERE form = 'loose'
), houses AS (
    -- Those within which claims must be held against each other.
    SELECT c.question, COALESCE(c.tie, c.origin) AS house, COUNT(DISTINCT c.origin) > 1 AS is_mixed
    FROM claims c
    JOIN questions q ON q.question = c.question
    WHERE q.over_time <> 'fixed'
    GROUP BY c.question, COALESCE(c.tie, c.origin)
    HAVING COUNT(DISTINCT c.origin) > 1 OR MAX(CASE WHEN c.denies THEN 1 ELSE 0 END) = 1
), said AS (
    -- What stands and says something. Columns that do not matter for a claim are left out, so that many become one kind.
    SELECT c.question, c.number, c.projected, c.form, c.hard_low, c.hard_high,
        q.additive, q.over_time, q.over_time <> 'fixed' AS moves, q.type IN ('count', 'amount', 'date') AS numbers,
        c.form = 'loose' OR x.claim IS NOT NULL AS is_paired,
        COALESCE(c.tie, c.origin, c.claim) AS house, h.house AS inner_house, COALESCE(h.is_mixed, FALSE) AS is_mixed,
        c.scope, c.has_period, c.period_first, c.period_last,
        CASE WHEN c.has_period AND c.period_last IS NULL THEN c.as_of_day END AS open_day,
        CASE WHEN c.basis IN ('documented', 'identified') THEN c.origin END AS list_of,
        CASE WHEN l.question IS NOT NULL THEN c.answer END AS answer,
        x.claim AS called,
        CASE WHEN x.claim IS NOT NULL THEN c.calls_wrong END AS calls_wrong,
        CASE WHEN x.claim IS NOT NULL THEN c.soft_low END AS soft_low,
        CASE WHEN x.claim IS NOT NULL THEN c.soft_high END AS soft_high,
        CASE WHEN x.claim IS NOT NULL THEN c.bare END AS bare,
        CASE WHEN x.claim IS NOT NULL THEN c.bare_place END AS bare_place, c.withdrawn,
        q.over_time <> 'fixed' AND c.settled AS settled, q.over_time <> 'fixed' AND c.denies AS denies,
        q.over_time <> 'fixed' AND c.is_zero AS is_zero, q.over_time <> 'fixed' AND c.as_of_zoned AS as_of_zoned,
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
    LEFT JOIN loose l ON l.question = c.question
    LEFT JOIN houses h ON h.question = c.question AND h.house = COALESCE(c.tie, c.origin)
    WHERE NOT c.silent AND c.form <> 'words' AND (NOT c.withdrawn OR x.claim IS NOT NULL)
), covering AS (
    SELECT said.*,
        DENSE_RANK() OVER (PARTITION BY question
            ORDER BY scope, has_period, period_first, period_last, open_day, list_of) AS cover
    FROM said
), covers AS (
    SELECT DISTINCT question, cover, scope, has_period, period_first, period_last, open_day, list_of FROM covering
), covered AS (
    -- How what two cover stands to each other. An open period against a closed one ends at the as-of.
    SELECT a.question, a.cover AS a, b.cover AS b, z.population, z.place,
        CASE WHEN COALESCE(a.list_of = b.list_of, FALSE) THEN z.basis_of_one ELSE z.basis END AS basis,
        CASE WHEN a.has_period IS NULL AND b.has_period IS NULL THEN 'none'
            WHEN a.has_period AND b.has_period THEN 'both' ELSE 'unknown' END AS periods,
        COALESCE(a.period_first, -4000000000000000) AS a_first,
        COALESCE(b.period_first, -4000000000000000) AS b_first,
        GREATEST(COALESCE(a.period_first, -4000000000000000), COALESCE(CASE WHEN a.period_last IS NULL
            AND b.period_last IS NOT NULL THEN a.open_day ELSE a.period_last END, 4000000000000000)) AS a_last,
        GREATEST(COALESCE(b.period_first, -4000000000000000), COALESCE(CASE WHEN b.period_last IS NULL
            AND a.period_last IS NOT NULL THEN b.open_day ELSE b.period_last END, 4000000000000000)) AS b_last
    FROM covers a
    JOIN covers b ON b.question = a.question
    JOIN scopes z ON z.question = a.question AND z.a = a.scope AND z.b = b.scope
), dated AS (
    SELECT covered.*,
        CASE WHEN periods = 'none' THEN 'equal'
            WHEN periods = 'unknown' THEN 'unknown'
            WHEN a_first = b_first AND a_last = b_last THEN 'equal'
            WHEN a_last < b_first OR b_last < a_first THEN 'disjoint'
            WHEN b_first <= a_first AND a_last <= b_last THEN 'narrower'
            WHEN a_first <= b_first AND b_last <= a_last THEN 'wider'
            ELSE 'overlapping' END AS period
    FROM covered
), extents AS (
    -- Those that can be held against each other: all else is aside, or open.
    SELECT question, a, b,
        CASE WHEN 'narrower' IN (population, place, period, basis) THEN 'narrower'
            WHEN 'wider' IN (population, place, period, basis) THEN 'wider'
            WHEN 'unknown' IN (population, place, period, basis) THEN 'unknown'
            ELSE 'equal' END AS extent
    FROM dated
    WHERE NOT ('disjoint' IN (population, place, period, basis) OR 'overlapping' IN (population, place, period, basis)
        OR 'narrower' IN (population, place, period, basis)
        AND ('wider' IN (population, place, period, basis) OR 'unknown' IN (population, place, period, basis))
        OR 'wider' IN (population, place, period, basis) AND 'unknown' IN (population, place, period, basis))
), once AS (
    -- What holds at once: where nothing changes, from when it has settled, of one minute, or of one source and date.
    SELECT question, number, projected, cover, additive, hard_low, hard_high,
        CASE WHEN moves THEN 'settled' ELSE 'fixed' END AS way,
        FALSE AS zoned, FALSE AS assumed, 0 AS first_minute, 0 AS last_minute, '' AS source
    FROM covering
    WHERE NOT is_paired AND (NOT moves OR settled)
    UNION ALL
    SELECT question, number, projected, cover, additive, hard_low, hard_high, 'minute' AS way,
        as_of_zoned AS zoned, FALSE AS assumed, as_of_first AS first_minute, as_of_last AS last_minute, '' AS source
    FROM covering
    WHERE NOT is_paired AND moves AND as_of_first = as_of_last
    UNION ALL
    SELECT question, number, projected, cover, additive, hard_low, hard_high, 'source' AS way,
        as_of_zoned AS zoned, as_of_assumed AND COALESCE(as_of_last - as_of_first >= 1440, TRUE) AS assumed,
        COALESCE(as_of_first, -4000000000000000) AS first_minute, COALESCE(as_of_last, 4000000000000000) AS last_minute,
        steady_source AS source
    FROM covering
    WHERE NOT is_paired AND moves AND steady_source IS NOT NULL
        AND (as_of_assumed OR COALESCE(as_of_last - as_of_first < 1440, FALSE))
), ends AS (
    SELECT question, projected, way, zoned, assumed, first_minute, last_minute, source, cover, additive,
        MAX(hard_low) AS highest_least, MIN(hard_high) AS lowest_greatest
    FROM once
    GROUP BY question, projected, way, zoned, assumed, first_minute, last_minute, source, cover, additive
), limits AS (
    SELECT m.question, m.projected, m.way, m.zoned, m.assumed, m.first_minute, m.last_minute, m.source, m.cover,
        MIN(CASE WHEN e.extent = 'equal' OR e.extent = 'narrower' AND m.additive THEN o.lowest_greatest END) AS above,
        MAX(CASE WHEN e.extent = 'equal' OR e.extent = 'wider' AND m.additive THEN o.highest_least END) AS below
    FROM ends m
    JOIN extents e ON e.question = m.question AND e.a = m.cover
    JOIN ends o ON o.question = m.question AND o.projected = m.projected AND o.cover = e.b AND o.way = m.way
        AND o.zoned = m.zoned AND o.assumed = m.assumed AND o.first_minute = m.first_minute
        AND o.last_minute = m.last_minute AND o.source = m.source
    GROUP BY m.question, m.projected, m.way, m.zoned, m.assumed, m.first_minute, m.last_minute, m.source, m.cover
), moving AS (
    SELECT question, number, over_time, projected, cover, additive, hard_low, hard_high, house, denies, is_zero,
        as_of_zoned, as_of_first, as_of_last,
        DENSE_RANK() OVER (PARTITION BY question
            ORDER BY projected, cover, as_of_zoned, as_of_first, as_of_last) AS moment
    FROM covering
    WHERE NOT is_paired AND moves
), sides AS (
    -- A denial is held against all, and all against a denial.
    SELECT question, projected, cover, house, TRUE AS of_denials, MAX(hard_low) AS least, MIN(hard_high) AS greatest
    FROM moving WHERE denies GROUP BY question, projected, cover, house
    UNION ALL
    SELECT question, projected, cover, house, FALSE AS of_denials, MAX(hard_low) AS least, MIN(hard_high) AS greatest
    FROM moving GROUP BY question, projected, cover, house
), beyond AS (
    SELECT s.question, s.projected, e.b AS cover, s.house, s.of_denials, MAX(s.least) AS least, MIN(s.greatest) AS greatest
    FROM sides s
    JOIN extents e ON e.question = s.question AND e.a = s.cover AND e.extent = 'equal'
    GROUP BY s.question, s.projected, e.b, s.house, s.of_denials
), denied_above AS (
    -- Of two houses one is another than that of whoever is held against them.
    SELECT question, projected, cover, house, of_denials, least FROM (
        SELECT beyond.*, ROW_NUMBER() OVER (PARTITION BY question, projected, cover, of_denials
            ORDER BY least DESC, house) AS place
        FROM beyond WHERE least IS NOT NULL) ranked
    WHERE place <= 2
), denied_below AS (
    SELECT question, projected, cover, house, of_denials, greatest FROM (
        SELECT beyond.*, ROW_NUMBER() OVER (PARTITION BY question, projected, cover, of_denials
            ORDER BY greatest, house) AS place
        FROM beyond WHERE greatest IS NOT NULL) ranked
    WHERE place <= 2
), moments AS (
    SELECT question, moment, projected, cover, additive, as_of_zoned, as_of_first, as_of_last,
        MAX(hard_low) AS least, MIN(hard_high) AS greatest
    FROM moving WHERE over_time = 'grows'
    GROUP BY question, moment, projected, cover, additive, as_of_zoned, as_of_first, as_of_last
), told AS (
    SELECT question, moment, house, MAX(hard_low) AS least, MIN(hard_high) AS greatest,
        MAX(CASE WHEN is_zero THEN 1 ELSE 0 END) AS nothing
    FROM moving WHERE over_time = 'grows' AND NOT denies
    GROUP BY question, moment, house
), followed AS (
    SELECT e.question, e.moment AS earlier, l.moment AS later, x.extent, e.additive, e.least, l.greatest
    FROM moments e
    JOIN moments l ON l.question = e.question AND l.projected = e.projected
        AND CASE WHEN e.as_of_zoned = l.as_of_zoned THEN e.as_of_last < l.as_of_first
            WHEN l.as_of_zoned THEN e.as_of_last + 720 < l.as_of_first
            ELSE e.as_of_last + 840 < l.as_of_first END
    JOIN extents x ON x.question = e.question AND x.a = e.cover AND x.b = l.cover
), highest AS (
    SELECT question, moment, house, least FROM (
        SELECT told.*, ROW_NUMBER() OVER (PARTITION BY question, moment ORDER BY least DESC, house) AS place
        FROM told WHERE least IS NOT NULL) ranked
    WHERE place <= 2
), lowest AS (
    SELECT question, moment, house, greatest FROM (
        SELECT told.*, ROW_NUMBER() OVER (PARTITION BY question, moment ORDER BY greatest, house) AS place
        FROM told WHERE greatest IS NOT NULL) ranked
    WHERE place <= 2
), nobody AS (
    SELECT question, moment, house, nothing FROM (
        SELECT told.*, ROW_NUMBER() OVER (PARTITION BY question, moment ORDER BY house) AS place
        FROM told WHERE nothing = 1) ranked
    WHERE place <= 2
), before AS (
    SELECT question, moment, house, least FROM (
        SELECT f.question, f.later AS moment, h.house, MAX(h.least) AS least,
            ROW_NUMBER() OVER (PARTITION BY f.question, f.later ORDER BY MAX(h.least) DESC, h.house) AS place
        FROM followed f
        JOIN highest h ON h.question = f.question AND h.moment = f.earlier
        WHERE f.extent = 'equal'
        GROUP BY f.question, f.later, h.house) ranked
    WHERE place <= 2
), after AS (
    SELECT question, moment, house, greatest FROM (
        SELECT f.question, f.earlier AS moment, h.house, MIN(h.greatest) AS greatest,
            ROW_NUMBER() OVER (PARTITION BY f.question, f.earlier ORDER BY MIN(h.greatest), h.house) AS place
        FROM followed f
        JOIN lowest h ON h.question = f.question AND h.moment = f.later
        WHERE f.extent = 'equal'
        GROUP BY f.question, f.earlier, h.house) ranked
    WHERE place <= 2
), nothing_before AS (
    SELECT question, moment, house, nothing FROM (
        SELECT f.question, f.later AS moment, h.house, MAX(h.nothing) AS nothing,
            ROW_NUMBER() OVER (PARTITION BY f.question, f.later ORDER BY MAX(h.nothing) DESC, h.house) AS place
        FROM followed f
        JOIN nobody h ON h.question = f.question AND h.moment = f.earlier
        WHERE f.extent = 'equal'
        GROUP BY f.question, f.later, h.house) ranked
    WHERE place <= 2
), more_after AS (
    SELECT question, moment, house, least FROM (
        SELECT f.question, f.earlier AS moment, h.house, MAX(h.least) AS least,
            ROW_NUMBER() OVER (PARTITION BY f.question, f.earlier ORDER BY MAX(h.least) DESC, h.house) AS place
        FROM followed f
        JOIN highest h ON h.question = f.question AND h.moment = f.later
        WHERE f.extent = 'equal'
        GROUP BY f.question, f.earlier, h.house) ranked
    WHERE place <= 2
), parts AS (
    -- A part never exceeds its whole, nor what that has grown to.
    SELECT question, earlier AS moment, MIN(greatest) AS above FROM followed
    WHERE extent = 'narrower' AND additive GROUP BY question, earlier
), wholes AS (
    SELECT question, later AS moment, MAX(least) AS below FROM followed
    WHERE extent = 'narrower' AND additive GROUP BY question, later
), asked AS (
    SELECT DISTINCT question FROM said WHERE is_paired
), numbered AS (
    -- A kind is named by the first of its claims.
    SELECT c.*, MIN(c.number) OVER (PARTITION BY c.question, c.projected, c.cover, c.form, c.answer, c.hard_low, c.hard_high,
        c.called, c.settled, c.denies, c.is_zero, c.as_of_zoned, c.as_of_assumed, c.as_of_first, c.as_of_last,
        c.steady_source, c.family, c.origin, c.origin_established) AS kind
    FROM covering c
    LEFT JOIN asked a ON a.question = c.question
    WHERE a.question IS NOT NULL OR c.inner_house IS NOT NULL
), kinds AS (SELECT numbered.* FROM numbered WHERE number = kind
), met AS (
    SELECT a.question, a.kind AS a, b.kind AS b
    FROM kinds a
    JOIN kinds b ON b.question = a.question AND b.projected = a.projected AND (a.kind < b.kind OR NOT b.is_paired)
    WHERE a.is_paired
    UNION ALL
    SELECT a.question, a.kind AS a, b.kind AS b
    FROM kinds a
    JOIN kinds b ON b.question = a.question AND b.projected = a.projected AND b.inner_house = a.inner_house
        AND NOT b.is_paired AND (a.kind < b.kind OR NOT b.denies)
    WHERE NOT a.is_paired AND a.denies
    UNION ALL
    SELECT a.question, a.kind AS a, b.kind AS b
    FROM kinds a
    JOIN kinds b ON b.question = a.question AND b.projected = a.projected AND b.inner_house = a.inner_house
        AND NOT b.is_paired AND NOT b.denies AND a.kind < b.kind
    WHERE NOT a.is_paired AND NOT a.denies AND a.is_mixed AND a.over_time = 'grows'
), beside AS (
    SELECT a.question, a.kind AS a, b.kind AS b, e.extent, a.additive, a.over_time, a.numbers,
        a.over_time = 'fixed' OR a.settled AND b.settled AS fixed,
        a.denies AS a_denies, b.denies AS b_denies, a.is_zero AS a_zero, b.is_zero AS b_zero,
        a.hard_low AS a_low, a.hard_high AS a_high, b.hard_low AS b_low, b.hard_high AS b_high,
        a.soft_low AS a_soft_low, a.soft_high AS a_soft_high, b.soft_low AS b_soft_low, b.soft_high AS b_soft_high,
        COALESCE(l.hard, (a.hard_low IS NULL OR b.hard_high IS NULL OR a.hard_low <= b.hard_high)
            AND (b.hard_low IS NULL OR a.hard_high IS NULL OR b.hard_low <= a.hard_high)) AS hard,
        COALESCE(l.soft, (a.soft_low IS NULL OR b.soft_high IS NULL OR a.soft_low <= b.soft_high)
            AND (b.soft_low IS NULL OR a.soft_high IS NULL OR b.soft_low <= a.soft_high)) AS soft,
        (a.withdrawn OR b.withdrawn) AND NOT COALESCE(l.same, (a.hard_low IS NOT DISTINCT FROM b.hard_low)
            AND (a.hard_high IS NOT DISTINCT FROM b.hard_high) AND (a.soft_low IS NOT DISTINCT FROM b.soft_low)
            AND (a.soft_high IS NOT DISTINCT FROM b.soft_high)) AS withdrawn,
        COALESCE(l.a_rounds OR l.b_rounds, a.bare <> b.bare
            AND ((b.hard_low IS NULL OR a.bare >= b.hard_low) AND (b.hard_high IS NULL OR a.bare <= b.hard_high)
                AND (b.bare < a.hard_low OR b.bare > a.hard_high OR a.bare_place < b.bare_place)
            OR (a.hard_low IS NULL OR b.bare >= a.hard_low) AND (a.hard_high IS NULL OR b.bare <= a.hard_high)
                AND (a.bare < b.hard_low OR a.bare > b.hard_high OR b.bare_place < a.bare_place)), FALSE) AS rounds,
        COALESCE(a.origin = b.origin, FALSE) AS one_origin,
        (p.part IS NOT NULL OR w.part IS NOT NULL)
            AND (a.family = b.family OR a.origin_established AND b.origin_established) AS part_of_origin,
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
    FROM met m
    JOIN kinds a ON a.question = m.question AND a.kind = m.a
    JOIN kinds b ON b.question = m.question AND b.kind = m.b
    JOIN extents e ON e.question = a.question AND e.a = a.cover AND e.b = b.cover
    LEFT JOIN answers l ON l.question = a.question AND l.a = a.answer AND l.b = b.answer
    LEFT JOIN agent_parts p ON p.part = a.origin_agent AND p.whole = b.origin_agent
    LEFT JOIN agent_parts w ON w.part = b.origin_agent AND w.whole = a.origin_agent
), apart AS (
    SELECT question, a, b
    FROM beside
    WHERE NOT withdrawn AND (NOT hard OR wrong) AND CASE
        WHEN extent IN ('narrower', 'wider') THEN additive
            AND CASE extent WHEN 'narrower' THEN a_low > b_high ELSE b_low > a_high END
            AND (fixed OR moment = 'equal' OR over_time = 'grows'
                AND moment = CASE extent WHEN 'narrower' THEN 'earlier' ELSE 'later' END)
        WHEN extent = 'unknown' AND (NOT wrong OR NOT soft AND NOT rounds) THEN FALSE
        -- One says of the other that it is wrong, unless the other is of its own house and later, and lower.
        WHEN wrong THEN NOT (NOT fixed AND over_time = 'grows' AND NOT soft AND part_of_origin
            AND CASE moment
                WHEN 'later' THEN NOT a_denies
                    AND (NOT hard OR NOT rounds AND numbers AND COALESCE(a_soft_high < b_soft_low, FALSE))
                WHEN 'earlier' THEN NOT b_denies
                    AND (NOT hard OR NOT rounds AND numbers AND COALESCE(b_soft_high < a_soft_low, FALSE))
                ELSE FALSE END)
        WHEN fixed OR moment = 'equal' THEN TRUE
        WHEN moment = 'unsettled' THEN (a_denies OR b_denies) AND NOT one_origin
        WHEN one_origin OR part_of_origin THEN CASE moment WHEN 'later' THEN a_denies ELSE b_denies END
        WHEN a_denies OR b_denies THEN TRUE
        WHEN over_time = 'varies' THEN FALSE
        WHEN NOT numbers THEN TRUE
        -- It grew, unless the earlier excludes the later by being more, or says that there was nothing.
        WHEN moment = 'later' THEN b_zero OR COALESCE(b_low >= a_high, FALSE)
        ELSE a_zero OR COALESCE(a_low >= b_high, FALSE)
    END
), found AS (
    SELECT c.question, c.number
    FROM once c
    JOIN limits l ON l.question = c.question AND l.projected = c.projected AND l.cover = c.cover AND l.way = c.way
        AND l.zoned = c.zoned AND l.assumed = c.assumed AND l.first_minute = c.first_minute
        AND l.last_minute = c.last_minute AND l.source = c.source
    WHERE c.hard_low > l.above OR c.hard_high < l.below
    UNION
    SELECT c.question, c.number
    FROM moving c
    JOIN denied_above d ON d.question = c.question AND d.projected = c.projected AND d.cover = c.cover AND d.house <> c.house
    WHERE c.hard_high < d.least AND (c.denies OR d.of_denials)
    UNION
    SELECT c.question, c.number
    FROM moving c
    JOIN denied_below d ON d.question = c.question AND d.projected = c.projected AND d.cover = c.cover AND d.house <> c.house
    WHERE c.hard_low > d.greatest AND (c.denies OR d.of_denials)
    UNION
    SELECT c.question, c.number
    FROM moving c
    JOIN before b ON b.question = c.question AND b.moment = c.moment AND b.house <> c.house
    WHERE c.hard_high < b.least AND NOT c.denies
    UNION
    SELECT c.question, c.number
    FROM moving c
    JOIN after a ON a.question = c.question AND a.moment = c.moment AND a.house <> c.house
    WHERE c.hard_low > a.greatest AND NOT c.denies
    UNION
    SELECT c.question, c.number
    FROM moving c
    JOIN nothing_before b ON b.question = c.question AND b.moment = c.moment AND b.house <> c.house
    WHERE c.hard_low > 0 AND NOT c.denies
    UNION
    SELECT c.question, c.number
    FROM moving c
    JOIN more_after a ON a.question = c.question AND a.moment = c.moment AND a.house <> c.house
    WHERE c.is_zero AND a.least > 0 AND NOT c.denies
    UNION
    SELECT c.question, c.number
    FROM moving c
    LEFT JOIN parts p ON p.question = c.question AND p.moment = c.moment
    LEFT JOIN wholes w ON w.question = c.question AND w.moment = c.moment
    WHERE c.hard_low > p.above OR c.hard_high < w.below
    UNION
    SELECT n.question, n.number
    FROM numbered n
    JOIN (SELECT question, a AS kind FROM apart UNION SELECT question, b AS kind FROM apart) x
        ON x.question = n.question AND x.kind = n.kind
)
SELECT c.question, COUNT(*) AS claims, COUNT(f.number) AS in_conflict
FROM claims c
LEFT JOIN found f ON f.question = c.question AND f.number = c.number
GROUP BY c.question
HAVING COUNT(f.number) > 0
ORDER BY c.question
