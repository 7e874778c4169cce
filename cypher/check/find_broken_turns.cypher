// title: the turns of an interview are not numbered without gaps, overlap, or are not the transcript's words
// mend: load the transcript again
// parameters: [study]

MATCH (interview:Interview {study: $study})
WHERE EXISTS { (interview)<-[:PART_OF]-(:Turn) }
WITH interview,
     COLLECT { MATCH (interview)<-[:PART_OF]-(turn:Turn) RETURN turn ORDER BY turn.index, turn.key } AS turns,
     COLLECT { MATCH (interview)-[:READS]->(each:Transcript) RETURN each.text }[0] AS text
UNWIND range(0, size(turns) - 1) AS at
WITH interview, turns[at] AS turn, at, text, CASE WHEN at > 0 THEN turns[at - 1].end ELSE 0 END AS before
WHERE text IS NULL OR turn.index <> at OR turn.start < before OR turn.end < turn.start
   OR turn.text <> substring(text, turn.start, turn.end - turn.start)
RETURN turn.key AS key, interview.name AS interview, at AS expected, turn.index AS index, turn.start AS start, turn.end AS end
ORDER BY key
