// The words that stand against some concepts, with who said them where, and who read them so when.
// parameters: concepts, withdrawn
UNWIND $concepts AS concept
MATCH (:Concept {key: concept})<-[against:CONTRADICTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
WHERE $withdrawn OR NOT span.withdrawn
WITH concept, span, interview, against
ORDER BY against.at, against.coder
WITH concept, span, interview, collect([against.coder, against.at, against.note]) AS codings
ORDER BY interview.sequence, interview.date, interview.name, span.start, span.key
RETURN concept,
       span.key AS key,
       span.text AS text,
       span.quote AS quote,
       span.start AS start,
       span.end AS end,
       span.verification AS verification,
       span.quotable AS quotable,
       span.occurrence AS occurrence,
       span.occurrences AS occurrences,
       interview.key AS interview,
       COLLECT { MATCH (span)-[:SPANS]->(turn:Turn) RETURN [turn.index, turn.startMs] ORDER BY turn.index LIMIT 1 }[0] AS turn,
       codings
