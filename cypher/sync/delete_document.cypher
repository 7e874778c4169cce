// A document that is gone.
// parameters: key
MATCH (d:Document {key: $key})
DETACH DELETE d
