// What a study was loaded from: its own properties, its documents, their versions that stand, and its last round.
// What versions contain is left alone. Whether a version ended is asked of its names of properties: no study has
// `until` before its second round, and a name that a graph does not know makes the server warn.
// parameters: study, fields (the names of the properties of versions that are wanted)
CALL () {
  MATCH (s:Study {key: $study})
  RETURN 'study' AS kind, properties(s) AS found
  UNION ALL
  MATCH (d:Document {study: $study})
  RETURN 'document' AS kind, properties(d) AS found
  UNION ALL
  MATCH (v:Version {study: $study})
  WHERE NOT 'until' IN keys(v)
  RETURN 'version' AS kind, [field IN $fields | v[field]] AS found
  UNION ALL
  MATCH (r:Round {study: $study})
  WITH r ORDER BY r.number DESC LIMIT 1
  RETURN 'round' AS kind, properties(r) AS found
}
RETURN kind, found
