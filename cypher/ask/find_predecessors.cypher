// title: Which codes became this concept?
// number: 10
// about: >-
//   A row is a concept that a chain of recorded changes leads from to this one, or a name that the concept used to
//   have. `steps` counts the changes between the two. Read the names from the first to the last: they show how the
//   analysis moved from the words of participants to its own terms.
// caution: "only what is recorded is known: the revisions table, and in the codebook former names, merges and splits"
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: any concept, means: "the concept, living or retired"}
// columns:
//   predecessor: the earlier name or concept
//   became: "merge, split, rename and so on: the first change on the way"
//   at: when that change was made
//   steps: how many recorded changes lie between
//   living: whether the predecessor is still part of the theory under that name
//   memo: the memo that gives the reason
// evidence: {COREQ: [25, 26], SRQR: [14, 15]}

MATCH (concept:Concept|RetiredConcept {study: $study})
WHERE $concept IN [concept.key, concept.name]
CALL (concept) {
  MATCH path = (concept) (()<-[:GENERATED]-(:Revision)-[:USED]->()){1,} (earlier:Concept|RetiredConcept)
  WITH nodes(path)[-2] AS revision, earlier, length(path) / 2 AS steps,
       relationships(path)[-1] AS used
  WITH revision, earlier, steps,
       CASE WHEN size(revision.before) = 1 THEN revision.before[0] ELSE earlier.name END AS name
  OPTIONAL MATCH (revision)-[:JUSTIFIED_BY]->(memo:Memo)
  RETURN name AS predecessor, revision.kind AS became, revision.at AS at, min(steps) AS steps,
         earlier:Concept AND earlier.name = name AS living, min(coalesce(memo.title, memo.name)) AS memo
UNION
  UNWIND coalesce(concept.formerNames, []) AS predecessor
  WITH predecessor, concept
  WHERE NOT EXISTS {
    MATCH (concept)<-[:GENERATED]-(revision:Revision)
    WHERE predecessor IN revision.before
  }
  RETURN predecessor, 'rename' AS became, null AS at, 1 AS steps, false AS living, null AS memo
UNION
  MATCH (concept)<-[:MERGED_INTO]-(earlier:RetiredConcept)
  WHERE NOT EXISTS { (concept)<-[:GENERATED]-(:Revision)-[:USED]->(earlier) }
  RETURN earlier.name AS predecessor, 'merge' AS became, null AS at, 1 AS steps, false AS living, null AS memo
UNION
  MATCH (concept)-[:SPLIT_FROM]->(earlier:Concept|RetiredConcept)
  WHERE NOT EXISTS { (concept)<-[:GENERATED]-(:Revision)-[:USED]->(earlier) }
  RETURN earlier.name AS predecessor, 'split' AS became, null AS at, 1 AS steps, earlier:Concept AS living, null AS memo
}
RETURN predecessor, became, at, steps, living, memo
ORDER BY steps, at, predecessor
