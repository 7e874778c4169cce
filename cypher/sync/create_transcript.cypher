// The words and turns of one interview.
// parameters: interview (its key), transcript (properties), turns (a list of properties)
MATCH (i:Interview {key: $interview})
CREATE (i)-[:READS]->(w:Transcript)
SET w = $transcript
WITH i
UNWIND $turns AS turn
CREATE (t:Turn)-[:PART_OF]->(i)
SET t = turn
