// What the excerpts of an interview are put to, a row for each, with the excerpt's words and the turns that it spans.
// parameters: interview (its key), withdrawn
MATCH (:Interview {key: $interview})<-[:FROM]-(excerpt:Excerpt)-[put:CODED_AS|CONTRADICTS|SUPPORTS]->(target:Concept|Proposition)
WHERE $withdrawn OR NOT excerpt.withdrawn
RETURN excerpt.key AS excerpt,
       type(put) AS type,
       target.key AS target,
       put.coder AS coder,
       put.at AS at,
       put.note AS note,
       coalesce(put.quote, excerpt.quote) AS given,
       excerpt.start AS start,
       excerpt.end AS end,
       excerpt.text AS text,
       excerpt.verification AS verification,
       excerpt.quotable AS quotable,
       COLLECT {
         MATCH (excerpt)-[:SPANS]->(turn:Turn)
         RETURN [turn.index, turn.speaker, turn.role] ORDER BY turn.index
       } AS turns
