// title: The negative cases
// about: >-
//   Words that contradict a concept or a proposition, who said them, and the way from there up to the theme. At most
//   sixty are drawn. Participants who withdrew are left out.
// parameters:
//   study: {type: study, means: the id of the study}

MATCH (interview:Interview {study: $study})
WHERE NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
MATCH against = (interview)<-[:FROM]-(excerpt:Excerpt)-[:CONTRADICTS]->(contradicted:Concept|Proposition)
WITH against, interview, contradicted
LIMIT 60
OPTIONAL MATCH speaker = (interview)<-[:GAVE]-(:Participant)
OPTIONAL MATCH related = (contradicted)-[:SUBJECT|OBJECT]->(:Concept)
OPTIONAL MATCH up = (contradicted)-[:SUBSUMED_BY*1..]->(top:Concept)
WHERE NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
RETURN against, speaker, related, up
