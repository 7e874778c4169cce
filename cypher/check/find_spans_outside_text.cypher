// title: an excerpt's span lies outside its transcript, or is half known
// mend: load the transcript and its codings again, so that the words are found anew
// parameters: [study]

MATCH (interview:Interview {study: $study})<-[:FROM]-(span:Excerpt)
OPTIONAL MATCH (interview)-[:READS]->(transcript:Transcript)
WITH span, interview, transcript, size(transcript.text) AS characters
WHERE (span.start IS NULL) <> (span.end IS NULL)
   OR span.start IS NOT NULL AND (span.start < 0 OR span.end <= span.start OR transcript IS NULL OR span.end > characters)
RETURN span.key AS key, interview.name AS interview, span.start AS start, span.end AS end, characters
ORDER BY key
