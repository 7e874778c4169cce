// title: Which codes co-occur?
// number: 35
// about: >-
//   A row is a pair of concepts that are coded to the same excerpt, by whichever coder. The coefficient is the share of
//   excerpts with both among those with either, n12 / (n1 + n2 - n12): 0 never, 1 always together. Always together may
//   mean that two codes are one; often together suggests a relation to state as a proposition and to look for in the
//   words. The order of the pair carries no direction.
// parameters:
//   study: {type: study, means: the id of the study}
//   minimum: {type: integer, default: 1, means: list pairs that share at least so many excerpts}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   one: a concept
//   other: another
//   together: excerpts coded to both (n12)
//   excerptsOne: excerpts coded to the first (n1)
//   excerptsOther: excerpts coded to the second (n2)
//   coefficient: "n12 / (n1 + n2 - n12)"
// evidence: {COREQ: [26, 30], SRQR: [14, 16]}
// draw: draw/find_cooccurring_codes
// slow: it counts every pair of concepts on every excerpt

MATCH (:Interview {study: $study})<-[:FROM]-(excerpt:Excerpt)-[:CODED_AS]->(unit:Concept)
WHERE $withdrawn OR NOT excerpt.withdrawn
WITH excerpt, collect(DISTINCT unit) AS units
WITH units, count(*) AS excerpts
UNWIND units AS a
UNWIND units AS b
WITH a, b, sum(excerpts) AS together
WITH a, collect({b: b, together: together}) AS pairs
WITH a, pairs, [pair IN pairs WHERE pair.b = a | pair.together][0] AS excerpts
UNWIND pairs AS pair
WITH a, pair.b AS b, pair.together AS together, excerpts
WHERE a <> b AND together >= $minimum
WITH CASE WHEN a.key < b.key THEN a ELSE b END AS first, CASE WHEN a.key < b.key THEN b ELSE a END AS second,
     a.key < b.key AS ordered, together, excerpts
WITH first, second, max(together) AS together,
     sum(CASE WHEN ordered THEN excerpts ELSE 0 END) AS excerptsOne,
     sum(CASE WHEN ordered THEN 0 ELSE excerpts END) AS excerptsOther
RETURN first.name AS one,
       second.name AS other,
       together,
       excerptsOne,
       excerptsOther,
       round(toFloat(together) / (excerptsOne + excerptsOther - together), 3) AS coefficient
ORDER BY coefficient DESC, together DESC, one, other
