// The words of one interview.
// parameters: interview (its key)
MATCH (i:Interview {key: $interview})-[:READS]->(t:Transcript)
RETURN t.text AS text, i.sha256 AS sha256
