// title: Are there reflexive memos near the key revisions?
// number: 34
// about: >-
//   A row is a merge, split, promotion, retirement or redefinition with the reflexive memos written near it. A turning
//   point of the theory with no reflexive memo nearby is where a reader will ask how the analyst's own position came
//   in. Only dates of a full day can be set beside each other in days; what is vaguer is listed as undecided where it
//   may fall within the span.
// caution: only changes that the revisions table records are known
// parameters:
//   study: {type: study, means: the id of the study}
//   days: {type: integer, default: 14, means: how many days before or after count as near}
// columns:
//   at: when the change was made
//   kind: what it was
//   before: the names before
//   after: the names after
//   memos: "reflexive memos near it, with the days between (negative: written before)"
//   undecided: reflexive memos whose distance cannot be told
//   missing: what was missing
// evidence: {COREQ: [20, 24, 26], SRQR: [6, 14, 15]}

MATCH (revision:Revision {study: $study})
WHERE revision.kind IN ['merge', 'split', 'promote', 'retire', 'redefine']
WITH revision, revision.at =~ '\\d{4}-\\d{2}-\\d{2}' AS placed
CALL (revision, placed) {
  MATCH (memo:Memo {study: $study})
  WHERE memo.kind = 'reflexive'
  WITH memo, coalesce(memo.title, memo.name) AS title,
       CASE WHEN placed AND memo.writtenAt =~ '\\d{4}-\\d{2}-\\d{2}'
            THEN duration.inDays(date(revision.at), date(memo.writtenAt)).days END AS apart
  ORDER BY abs(apart), title
  RETURN collect(CASE WHEN abs(apart) <= $days THEN title + ' (' + toString(apart) + ')' END) AS memos,
         collect(CASE WHEN apart IS NULL
                       AND coalesce(abs(toInteger(left(memo.writtenAt, 4)) - toInteger(left(revision.at, 4))) <= $days / 365 + 1, true)
                      THEN title END) AS undecided
}
RETURN revision.at AS at,
       revision.kind AS kind,
       revision.before AS before,
       revision.after AS after,
       memos,
       undecided,
       CASE WHEN revision.at IS NULL THEN ['the revision has no date']
            WHEN NOT placed THEN ['the revision is dated ' + revision.at + ' only'] ELSE [] END
       + CASE WHEN placed AND size(undecided) > 0 THEN ['memos without a full date: ' + toString(size(undecided))] ELSE [] END AS missing
ORDER BY at, revision.row
