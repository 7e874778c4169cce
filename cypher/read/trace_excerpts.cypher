// The words that are coded to some concepts, with who said them where, and who coded them when; at most so many a concept.
// parameters: concepts, quotes, withdrawn
UNWIND $concepts AS concept
CALL (concept) {
  MATCH (:Concept {key: concept})<-[coding:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT span.withdrawn
  WITH span, interview, coding
  ORDER BY coding.at, coding.coder
  WITH span, interview, collect([coding.coder, coding.at, coding.note]) AS codings
  ORDER BY interview.sequence, interview.date, interview.name, span.start, span.key
  LIMIT coalesce($quotes, 1000000000)
  RETURN span, interview, codings
}
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
