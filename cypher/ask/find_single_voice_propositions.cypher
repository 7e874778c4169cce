// title: Which propositions are backed by one participant?
// number: 8
// about: >-
//   A row is a proposition whose supporting words all come from one participant. It may hold for that person only:
//   follow it in the next interviews, or state it as a possibility. Words of interviews without a named participant are
//   counted apart, since nobody can tell whose they are.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   proposition: its id
//   statement: what it says
//   participant: the one whose words support it
//   excerpts: how many of their excerpts support it
//   unattributed: supporting excerpts of interviews that no participant is named for
//   contradictedBy: participants whose words stand against it
// evidence: {COREQ: [12, 26, 30], SRQR: [16, 17]}

MATCH (proposition:Proposition {study: $study})<-[:SUPPORTS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
WHERE $withdrawn OR NOT excerpt.withdrawn
OPTIONAL MATCH (interview)<-[:GAVE]-(participant:Participant)
WHERE $withdrawn OR coalesce(participant.consent, 'active') <> 'withdrawn'
WITH proposition, collect(DISTINCT participant) AS people,
     count(DISTINCT CASE WHEN participant IS NOT NULL THEN excerpt END) AS excerpts,
     count(DISTINCT CASE WHEN participant IS NULL THEN excerpt END) AS unattributed
WHERE size(people) = 1
RETURN proposition.name AS proposition,
       proposition.statement AS statement,
       people[0].name AS participant,
       excerpts,
       unattributed,
       COLLECT {
         MATCH (proposition)<-[:CONTRADICTS]-(excerpt:Excerpt)-[:FROM]->(:Interview)<-[:GAVE]-(opponent:Participant)
         WHERE $withdrawn OR NOT excerpt.withdrawn AND coalesce(opponent.consent, 'active') <> 'withdrawn'
         RETURN DISTINCT opponent.name AS name ORDER BY name
       } AS contradictedBy
ORDER BY proposition
