// Which words each interview of a study has.
// parameters: study
MATCH (i:Interview {study: $study})
WHERE i.sha256 IS NOT NULL
RETURN i.key AS key, i.sha256 AS sha256
