// Draws the pairs of concepts that share the most excerpts, each pair with a few of them.
MATCH (:Interview {study: $study})<-[:FROM]-(span:Excerpt)-[:CODED_AS]->(unit:Concept)
WHERE $withdrawn OR NOT span.withdrawn
WITH span, collect(DISTINCT unit) AS units
UNWIND units AS one
UNWIND units AS other
WITH one, other, span
WHERE one.key < other.key
WITH one, other, count(span) AS together, collect(span)[..3] AS some
WHERE together >= $minimum
ORDER BY together DESC, one.key, other.key
LIMIT 20
UNWIND some AS span
MATCH words = (one)<-[:CODED_AS]-(span)-[:CODED_AS]->(other)
RETURN words
