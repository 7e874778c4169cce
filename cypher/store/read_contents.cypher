// What versions contain.
// parameters: keys, fields (the names of the properties that are wanted)
UNWIND $keys AS key
MATCH (v:Version {key: key})
RETURN v.document AS document, [field IN $fields | v[field]] AS found
