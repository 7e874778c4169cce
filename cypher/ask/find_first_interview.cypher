// title: In which interview did a code first appear?
// number: 11
// about: >-
//   A row is an interview in which the concept, or anything below it, is coded and that no other such interview
//   certainly precedes. Interviews are ordered by date, and where dates do not tell (missing, equal, or one vaguer
//   than the other) by sequence. One row that is certain answers the question; several say that what is recorded
//   cannot. An idea that appears late may have needed the earlier interviews to be seen: go back to them.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the code, or any category or theme"}
//   withdrawn: {type: boolean, default: false, means: count interviews of participants who withdrew as well}
// columns:
//   interview: the interview
//   participants: who gave it
//   date: when it was held
//   sequence: its number in the order of interviews
//   excerpts: how many excerpts it holds of the concept or below
//   certain: whether it certainly comes first
//   missing: what keeps it uncertain
// evidence: {COREQ: [22, 26], SRQR: [12, 16]}

MATCH (top:Concept {study: $study})
WHERE $concept IN [top.key, top.name]
MATCH (top)<-[:SUBSUMED_BY*0..]-(below:Concept)
WITH DISTINCT below
MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
WHERE NOT interview.unnamed AND ($withdrawn OR NOT excerpt.withdrawn)
WITH interview, count(DISTINCT excerpt) AS excerpts
ORDER BY interview.name
WITH collect({interview: interview, date: interview.date, sequence: interview.sequence, excerpts: excerpts}) AS held
UNWIND held AS one
WITH held, one
WHERE none(each IN held WHERE coalesce(
        CASE WHEN left(each.date, size(one.date)) <> left(one.date, size(each.date))
             THEN left(each.date, size(one.date)) < left(one.date, size(each.date))
             ELSE each.sequence < one.sequence END, false))
WITH one, one.interview AS first, [each IN held WHERE each.interview <> one.interview AND NOT coalesce(
        CASE WHEN left(each.date, size(one.date)) <> left(one.date, size(each.date))
             THEN left(one.date, size(each.date)) < left(each.date, size(one.date))
             ELSE one.sequence < each.sequence END, false) | each.interview.name] AS open
RETURN first.name AS interview,
       COLLECT {
         MATCH (first)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN person.name ORDER BY person.name
       } AS participants,
       one.date AS date,
       one.sequence AS sequence,
       one.excerpts AS excerpts,
       size(open) = 0 AS certain,
       [name IN open | 'order against ' + name] AS missing
ORDER BY certain DESC, date, sequence, interview
