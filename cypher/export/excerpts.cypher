// The excerpts of an interview with what led to each, and all that each is put to.
// parameters: interview (its key), withdrawn
MATCH (:Interview {key: $interview})<-[:FROM]-(excerpt:Excerpt)
WHERE $withdrawn OR NOT excerpt.withdrawn
RETURN excerpt.key AS key,
       excerpt.text AS text,
       excerpt.quote AS quote,
       excerpt.start AS start,
       excerpt.end AS end,
       excerpt.givenStart AS givenStart,
       excerpt.givenEnd AS givenEnd,
       excerpt.givenOccurrence AS givenOccurrence,
       excerpt.verification AS verification,
       excerpt.quotable AS quotable,
       COLLECT {
         MATCH (excerpt)-[put:CODED_AS|CONTRADICTS|SUPPORTS]->(target:Concept|Proposition)
         RETURN {type: type(put), target: target.key, coder: put.coder, at: put.at, note: put.note, quote: put.quote}
         ORDER BY type(put), target.key, put.coder
       } AS puts
ORDER BY start, end, key
