-- Every two claims of a question, and how they are related: the first row of the table that holds of them.
--
--   question, a, b      the two claims, by their numbers, the lesser first
--   claim_a, claim_b    the same, by their names
--   relation, row       what they are to each other, and the row that says so, from 1 to 21
--   class               what that means for whoever compares the two
--   direction           which of the two refines, is the part, is later or corrects: a, b, or null
--   assumed             the dimensions of scope that are taken to be equal though one of the two does not state them
--
-- docs/semantics.md has the rows in words.

WITH beside AS (
    -- What the tables say of the two. An open period against a closed one ends at the as-of.
    SELECT
        a.question, a.number AS a, b.number AS b, a.claim AS claim_a, b.claim AS claim_b,
        CASE WHEN a.settled AND b.settled THEN 'fixed' ELSE q.over_time END AS over_time,
        q.additive,
        a.silent OR b.silent AS silent,
        COALESCE(a.form = 'words' AND b.form = 'words', FALSE) AS words,
        COALESCE(a.folded = b.folded, FALSE) AS one_wording,
        a.withdrawn OR b.withdrawn AS withdrawn,
        a.projected <> b.projected AS one_projected,
        a.denies AS a_denies, b.denies AS b_denies,
        a.is_zero AS a_zero, b.is_zero AS b_zero,
        a.own_voice AND b.own_voice AS own_voice,
        (a.publisher IS NOT DISTINCT FROM b.publisher) AS one_publisher,
        a.family = b.family AS one_page,
        COALESCE(a.origin = b.origin, FALSE) AS one_origin,
        (p.part IS NOT NULL OR w.part IS NOT NULL)
            AND (a.family = b.family OR a.origin_established AND b.origin_established) AS part_of_origin,
        COALESCE(a.calls_wrong = b.claim, FALSE) OR COALESCE(b.calls_wrong = a.claim, FALSE) AS calls_wrong,
        CASE WHEN r.corrects THEN 'a' WHEN s.corrects THEN 'b' END AS says_corrects,
        CASE WHEN r.supersedes THEN 'a' WHEN s.supersedes THEN 'b' END AS says_supersedes,
        CASE WHEN x.corrects THEN 'a' WHEN y.corrects THEN 'b' END AS source_corrects,
        CASE WHEN x.later THEN 'a' WHEN y.later THEN 'b' END AS later_capture,
        COALESCE(l.hard, (a.hard_low IS NULL OR b.hard_high IS NULL OR a.hard_low <= b.hard_high)
            AND (b.hard_low IS NULL OR a.hard_high IS NULL OR b.hard_low <= a.hard_high)) AS hard,
        COALESCE(l.soft, (a.soft_low IS NULL OR b.soft_high IS NULL OR a.soft_low <= b.soft_high)
            AND (b.soft_low IS NULL OR a.soft_high IS NULL OR b.soft_low <= a.soft_high)) AS soft,
        COALESCE(l.within, (b.hard_low IS NULL OR COALESCE(a.hard_low >= b.hard_low, FALSE))
            AND (b.hard_high IS NULL OR COALESCE(a.hard_high <= b.hard_high, FALSE))
            AND (b.soft_low IS NULL OR COALESCE(a.soft_low >= b.soft_low, FALSE))
            AND (b.soft_high IS NULL OR COALESCE(a.soft_high <= b.soft_high, FALSE))) AS a_within,
        COALESCE(l.around, (a.hard_low IS NULL OR COALESCE(b.hard_low >= a.hard_low, FALSE))
            AND (a.hard_high IS NULL OR COALESCE(b.hard_high <= a.hard_high, FALSE))
            AND (a.soft_low IS NULL OR COALESCE(b.soft_low >= a.soft_low, FALSE))
            AND (a.soft_high IS NULL OR COALESCE(b.soft_high <= a.soft_high, FALSE))) AS b_within,
        COALESCE(l.same, CASE WHEN a.form = 'words' THEN a.answer = b.answer
            ELSE (a.hard_low IS NOT DISTINCT FROM b.hard_low)
                AND (a.hard_high IS NOT DISTINCT FROM b.hard_high)
                AND (a.soft_low IS NOT DISTINCT FROM b.soft_low)
                AND (a.soft_high IS NOT DISTINCT FROM b.soft_high) END) AS same,
        COALESCE(l.a_rounds, a.bare <> b.bare
            AND (b.hard_low IS NULL OR a.bare >= b.hard_low) AND (b.hard_high IS NULL OR a.bare <= b.hard_high)
            AND (b.bare < a.hard_low OR b.bare > a.hard_high OR a.bare_place < b.bare_place), FALSE) AS a_rounds,
        COALESCE(l.b_rounds, a.bare <> b.bare
            AND (a.hard_low IS NULL OR b.bare >= a.hard_low) AND (a.hard_high IS NULL OR b.bare <= a.hard_high)
            AND (a.bare < b.hard_low OR a.bare > b.hard_high OR b.bare_place < a.bare_place), FALSE) AS b_rounds,
        q.type IN ('count', 'amount', 'date') AS numbers,
        a.hard_low AS a_hard_low, a.hard_high AS a_hard_high, b.hard_low AS b_hard_low, b.hard_high AS b_hard_high,
        a.soft_low AS a_soft_low, a.soft_high AS a_soft_high, b.soft_low AS b_soft_low, b.soft_high AS b_soft_high,
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
                    OR a.source = b.source AND a.steady
                    AND (a.as_of_last - a.as_of_first < 1440 OR a.as_of_assumed AND b.as_of_assumed)) THEN 'equal'
            ELSE 'unsettled'
        END AS moment,
        z.population, z.place,
        CASE WHEN COALESCE(a.origin = b.origin, FALSE) THEN z.basis_of_one ELSE z.basis END AS basis,
        CASE WHEN a.has_period IS NULL AND b.has_period IS NULL THEN 'none'
            WHEN a.has_period AND b.has_period THEN 'both' ELSE 'unknown' END AS periods,
        COALESCE(a.period_first, -4000000000000000) AS a_first,
        COALESCE(b.period_first, -4000000000000000) AS b_first,
        COALESCE(CASE WHEN a.period_last IS NULL AND b.period_last IS NOT NULL THEN a.as_of_day
            ELSE a.period_last END, 4000000000000000) AS a_last,
        COALESCE(CASE WHEN b.period_last IS NULL AND a.period_last IS NOT NULL THEN b.as_of_day
            ELSE b.period_last END, 4000000000000000) AS b_last
    FROM claims a
    JOIN claims b ON b.question = a.question AND a.number < b.number
    JOIN questions q ON q.question = a.question
    JOIN scopes z ON z.question = a.question AND z.a = a.scope AND z.b = b.scope
    LEFT JOIN answers l ON l.question = a.question AND l.a = a.answer AND l.b = b.answer
    LEFT JOIN claim_relations r ON r.question = a.question AND r.a = a.number AND r.b = b.number
    LEFT JOIN claim_relations s ON s.question = a.question AND s.a = b.number AND s.b = a.number
    LEFT JOIN source_relations x ON x.question = a.question AND x.a = a.source AND x.b = b.source
    LEFT JOIN source_relations y ON y.question = a.question AND y.a = b.source AND y.b = a.source
    LEFT JOIN agent_parts p ON p.part = a.origin_agent AND p.whole = b.origin_agent
    LEFT JOIN agent_parts w ON w.part = b.origin_agent AND w.whole = a.origin_agent
), covered AS (
    -- An open end that is closed before its own start leaves the first day.
    SELECT beside.*,
        CASE WHEN periods = 'none' THEN 'equal'
            WHEN periods = 'unknown' THEN 'unknown'
            WHEN a_first = b_first AND GREATEST(a_last, a_first) = GREATEST(b_last, b_first) THEN 'equal'
            WHEN GREATEST(a_last, a_first) < b_first OR GREATEST(b_last, b_first) < a_first THEN 'disjoint'
            WHEN b_first <= a_first AND GREATEST(a_last, a_first) <= GREATEST(b_last, b_first) THEN 'narrower'
            WHEN a_first <= b_first AND GREATEST(b_last, b_first) <= GREATEST(a_last, a_first) THEN 'wider'
            ELSE 'overlapping' END AS period
    FROM beside
), scoped AS (
    SELECT covered.*,
        CASE WHEN 'disjoint' IN (population, place, period, basis) THEN 'disjoint'
            WHEN 'overlapping' IN (population, place, period, basis) THEN 'overlapping'
            WHEN 'narrower' IN (population, place, period, basis) AND 'wider' IN (population, place, period, basis)
                THEN 'overlapping'
            WHEN 'narrower' IN (population, place, period, basis) THEN 'narrower'
            WHEN 'wider' IN (population, place, period, basis) THEN 'wider'
            WHEN 'unknown' IN (population, place, period, basis) THEN 'unknown'
            ELSE 'equal' END AS scope,
        'unknown' IN (population, place, period, basis) AS is_assumed,
        over_time = 'fixed' AS fixed,
        one_origin OR part_of_origin AS kin,
        a_rounds OR b_rounds AS rounds,
        a_denies OR b_denies AS denies,
        calls_wrong AND NOT one_origin AS wrong,
        CASE WHEN over_time = 'fixed' THEN NULL WHEN moment = 'later' THEN 'a' WHEN moment = 'earlier' THEN 'b' END
            AS later
    FROM covered
), stood AS (
    -- Which is the part and whether it exceeds the whole; what rows 13 and 14 ask of the earlier and of the later.
    SELECT scoped.*,
        CASE scope WHEN 'narrower' THEN 'a' WHEN 'wider' THEN 'b' END AS part,
        CASE scope WHEN 'narrower' THEN COALESCE(a_hard_low > b_hard_high, FALSE)
            WHEN 'wider' THEN COALESCE(b_hard_low > a_hard_high, FALSE) END AS exceeds,
        NOT is_assumed AND (fixed OR moment = 'equal'
            OR over_time = 'grows' AND (scope = 'narrower' AND moment = 'earlier' OR scope = 'wider' AND moment = 'later'))
            AS part_of_one_time,
        CASE later WHEN 'a' THEN a_denies WHEN 'b' THEN b_denies END AS later_denies,
        CASE later WHEN 'a' THEN b_zero WHEN 'b' THEN a_zero END AS earlier_zero,
        CASE later WHEN 'a' THEN b_hard_low IS NULL OR a_hard_high IS NULL OR b_hard_low < a_hard_high
            WHEN 'b' THEN a_hard_low IS NULL OR b_hard_high IS NULL OR a_hard_low < b_hard_high END AS may_grow,
        CASE later WHEN 'a' THEN COALESCE(b_soft_high < a_soft_low, FALSE)
            WHEN 'b' THEN COALESCE(a_soft_high < b_soft_low, FALSE) END AS above,
        CASE later WHEN 'a' THEN COALESCE(a_soft_high < b_soft_low, FALSE)
            WHEN 'b' THEN COALESCE(b_soft_high < a_soft_low, FALSE) END AS below,
        COALESCE(says_corrects, CASE WHEN scope = 'equal' AND (own_voice OR one_origin) THEN source_corrects END)
            AS corrects,
        COALESCE(says_supersedes, CASE WHEN scope = 'equal' AND one_origin AND NOT same THEN later_capture END)
            AS supersedes
    FROM scoped
), matched AS (
    SELECT stood.*,
        CASE
            WHEN silent THEN 1
            WHEN corrects IS NOT NULL AND NOT same THEN 2
            WHEN supersedes IS NOT NULL THEN 3
            WHEN withdrawn AND NOT same THEN 4
            WHEN words THEN 5
            WHEN one_projected OR scope IN ('disjoint', 'overlapping') OR part IS NOT NULL AND NOT additive THEN 6
            WHEN exceeds AND part_of_one_time THEN 7
            WHEN exceeds THEN 8
            WHEN part IS NOT NULL THEN 9
            WHEN scope = 'unknown' AND NOT soft AND NOT rounds THEN 10
            WHEN NOT fixed AND NOT hard AND moment = 'unsettled' AND NOT (denies AND NOT one_origin) AND NOT wrong
                THEN 10
            WHEN NOT hard AND one_origin AND (fixed OR moment = 'equal') THEN
                CASE WHEN one_page OR own_voice AND one_publisher THEN 11 ELSE 12 END
            WHEN later IS NOT NULL AND NOT soft AND NOT wrong
                AND CASE WHEN kin THEN NOT later_denies ELSE NOT denies END
                AND CASE WHEN over_time = 'varies' THEN NOT rounds
                    ELSE numbers AND (kin OR NOT earlier_zero)
                        AND CASE WHEN NOT hard THEN may_grow ELSE NOT rounds AND above END END THEN 13
            WHEN later IS NOT NULL AND NOT soft AND over_time = 'grows' AND kin AND NOT later_denies
                AND (NOT hard OR NOT rounds AND numbers AND below) THEN 14
            WHEN NOT hard AND (denies OR a_zero OR b_zero) OR wrong THEN 15
            WHEN NOT hard THEN 16
            WHEN NOT soft AND NOT rounds AND (fixed OR moment <> 'unsettled' OR denies AND NOT one_origin) THEN 17
            WHEN kin AND NOT one_page AND (soft OR rounds) THEN 18
            WHEN same THEN 19
            WHEN a_within <> b_within OR rounds THEN 20
            ELSE 21
        END AS row_number
    FROM stood
)
SELECT question, a, b, claim_a, claim_b,
    CASE row_number
        WHEN 1 THEN 'silent' WHEN 2 THEN 'corrected' WHEN 3 THEN 'superseded' WHEN 4 THEN 'withdrawn'
        WHEN 5 THEN CASE WHEN same THEN 'same' ELSE 'differs' END
        WHEN 6 THEN 'different-scope' WHEN 7 THEN 'part-exceeds-whole' WHEN 8 THEN 'undetermined'
        WHEN 9 THEN 'part-of' WHEN 10 THEN 'undetermined' WHEN 11 THEN 'self-contradiction' WHEN 12 THEN 'misreport'
        WHEN 13 THEN CASE WHEN kin THEN 'superseded' ELSE 'lags' END
        WHEN 14 THEN 'revised-down' WHEN 15 THEN 'denial' WHEN 16 THEN 'contradiction' WHEN 17 THEN 'tension'
        WHEN 18 THEN 'repeats' WHEN 19 THEN CASE WHEN one_wording THEN 'same' ELSE 'equivalent' END
        WHEN 20 THEN 'refines' ELSE 'overlaps'
    END AS relation,
    row_number AS row,
    CASE WHEN row_number IN (2, 3, 13, 14) THEN 'change'
        WHEN row_number IN (1, 4, 5, 6, 9) THEN 'aside'
        WHEN row_number IN (7, 11, 12, 15, 16) THEN 'conflict'
        WHEN row_number IN (8, 10) THEN 'open'
        WHEN row_number = 17 THEN 'tension'
        WHEN row_number = 18 THEN 'dependence'
        WHEN row_number IN (19, 20) THEN 'agreement'
        ELSE 'compatible' END AS class,
    CASE WHEN row_number = 2 THEN corrects
        WHEN row_number = 3 THEN supersedes
        WHEN row_number IN (7, 8, 9) THEN part
        WHEN row_number IN (13, 14) THEN later
        WHEN row_number = 20 AND a_within <> b_within THEN CASE WHEN a_within THEN 'a' ELSE 'b' END
        WHEN row_number = 20 THEN CASE WHEN a_rounds THEN 'a' ELSE 'b' END END AS direction,
    CASE WHEN row_number < 11 THEN ''
        ELSE TRIM(CONCAT(CASE WHEN population = 'unknown' THEN 'population ' ELSE '' END,
            CASE WHEN place = 'unknown' THEN 'place ' ELSE '' END,
            CASE WHEN period = 'unknown' THEN 'period ' ELSE '' END,
            CASE WHEN basis = 'unknown' THEN 'basis' ELSE '' END)) END AS assumed
FROM matched
ORDER BY question, a, b
