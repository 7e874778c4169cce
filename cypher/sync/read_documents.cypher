// The documents of a study: what was loaded, from where, and out of what.
// parameters: study
MATCH (d:Document {study: $study})
RETURN properties(d) AS properties
