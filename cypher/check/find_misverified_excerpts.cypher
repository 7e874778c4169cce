// title: an excerpt's verification does not fit what is known of its place
// mend: load the transcript and its codings again, so that the words are found anew
// parameters: [study]

MATCH (interview:Interview {study: $study})<-[:FROM]-(span:Excerpt)
WITH span, interview, EXISTS { (interview)-[:READS]->(:Transcript) } AS transcribed
WHERE NOT coalesce(span.verification IN ['exact', 'normalised', 'relocated', 'unlocated', 'unchecked'], false)
   OR span.start IS NOT NULL AND span.verification IN ['unlocated', 'unchecked']
   OR span.start IS NULL AND span.verification IN ['exact', 'normalised', 'relocated']
   OR transcribed AND span.verification = 'unchecked'
   OR NOT transcribed AND span.verification <> 'unchecked'
RETURN span.key AS key, interview.name AS interview, span.verification AS verification, span.start AS start, transcribed
ORDER BY key
