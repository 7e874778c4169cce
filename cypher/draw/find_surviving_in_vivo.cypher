// Draws the ways from codes in participants' own words up to themes, with a few of those words.
MATCH (code:Concept {study: $study})
WHERE code.origin = 'in_vivo'
MATCH path = (code)-[:SUBSUMED_BY*0..]->(theme:Concept)
WHERE theme:Theme
   OR NOT EXISTS { MATCH (any:Concept {study: $study}) WHERE any:Theme } AND NOT EXISTS { (theme)-[:SUBSUMED_BY]->(:Concept) }
      AND length(path) > 0
CALL (code) {
  OPTIONAL MATCH words = (code)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(:Interview)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  RETURN words
  LIMIT 2
}
RETURN path, words
LIMIT 200
