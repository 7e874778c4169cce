// Nodes of one study by their keys, grouped by label: what the graph holds of what a document says or names.
// parameters: keys (a map from label to a list of keys)
CALL () {
  UNWIND coalesce($keys.Concept, []) AS key
  MATCH (n:Concept {key: key})
  RETURN n
  UNION ALL
  UNWIND coalesce($keys.Interview, []) AS key
  MATCH (n:Interview {key: key})
  RETURN n
  UNION ALL
  UNWIND coalesce($keys.Participant, []) AS key
  MATCH (n:Participant {key: key})
  RETURN n
  UNION ALL
  UNWIND coalesce($keys.Excerpt, []) AS key
  MATCH (n:Excerpt {key: key})
  RETURN n
  UNION ALL
  UNWIND coalesce($keys.Memo, []) AS key
  MATCH (n:Memo {key: key})
  RETURN n
  UNION ALL
  UNWIND coalesce($keys.Reference, []) AS key
  MATCH (n:Reference {key: key})
  RETURN n
  UNION ALL
  UNWIND coalesce($keys.Proposition, []) AS key
  MATCH (n:Proposition {key: key})
  RETURN n
  UNION ALL
  UNWIND coalesce($keys.Researcher, []) AS key
  MATCH (n:Researcher {key: key})
  RETURN n
  UNION ALL
  UNWIND coalesce($keys.Revision, []) AS key
  MATCH (n:Revision {key: key})
  RETURN n
  UNION ALL
  UNWIND coalesce($keys.RetiredConcept, []) AS key
  MATCH (n:RetiredConcept {key: key})
  RETURN n
  UNION ALL
  UNWIND coalesce($keys.Study, []) AS key
  MATCH (n:Study {key: key})
  RETURN n
}
RETURN n.key AS key, elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
