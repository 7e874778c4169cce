// The studies in the graph, with how much each holds.
// parameters: none
MATCH (s:Study)
RETURN s.key AS study, s.title AS title, s.notice AS notice, s.remoteAllowed AS remoteAllowed,
       COUNT { (:Document)-[:OF]->(s) } AS documents,
       COUNT { MATCH (i:Interview {study: s.key}) WHERE NOT i.unnamed } AS interviews,
       COUNT { MATCH (:Participant {study: s.key}) } AS participants,
       COUNT { MATCH (:Concept {study: s.key}) } AS concepts,
       COUNT { MATCH (i:Interview {study: s.key})<-[:FROM]-(:Excerpt) } AS excerpts,
       COUNT { MATCH (:Memo {study: s.key}) } AS memos
ORDER BY study
