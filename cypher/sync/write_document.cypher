// A document as it was loaded, under its study.
// parameters: study (its id), key, properties
MERGE (s:Study {key: $study})
ON CREATE SET s.study = $study, s.caption = $study, s.by = []
MERGE (d:Document {key: $key})
SET d = $properties
MERGE (d)-[:OF]->(s)
