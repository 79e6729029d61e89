-- How many independent origins stand behind each position: claims that can hold together.
--
--   question, position   the position, by its number, from 1
--   claims               how many claims can hold together in it
--   supporting           how many of them support it rather than merely allow it
--   independent          how many groups of origins stand behind these, of which one is established
--   not_established      how many groups of origins stand behind these, of which none is
--
-- Origins that fall together count once: docs/semantics.md, section 5.

SELECT question, position,
    COUNT(*) AS claims,
    COUNT(CASE WHEN supports THEN 1 END) AS supporting,
    COUNT(DISTINCT CASE WHEN established THEN origins END) AS independent,
    COUNT(DISTINCT CASE WHEN NOT established THEN origins END) AS not_established
FROM positions
GROUP BY question, position
ORDER BY question, position
