// One study's own properties.
// parameters: study
MATCH (s:Study {key: $study})
RETURN properties(s) AS properties
