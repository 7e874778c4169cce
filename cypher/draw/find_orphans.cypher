// Draws the codes that nothing subsumes and the concepts with two parents or more, with the memos about them.
MATCH (unit:Concept {study: $study})
WITH unit, COUNT { (unit)-[:SUBSUMED_BY]->(:Concept) } AS parents
WHERE parents > 1
   OR parents = 0 AND unit:Code AND EXISTS { MATCH (other:Concept {study: $study}) WHERE other:Category OR other:Theme }
OPTIONAL MATCH up = (unit)-[:SUBSUMED_BY]->(:Concept)
OPTIONAL MATCH written = (unit)<-[:ABOUT]-(:Memo)
CALL (unit) {
  OPTIONAL MATCH words = (unit)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(:Interview)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  RETURN words
  LIMIT 3
}
RETURN unit, up, written, words
LIMIT 200
