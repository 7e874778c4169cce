// The propositions of a study, with the concepts that each relates.
// parameters: study
MATCH (proposition:Proposition {study: $study})
RETURN proposition.key AS key,
       proposition.statement AS statement,
       proposition.name AS name,
       proposition.relation AS relation,
       proposition.status AS status,
       COLLECT { MATCH (proposition)-[:SUBJECT]->(concept:Concept) RETURN concept.key ORDER BY concept.key LIMIT 1 }[0] AS subject,
       COLLECT { MATCH (proposition)-[:OBJECT]->(concept:Concept) RETURN concept.key ORDER BY concept.key LIMIT 1 }[0] AS object
