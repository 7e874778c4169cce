// Draws the recorded changes that led to a concept, what each used and made, who made it and which memo gives the reason.
MATCH (concept:Concept|RetiredConcept {study: $study})
WHERE $concept IN [concept.key, concept.name]
MATCH (concept) ((after:Concept|RetiredConcept)<-[:GENERATED]-(:Revision)-[:USED]->(before:Concept|RetiredConcept)){0,} (ancestor)
WITH DISTINCT ancestor
MATCH change = (ancestor)<-[:USED|GENERATED]-(revision:Revision)
OPTIONAL MATCH reason = (revision)-[:JUSTIFIED_BY]->(:Memo)
OPTIONAL MATCH hand = (revision)<-[:MADE]-(:Researcher)
RETURN change, reason, hand
