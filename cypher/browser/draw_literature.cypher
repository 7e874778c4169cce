// title: What the literature says
// about: >-
//   References, the concepts and propositions that they bear on, and the way from there up to the theme. The arrow says
//   how: supports, challenges, extends, sensitises or contextualises. At most a hundred are drawn.
// parameters:
//   study: {type: study, means: the id of the study}
//   stance: {type: text, default: null, means: "only what takes this stance, such as challenges"}

MATCH (reference:Reference {study: $study})
MATCH bears = (reference)-[link:BEARS_ON]->(thing:Concept|Proposition)
WHERE $stance IS NULL OR link.stance = $stance
WITH bears, thing
LIMIT 100
OPTIONAL MATCH related = (thing)-[:SUBJECT|OBJECT]->(:Concept)
OPTIONAL MATCH up = (thing)-[:SUBSUMED_BY*1..]->(top:Concept)
WHERE NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
RETURN bears, related, up
