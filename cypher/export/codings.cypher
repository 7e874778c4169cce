// Everything that an interview's excerpts are put to: concepts that they ground or stand against, propositions.
// parameters: interview (its key), withdrawn
MATCH (:Interview {key: $interview})<-[:FROM]-(excerpt:Excerpt)-[put:CODED_AS|CONTRADICTS|SUPPORTS]->(target:Concept|Proposition)
WHERE $withdrawn OR NOT excerpt.withdrawn
RETURN type(put) AS type,
       target.key AS target,
       put.coder AS coder,
       put.at AS at,
       put.note AS note,
       put.quote IS NOT NULL AS differs,
       excerpt.start AS start,
       excerpt.end AS end,
       excerpt.text AS text
ORDER BY start, end, type, target, coder
