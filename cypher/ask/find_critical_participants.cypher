// title: What is the smallest set of participants whose removal leaves a theme empty?
// number: 20
// about: >-
//   A row is one such set: take these participants away, with every interview they took part in, and no words are left
//   at the theme or below it. There is a row for each smallest set. Where every interview has one participant, the set
//   is simply everybody who speaks to the theme; joint interviews make it smaller. A small set says that the theme hangs
//   on few people. Where words come from an interview without a named participant, nobody's removal empties the theme,
//   and the row has no set.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the theme, or any category or code"}
//   withdrawn: {type: boolean, default: false, means: count participants who withdrew as well}
// columns:
//   size: how many participants the set has
//   participants: who they are
//   contributing: how many participants speak to the theme
//   exact: "true where the set is certainly smallest; false where more than 20 participants had to be tried, and the set merely suffices"
//   unattributed: excerpts of interviews that no participant is named for
// evidence: {COREQ: [12, 30, 31], SRQR: [12, 15, 17]}
// slow: it tries every combination of those who share interviews, which takes seconds with 20 of them

MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
MATCH (theme)<-[:SUBSUMED_BY*0..]-(below:Concept)
WITH DISTINCT below
MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
WHERE $withdrawn OR NOT excerpt.withdrawn
WITH interview, count(DISTINCT excerpt) AS found
WITH found,
     COLLECT {
       MATCH (interview)<-[:GAVE]-(each:Participant)
       WHERE $withdrawn OR coalesce(each.consent, 'active') <> 'withdrawn'
       RETURN each.name ORDER BY each.name
     } AS people
WITH collect(people) AS groups, sum(CASE WHEN size(people) = 0 THEN found ELSE 0 END) AS unattributed
WHERE size(groups) > 0
WITH groups, unattributed,
     reduce(all = [], people IN groups | all + [name IN people WHERE NOT name IN all]) AS contributing,
     reduce(all = [], people IN groups |
            all + [name IN people WHERE size(people) = 1 AND NOT name IN all]) AS needed
WITH groups, unattributed, contributing, needed,
     [people IN groups WHERE size(people) > 0 AND none(name IN people WHERE name IN needed)] AS shared
WITH unattributed, contributing, needed, shared,
     reduce(all = [], people IN shared | all + [name IN people WHERE NOT name IN all]) AS undecided
CALL (shared, undecided, unattributed) {
  WITH shared, undecided, unattributed
  WHERE unattributed = 0 AND size(undecided) <= 20
  UNWIND range(0, toInteger(2 ^ size(undecided)) - 1) AS number
  WITH shared, [at IN range(0, size(undecided) - 1)
                WHERE (number / toInteger(2 ^ at)) % 2 = 1 | undecided[at]] AS chosen
  WHERE all(people IN shared WHERE any(name IN people WHERE name IN chosen))
  WITH size(chosen) AS size, collect(chosen) AS sets
  ORDER BY size
  LIMIT 1
  UNWIND sets AS chosen
  RETURN chosen, true AS exact
UNION
  WITH shared, undecided, unattributed
  WHERE unattributed = 0 AND size(undecided) > 20
  RETURN reduce(chosen = [], people IN shared |
                CASE WHEN any(name IN people WHERE name IN chosen) THEN chosen ELSE chosen + [people[0]] END) AS chosen,
         false AS exact
UNION
  WITH unattributed
  WHERE unattributed > 0
  RETURN null AS chosen, true AS exact
}
CALL (needed, chosen) {
  UNWIND needed + chosen AS name
  WITH name
  ORDER BY name
  RETURN collect(name) AS participants
}
RETURN CASE WHEN chosen IS NOT NULL THEN size(participants) END AS size,
       CASE WHEN chosen IS NOT NULL THEN participants END AS participants,
       size(contributing) AS contributing,
       exact,
       unattributed
ORDER BY participants
