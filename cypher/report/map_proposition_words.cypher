// The words that support some propositions and those that contradict them, as far as consent lets them be quoted;
// at most `quotes` of each kind a proposition.
// parameters: propositions, quotes
UNWIND $propositions AS about
UNWIND ['SUPPORTS', 'CONTRADICTS'] AS relation
CALL (about, relation) {
  MATCH (:Proposition {key: about})<-[reading:SUPPORTS|CONTRADICTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE type(reading) = relation AND span.quotable
  WITH span, interview, reading
  ORDER BY reading.at, reading.coder
  WITH span, interview, collect(reading.note) AS notes
  ORDER BY interview.sequence, interview.date, interview.name, span.start, span.key
  LIMIT $quotes
  RETURN span, interview, notes
}
RETURN about, relation, span.key AS key, span.text AS text, span.verification AS verification, interview.key AS interview, notes
