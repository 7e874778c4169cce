// The words that consent does not let be quoted: coded spans, and what was said by anybody but the interviewer (all that
// was said, where turns are not known). `quotable` are the keys of the participants whose words may be quoted; what no
// speaker is known for may be quoted where all who gave the interview are among them.
// parameters: study, quotable
MATCH (interview:Interview {study: $study})
WITH interview, COLLECT { MATCH (interview)<-[:GAVE]-(giver:Participant) RETURN giver.key } AS givers
CALL (interview, givers) {
  MATCH (interview)<-[:FROM]-(span:Excerpt)
  WHERE NOT span.quotable
    AND (span.spokenBy <> 'interviewer' OR EXISTS { MATCH (span)-[:SPANS]->(turn:Turn) WHERE turn.role <> 'interviewer' })
  UNWIND [span.text, span.quote] AS text
  RETURN text, true AS coded
  UNION
  MATCH (interview)<-[:PART_OF]-(turn:Turn)
  WHERE turn.role <> 'interviewer'
  WITH turn, givers, COLLECT { MATCH (turn)<-[:SPOKE]-(speaker:Participant) RETURN speaker.key } AS speakers
  WITH turn, CASE WHEN size(speakers) > 0 THEN speakers ELSE givers END AS voices
  WHERE size(voices) = 0 OR any(voice IN voices WHERE NOT voice IN $quotable)
  RETURN turn.text AS text, false AS coded
  UNION
  MATCH (interview)-[:READS]->(transcript:Transcript)
  WHERE NOT EXISTS { (interview)<-[:PART_OF]-(:Turn) }
    AND (size(givers) = 0 OR any(giver IN givers WHERE NOT giver IN $quotable))
  RETURN transcript.text AS text, false AS coded
}
WITH text, coded
WHERE text IS NOT NULL
RETURN DISTINCT text, coded
