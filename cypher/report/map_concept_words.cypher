// The words that ground some concepts and those that stand against them, as far as consent lets them be quoted;
// at most `quotes` of each kind a concept.
// parameters: concepts, quotes
UNWIND $concepts AS about
UNWIND ['CODED_AS', 'CONTRADICTS'] AS relation
CALL (about, relation) {
  MATCH (:Concept {key: about})<-[reading:CODED_AS|CONTRADICTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE type(reading) = relation AND span.quotable
  WITH span, interview, reading
  ORDER BY reading.at, reading.coder
  WITH span, interview, collect(reading.note) AS notes
  ORDER BY interview.sequence, interview.date, interview.name, span.start, span.key
  LIMIT $quotes
  RETURN span, interview, notes
}
RETURN about, relation, span.key AS key, span.text AS text, span.verification AS verification, interview.key AS interview, notes
