// Draws the ways from a quote up to the outermost concepts, with whose words it is.
MATCH (span:Excerpt)
WHERE span.key STARTS WITH $study + '/excerpt/'
  AND (span.key = $quote OR toLower(span.text) CONTAINS toLower($quote))
MATCH place = (span)-[:FROM]->(interview:Interview)
WHERE $withdrawn OR NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
WITH span, place, interview
ORDER BY span.key
LIMIT 20
MATCH way = (span)-[:CODED_AS]->(:Concept)-[:SUBSUMED_BY*0..]->(top:Concept)
WHERE NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
OPTIONAL MATCH voice = (interview)<-[:GAVE]-(:Participant)
RETURN place, way, voice
