// title: Which propositions are backed only by memos?
// number: 7
// about: >-
//   A row is a statement about how two concepts relate that no excerpt supports. It lives in the analyst's writing
//   alone; where `memos` is empty too, not even there. Go back to the data and look for words that show the relation
//   itself: words that show each of the two concepts are not evidence that one leads to the other.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   proposition: its id
//   statement: what it says
//   subject: the concept it begins with
//   relation: how the two relate
//   object: the concept it ends with
//   memos: memos about it
//   literature: references that bear on it
//   contradicting: how many excerpts stand against it
// evidence: {COREQ: [26, 30], SRQR: [16, 17]}

MATCH (proposition:Proposition {study: $study})
WHERE NOT EXISTS {
  MATCH (proposition)<-[:SUPPORTS]-(excerpt:Excerpt)
  WHERE $withdrawn OR NOT excerpt.withdrawn
}
OPTIONAL MATCH (proposition)-[:SUBJECT]->(subject:Concept)
OPTIONAL MATCH (proposition)-[:OBJECT]->(object:Concept)
RETURN proposition.name AS proposition,
       proposition.statement AS statement,
       subject.name AS subject,
       proposition.relation AS relation,
       object.name AS object,
       COLLECT {
         MATCH (proposition)<-[:ABOUT]-(memo:Memo)
         RETURN coalesce(memo.title, memo.name) ORDER BY memo.writtenAt, memo.name
       } AS memos,
       COLLECT {
         MATCH (proposition)<-[:BEARS_ON]-(reference:Reference)
         RETURN DISTINCT reference.name AS name ORDER BY name
       } AS literature,
       COUNT {
         MATCH (proposition)<-[:CONTRADICTS]-(excerpt:Excerpt)
         WHERE $withdrawn OR NOT excerpt.withdrawn
         RETURN DISTINCT excerpt
       } AS contradicting
ORDER BY proposition
