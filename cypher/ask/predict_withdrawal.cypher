// title: What is lost if a participant withdraws?
// number: 19
// about: >-
//   A row is a theme, category, code or proposition that would lose words, or a negative case that would go, together
//   with what would be left. What would have no words left, and what would rest on a single voice, come first. Ask this
//   before a withdrawal is carried out, so that the theory can be told honestly afterwards. An interview that several
//   people gave goes as a whole.
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
CALL (leaver) {
  MATCH (leaver)-[:GAVE]->(:Interview)<-[:FROM]-(:Excerpt)-[:CODED_AS]->(code:Concept)
  WITH DISTINCT code
  MATCH (code)-[:SUBSUMED_BY*0..]->(concept:Concept)
  WITH DISTINCT concept
  CALL (concept) {
    MATCH (concept)<-[:SUBSUMED_BY*0..]-(below:Concept)
    WITH DISTINCT below
    MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
    WITH interview, count(DISTINCT excerpt) AS found
    RETURN collect({interview: interview, found: found}) AS grounding
  }
  RETURN concept AS thing,
         CASE WHEN concept:Theme THEN 'Theme' WHEN concept:Category THEN 'Category' ELSE 'Code' END AS kind,
         grounding
UNION
  MATCH (leaver)-[:GAVE]->(:Interview)<-[:FROM]-(:Excerpt)-[:SUPPORTS]->(proposition:Proposition)
  WITH DISTINCT proposition
  MATCH (proposition)<-[:SUPPORTS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WITH proposition, interview, count(DISTINCT excerpt) AS found
  RETURN proposition AS thing, 'Proposition' AS kind, collect({interview: interview, found: found}) AS grounding
UNION
  MATCH (leaver)-[:GAVE]->(:Interview)<-[:FROM]-(:Excerpt)-[:CONTRADICTS]->(contradicted:Concept|Proposition)
  WITH DISTINCT contradicted
  MATCH (contradicted)<-[:CONTRADICTS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WITH contradicted, interview, count(DISTINCT excerpt) AS found
  RETURN contradicted AS thing, 'Negative case' AS kind, collect({interview: interview, found: found}) AS grounding
}
UNWIND grounding AS each
WITH leaver, thing, kind, each.interview AS interview, each.found AS found
WHERE $withdrawn
   OR NOT EXISTS {
        MATCH (interview)<-[:GAVE]-(other:Participant {consent: 'withdrawn'})
        WHERE other <> leaver
      }
WITH thing, kind, interview, found, EXISTS { (leaver)-[:GAVE]->(interview) } AS goes
OPTIONAL MATCH (interview)<-[:GAVE]-(person:Participant)
WITH thing, kind, interview, found, goes, collect(person) AS people
WITH thing, kind,
     sum(CASE WHEN goes THEN found ELSE 0 END) AS lost,
     sum(CASE WHEN goes THEN 0 ELSE found END) AS left,
     collect(CASE WHEN goes THEN [] ELSE people END) AS staying
WHERE lost > 0
WITH thing, kind, lost, left,
     size(reduce(all = [], people IN staying | all + [each IN people WHERE NOT each IN all])) AS participantsLeft
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
