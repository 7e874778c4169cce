// Draws the chains of memos that develop into one another, and what the last of each chain is about.
MATCH chain = (first:Memo {study: $study})-[:DEVELOPS_INTO*1..]->(last:Memo)
WHERE NOT EXISTS { (:Memo)-[:DEVELOPS_INTO]->(first) }
  AND (last.kind = 'theoretical' OR NOT EXISTS { (last)-[:DEVELOPS_INTO]->(:Memo) })
  AND ($memo IS NULL OR any(memo IN nodes(chain) WHERE $memo IN [memo.key, memo.name, memo.title]))
OPTIONAL MATCH about = (last)-[:ABOUT]->(:Concept|Proposition)
RETURN chain, about
LIMIT 200
