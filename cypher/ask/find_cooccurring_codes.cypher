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

MATCH (interview:Interview {study: $study})
WHERE $withdrawn OR NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
MATCH (interview)<-[:FROM]-(excerpt:Excerpt)-[:CODED_AS]->(concept:Concept)
WITH excerpt, collect(DISTINCT concept) AS concepts
WITH concepts, count(*) AS excerpts
WITH collect({concepts: concepts, excerpts: excerpts}) AS sets
CALL (sets) {
  UNWIND sets AS each
  UNWIND each.concepts AS concept
  WITH concept, sum(each.excerpts) AS excerpts
  RETURN collect({concept: concept, excerpts: excerpts}) AS totals
}
UNWIND sets AS each
UNWIND each.concepts AS one
UNWIND each.concepts AS other
WITH one, other, each.excerpts AS excerpts, totals
WHERE one.key < other.key
WITH totals, one, other, sum(excerpts) AS together
WHERE together >= $minimum
WITH one, other, together,
     [each IN totals WHERE each.concept = one | each.excerpts][0] AS excerptsOne,
     [each IN totals WHERE each.concept = other | each.excerpts][0] AS excerptsOther
RETURN one.name AS one,
       other.name AS other,
       together,
       excerptsOne,
       excerptsOther,
       round(toFloat(together) / (excerptsOne + excerptsOther - together), 3) AS coefficient
ORDER BY coefficient DESC, together DESC, one, other
