// title: How did a code evolve?
// number: 9
// about: >-
//   A row is one change of the theory in which the concept, or a concept that it came from, took part, the earliest
//   first. It is the audit trail of an idea: each change should have a reason that a reader can follow to a memo.
// caution: only changes that the revisions table records are known; definitions as they were are not kept
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: any concept, means: "the concept, living or retired"}
// columns:
//   at: when the change was made
//   kind: "create, rename, redefine, merge, split, promote, move or retire"
//   before: the names before
//   after: the names after
//   by: who made it
//   memo: the memo that gives the reason
//   note: what was noted beside it
// evidence: {COREQ: [24, 25, 26], SRQR: [14, 15]}
// draw: draw/trace_code_history

MATCH (concept:Concept|RetiredConcept {study: $study})
WHERE $concept IN [concept.key, concept.name]
MATCH (concept) ((after:Concept|RetiredConcept)<-[:GENERATED]-(:Revision)-[:USED]->(before:Concept|RetiredConcept)){0,} (ancestor)
WITH DISTINCT ancestor
MATCH (ancestor)<-[:USED|GENERATED]-(revision:Revision)
WITH DISTINCT revision
OPTIONAL MATCH (revision)<-[:MADE]-(researcher:Researcher)
WITH revision, min(researcher.name) AS by
OPTIONAL MATCH (revision)-[:JUSTIFIED_BY]->(memo:Memo)
WITH revision, by, min(coalesce(memo.title, memo.name)) AS memo
RETURN revision.at AS at,
       revision.kind AS kind,
       revision.before AS before,
       revision.after AS after,
       by,
       memo,
       revision.note AS note
ORDER BY at, revision.row
