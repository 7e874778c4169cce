// The words that consent does not let be quoted, from the interviews that are not among those that may be quoted: coded
// spans, and what was said by anybody but the interviewer (all that was said, where turns are not known).
// parameters: study, quotable
MATCH (interview:Interview {study: $study})
WHERE NOT interview.key IN $quotable
CALL (interview) {
  MATCH (interview)<-[:FROM]-(span:Excerpt)
  UNWIND [span.text, span.quote] AS text
  RETURN text, true AS coded
  UNION
  MATCH (interview)<-[:PART_OF]-(turn:Turn)
  WHERE turn.role <> 'interviewer'
  RETURN turn.text AS text, false AS coded
  UNION
  MATCH (interview)-[:READS]->(transcript:Transcript)
  WHERE NOT EXISTS { (interview)<-[:PART_OF]-(:Turn) }
  RETURN transcript.text AS text, false AS coded
}
WITH text, coded
WHERE text IS NOT NULL
RETURN DISTINCT text, coded
