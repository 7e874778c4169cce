// The last round of a study and the study's own properties, read while nobody else can write to it: setting a property
// to itself locks the Study for this transaction.
// parameters: study
OPTIONAL MATCH (s:Study {key: $study})
SET s.study = s.study
WITH s
OPTIONAL MATCH (r:Round {study: $study})
WITH s, r ORDER BY r.number DESC LIMIT 1
RETURN r.number AS number, properties(s) AS study
