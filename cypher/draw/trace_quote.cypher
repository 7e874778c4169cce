// Draws the ways from a quote up to the outermost concepts, with whose words it is.
MATCH (span:Excerpt)
WHERE span.key STARTS WITH $study + '/excerpt/'
  AND (span.key = $quote OR toLower(span.text) CONTAINS toLower($quote))
  AND ($withdrawn OR NOT span.withdrawn)
MATCH place = (span)-[:FROM]->(interview:Interview)
WITH span, place, interview
ORDER BY span.key
LIMIT 20
MATCH way = (span)-[:CODED_AS]->(:Concept)-[:SUBSUMED_BY*0..]->(top:Concept)
WHERE NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
OPTIONAL MATCH voice = (interview)<-[:GAVE]-(person:Participant)
WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
RETURN place, way, voice
