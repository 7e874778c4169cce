// title: an interview's transcript is not described by the interview, or there is more than one
// mend: load the transcript again
// parameters: [study]

MATCH (interview:Interview {study: $study})
WITH interview, COLLECT { MATCH (interview)-[:READS]->(each:Transcript) RETURN size(each.text) } AS lengths
WHERE size(lengths) > 1
   OR size(lengths) = 1 AND (coalesce(interview.characters, -1) <> lengths[0] OR interview.sha256 IS NULL)
   OR size(lengths) = 0 AND (interview.characters IS NOT NULL OR interview.sha256 IS NOT NULL)
RETURN interview.key AS key, lengths, interview.characters AS characters, interview.sha256 AS sha256
ORDER BY key
