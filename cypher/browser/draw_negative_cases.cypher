// title: The negative cases
// about: >-
//   Words that contradict a concept or a proposition, who said them, and the way from there up to the theme. At most
//   sixty are drawn. Participants who withdrew are left out.
// parameters:
//   study: {type: study, means: the id of the study}

MATCH against = (interview:Interview {study: $study})<-[:FROM]-(excerpt:Excerpt)-[:CONTRADICTS]->(contradicted:Concept|Proposition)
WHERE NOT excerpt.withdrawn
WITH against, interview, contradicted
LIMIT 60
OPTIONAL MATCH speaker = (interview)<-[:GAVE]-(person:Participant)
WHERE coalesce(person.consent, 'active') <> 'withdrawn'
OPTIONAL MATCH related = (contradicted)-[:SUBJECT|OBJECT]->(:Concept)
OPTIONAL MATCH up = (contradicted)-[:SUBSUMED_BY*1..]->(top:Concept)
WHERE NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
RETURN against, speaker, related, up
