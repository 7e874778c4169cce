// title: What is lost if a participant withdraws?
// number: 19
// about: >-
//   A row is a theme, category, code or proposition that would lose words, or a negative case that would go, together
//   with what would be left. What would have no words left, and what would rest on a single voice, come first. Ask this
//   before a withdrawal is carried out, so that the theory can be told honestly afterwards. Of an interview that several
//   people gave goes what this participant said, and what nobody knows the speaker of.
// parameters:
//   study: {type: study, means: the id of the study}
//   participant: {type: participant, means: the participant}
//   withdrawn: {type: boolean, default: false, means: count other participants who withdrew as well}
// columns:
//   kind: "Theme, Category, Code, Proposition, or Negative case of a concept or proposition"
//   name: what would lose words
//   lost: excerpts that would go
//   left: excerpts that would stay
//   participantsLeft: participants that would still speak to it
//   consequence: "empty, no named voice (only words of interviews that no participant is named for are left), one voice, or thinner"
// evidence: {COREQ: [30, 31, 32], SRQR: [9, 16, 17]}
// slow: it counts all words of every concept that the participant speaks to

MATCH (leaver:Participant {study: $study})
WHERE $participant IN [leaver.key, leaver.name]
WITH leaver,
     COLLECT {
       MATCH (other:Participant {study: $study})
       WHERE NOT $withdrawn AND other.consent = 'withdrawn' AND other <> leaver
       RETURN other
     } AS gone
CALL (leaver, gone) {
  MATCH (leaver)-[:GAVE|SAID]->(:Interview|Excerpt)<-[:FROM*0..1]-(excerpt:Excerpt)
  WITH DISTINCT leaver, gone, excerpt
  MATCH (excerpt)-[:FROM]->(interview:Interview)
  WITH leaver, gone, excerpt, interview,
       COLLECT { MATCH (interview)<-[:GAVE]-(giver:Participant) RETURN giver } AS givers,
       COLLECT { MATCH (excerpt)<-[:SAID]-(speaker:Participant) RETURN speaker } AS speakers,
       NOT EXISTS { (excerpt)-[:SPANS]->(:Turn) }
       OR EXISTS {
            MATCH (excerpt)-[:SPANS]->(turn:Turn)
            WHERE NOT EXISTS { (turn)<-[:SPOKE]-() }
              AND (turn.role = 'participant'
                   OR turn.role = 'other'
                      AND (turn.speaker IS NULL OR NOT EXISTS { (interview)<-[:PART_OF]-(:Turn {role: 'participant'}) }))
          } AS doubtful
  WITH leaver, gone, excerpt, interview, givers, speakers + CASE WHEN doubtful THEN givers ELSE [] END AS voices
  WHERE none(voice IN voices WHERE voice IN gone)
    AND (leaver IN voices OR all(giver IN givers WHERE giver = leaver OR giver IN gone))
  RETURN collect(excerpt) AS going, collect(DISTINCT interview) AS touched
}
CALL (going, touched) {
  UNWIND going AS lost
  MATCH (lost)-[:CODED_AS]->(:Concept)-[:SUBSUMED_BY*0..]->(concept:Concept)
  WITH going, touched, concept, count(DISTINCT lost) AS lost
  CALL (going, touched, concept) {
    MATCH (concept)<-[:SUBSUMED_BY*0..]-(below:Concept)
    WITH DISTINCT going, touched, below
    MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
    WHERE ($withdrawn OR NOT excerpt.withdrawn) AND NOT (interview IN touched AND excerpt IN going)
    WITH interview, count(DISTINCT excerpt) AS found
    RETURN sum(found) AS left, collect(interview) AS staying
  }
  RETURN concept AS thing,
         CASE WHEN concept:Theme THEN 'Theme' WHEN concept:Category THEN 'Category' ELSE 'Code' END AS kind,
         lost, left, staying
UNION ALL
  UNWIND going AS lost
  MATCH (lost)-[:SUPPORTS]->(proposition:Proposition)
  WITH going, touched, proposition, count(DISTINCT lost) AS lost
  OPTIONAL MATCH (proposition)<-[:SUPPORTS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WHERE ($withdrawn OR NOT excerpt.withdrawn) AND NOT (interview IN touched AND excerpt IN going)
  RETURN proposition AS thing, 'Proposition' AS kind, lost,
         count(DISTINCT excerpt) AS left, collect(DISTINCT interview) AS staying
UNION ALL
  UNWIND going AS lost
  MATCH (lost)-[:CONTRADICTS]->(contradicted:Concept|Proposition)
  WITH going, touched, contradicted, count(DISTINCT lost) AS lost
  OPTIONAL MATCH (contradicted)<-[:CONTRADICTS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WHERE ($withdrawn OR NOT excerpt.withdrawn) AND NOT (interview IN touched AND excerpt IN going)
  RETURN contradicted AS thing, 'Negative case' AS kind, lost,
         count(DISTINCT excerpt) AS left, collect(DISTINCT interview) AS staying
}
WITH thing, kind, lost, left,
     COUNT {
       UNWIND staying AS interview
       MATCH (interview)<-[:GAVE]-(person:Participant)
       WHERE person <> leaver AND NOT person IN gone
       RETURN DISTINCT person
     } AS participantsLeft
RETURN kind,
       coalesce(thing.name, thing.caption) AS name,
       lost,
       left,
       participantsLeft,
       CASE WHEN left = 0 THEN 'empty'
            WHEN participantsLeft = 0 THEN 'no named voice'
            WHEN participantsLeft = 1 THEN 'one voice'
            ELSE 'thinner' END AS consequence
ORDER BY CASE consequence WHEN 'empty' THEN 0 WHEN 'no named voice' THEN 1 WHEN 'one voice' THEN 2 ELSE 3 END,
         CASE kind WHEN 'Theme' THEN 0 WHEN 'Category' THEN 1 WHEN 'Code' THEN 2 WHEN 'Proposition' THEN 3 ELSE 4 END,
         name, thing.key
