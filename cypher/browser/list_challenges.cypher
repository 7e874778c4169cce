// title: What the literature challenges
// about: >-
//   A row is a reference that challenges a concept or a proposition, with what was noted about it.
// parameters:
//   study: {type: study, means: the id of the study}

MATCH (reference:Reference {study: $study})-[link:BEARS_ON {stance: 'challenges'}]->(challenged:Concept|Proposition)
RETURN reference.caption AS reference,
       reference.title AS title,
       coalesce(challenged.statement, challenged.name) AS challenged,
       link.note AS note
ORDER BY reference, challenged
