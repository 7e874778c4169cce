// title: an excerpt's words are not those of its transcript
// mend: load the transcript and its codings again, so that the words are found anew
// parameters: [study]

MATCH (interview:Interview {study: $study})-[:READS]->(transcript:Transcript)
MATCH (interview)<-[:FROM]-(span:Excerpt)
WHERE span.start >= 0 AND span.end > span.start
  AND span.text <> substring(transcript.text, span.start, span.end - span.start)
RETURN span.key AS key, interview.name AS interview, span.start AS start, span.end AS end, span.text AS text
ORDER BY key
