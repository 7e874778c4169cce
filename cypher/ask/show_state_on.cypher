// title: What was the state of the theory on a date?
// number: 33
// about: >-
//   A row is a concept, living today or retired since, and whether the theory held it by the end of the date: `yes`
//   where a change, a coding, a memo or a link dated by then shows it, `no` where it was created only later or was
//   given up by then, `unknown` where nothing that is recorded tells. `missing` says what was missing. Nothing is
//   guessed: a row that is unknown asks for a line in the revisions table.
// caution: "history is known only as far as dates and the revisions table record it; where a concept stood in the tree and how it was defined are given as they are today"
// parameters:
//   study: {type: study, means: the id of the study}
//   date: {type: date, means: "the day, month or year, as 2015-04-02, 2015-04 or 2015"}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   concept: its name today
//   nameThen: "its name on the date, as far as renames are recorded; empty where the theory did not hold it, or where a rename cannot be placed"
//   held: "yes, no or unknown"
//   because: what shows it
//   excerpts: excerpts coded to it by then
//   missing: "what is not known: undated codings, changes without a date or with one too vague"
// evidence: {COREQ: [25, 26], SRQR: [14, 15]}
// slow: it dates every coding of every concept

MATCH (unit:Concept|RetiredConcept {study: $study})
CALL (unit) {
  MATCH (unit)<-[coding:CODED_AS]-(excerpt:Excerpt)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  RETURN count(DISTINCT CASE WHEN left(coding.at, size($date)) < left($date, size(coding.at))
                               OR coding.at STARTS WITH $date THEN excerpt END) AS excerpts,
         sum(CASE WHEN coding.at IS NULL THEN 1 ELSE 0 END) AS undated,
         sum(CASE WHEN coding.at <> $date AND $date STARTS WITH coding.at THEN 1 ELSE 0 END) AS vague
}
WITH unit, excerpts, undated, vague,
     COLLECT {
       MATCH (unit)<-[role:USED|GENERATED]-(revision:Revision)
       WITH revision, collect(type(role)) AS roles
       RETURN {
         kind: revision.kind,
         at: revision.at,
         made: 'GENERATED' IN roles AND NOT 'USED' IN roles,
         ended: 'USED' IN roles AND NOT 'GENERATED' IN roles AND (unit:RetiredConcept OR revision.kind = 'retire'),
         before: revision.before,
         after: revision.after,
         when: CASE WHEN revision.at IS NULL THEN 'unknown'
                    WHEN left(revision.at, size($date)) < left($date, size(revision.at))
                      OR left(revision.at, size($date)) = $date THEN 'by then'
                    WHEN $date STARTS WITH revision.at THEN 'unknown'
                    ELSE 'later' END
       }
       ORDER BY revision.at, revision.row
     } AS changes,
     EXISTS {
       MATCH (unit)<-[:ABOUT]-(memo:Memo)
       WHERE left(memo.writtenAt, size($date)) < left($date, size(memo.writtenAt))
          OR left(memo.writtenAt, size($date)) = $date
     } AS written,
     EXISTS {
       MATCH (unit)<-[link:BEARS_ON]-(:Reference)
       WHERE left(link.at, size($date)) < left($date, size(link.at)) OR left(link.at, size($date)) = $date
     } AS linked
WITH unit, excerpts, undated, vague, written, linked, changes,
     [each IN changes WHERE each.ended] AS ends,
     [each IN changes WHERE each.made] AS makings
WITH *,
     CASE
       WHEN any(each IN ends WHERE each.when = 'by then') THEN ['no', 'given up by then']
       WHEN size(makings) > 0 AND all(each IN makings WHERE each.when = 'later') THEN ['no', 'made later']
       WHEN size([each IN ends WHERE each.when = 'unknown']) > 0
         OR unit:RetiredConcept AND size(ends) = 0 THEN ['unknown', 'given up, nobody knows when']
       WHEN any(each IN changes WHERE each.when = 'by then') THEN ['yes', 'a change by then']
       WHEN excerpts > 0 THEN ['yes', 'a coding by then']
       WHEN written THEN ['yes', 'a memo by then']
       WHEN linked THEN ['yes', 'literature linked by then']
       WHEN any(each IN changes WHERE each.when = 'later' AND NOT each.made) AND size(makings) = 0
         THEN ['unknown', 'changed later, nobody knows when it was made']
       ELSE ['unknown', 'nothing dated by then'] END AS verdict,
     [each IN changes WHERE each.kind = 'rename' AND each.when = 'later' AND size(each.before) = 1
      | each.before[0]] AS formerly
RETURN unit.name AS concept,
       CASE WHEN verdict[0] <> 'no' AND none(each IN changes WHERE each.kind = 'rename' AND each.when = 'unknown')
            THEN coalesce(formerly[0], unit.name) END AS nameThen,
       verdict[0] AS held,
       verdict[1] AS because,
       excerpts,
       CASE WHEN undated > 0 THEN ['codings without a date: ' + toString(undated)] ELSE [] END
       + CASE WHEN vague > 0 THEN ['codings with a date too vague to tell: ' + toString(vague)] ELSE [] END
       + [each IN changes WHERE each.when = 'unknown'
          | each.kind + coalesce(' of ' + each.at, ' without a date') + ' cannot be placed'] AS missing
ORDER BY CASE held WHEN 'yes' THEN 0 WHEN 'unknown' THEN 1 ELSE 2 END, concept, unit.key
