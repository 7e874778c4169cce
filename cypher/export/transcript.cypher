// The words of an interview.
// parameters: interview (its key)
MATCH (:Interview {key: $interview})-[:READS]->(transcript:Transcript)
RETURN transcript.text AS text
