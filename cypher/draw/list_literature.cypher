// Draws the literature that bears on concepts and propositions, with the memos that cite it and are about the same things.
MATCH (concept:Concept {study: $study})
WHERE $concept IS NULL
   OR EXISTS {
        MATCH (concept)-[:SUBSUMED_BY*0..]->(top:Concept)
        WHERE $concept IN [top.key, top.name]
      }
MATCH bears = (concept)<-[:SUBJECT|OBJECT*0..1]-(target:Concept|Proposition)<-[:BEARS_ON]-(reference:Reference)
OPTIONAL MATCH argued = (reference)<-[:CITES]-(:Memo)-[:ABOUT]->(target)
OPTIONAL MATCH tree = (concept)-[:SUBSUMED_BY*1..]->(:Theme)
RETURN bears, argued, tree
LIMIT 200
