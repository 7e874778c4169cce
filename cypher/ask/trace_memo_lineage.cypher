// title: By which lineage do memos lead up to a theoretical memo?
// number: 28
// about: >-
//   A row is a chain of memos, each developing into the next, from a first one to a theoretical memo, or to where the
//   chain stops short of one (`theoretical` is false). A theory that was built in writing shows such chains; a
//   theoretical memo that nothing leads to was written in one stroke, and chains that stop are thoughts to take up.
//   Memos that neither come from another nor lead to one have no row.
// parameters:
//   study: {type: study, means: the id of the study}
//   memo: {type: memo, default: null, means: only chains that this memo is part of}
// columns:
//   memos: the titles from the first memo to the last
//   dates: when each was written
//   kinds: what kind each is
//   theoretical: whether the chain reaches a theoretical memo
// evidence: {COREQ: [20, 26], SRQR: [6, 14, 15]}
// draw: draw/trace_memo_lineage

MATCH path = (first:Memo {study: $study})-[:DEVELOPS_INTO*1..]->(last:Memo)
WHERE NOT EXISTS { (:Memo)-[:DEVELOPS_INTO]->(first) }
  AND (last.kind = 'theoretical' OR NOT EXISTS { (last)-[:DEVELOPS_INTO]->(:Memo) })
  AND ($memo IS NULL OR any(memo IN nodes(path) WHERE $memo IN [memo.key, memo.name, memo.title]))
RETURN [memo IN nodes(path) | coalesce(memo.title, memo.name)] AS memos,
       [memo IN nodes(path) | memo.writtenAt] AS dates,
       [memo IN nodes(path) | memo.kind] AS kinds,
       coalesce(last.kind = 'theoretical', false) AS theoretical
ORDER BY theoretical DESC, size(memos) DESC, dates[0], memos
