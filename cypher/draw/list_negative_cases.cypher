// Draws the excerpts that contradict a concept or anything below it, whose they are, and how what they contradict stands in the tree.
MATCH (top:Concept {study: $study})
WHERE $concept IN [top.key, top.name]
MATCH tree = (top)<-[:SUBSUMED_BY*0..]-(unit:Concept)
MATCH against = (unit)<-[:CONTRADICTS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
WHERE $withdrawn OR NOT excerpt.withdrawn
OPTIONAL MATCH voice = (interview)<-[:GAVE]-(person:Participant)
WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
RETURN tree, against, voice
LIMIT 100
