// A concept and all below it: what each is, how many words ground it, and the memos, literature and propositions about it.
// parameters: study, concept, withdrawn
MATCH (top:Concept {key: $concept, study: $study})
MATCH (top)<-[:SUBSUMED_BY*0..]-(unit:Concept)
WITH DISTINCT unit
CALL (unit) {
  MATCH (unit)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  MATCH (below)<-[:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT span.withdrawn
  WITH interview, count(DISTINCT span) AS found
  RETURN collect(interview) AS interviews, sum(found) AS excerpts
}
RETURN unit.key AS key,
       unit.name AS name,
       CASE WHEN unit:Theme THEN 'Theme' WHEN unit:Category THEN 'Category' ELSE 'Code' END AS level,
       unit.definition AS definition,
       coalesce(unit.properties, []) AS properties,
       unit.origin AS origin,
       unit.stage AS stage,
       coalesce(unit.status, 'active') AS status,
       unit.isCore AS core,
       unit.negativeCaseSoughtAt AS soughtAt,
       unit.negativeCaseSoughtBy AS soughtBy,
       COLLECT { MATCH (unit)-[up:SUBSUMED_BY]->(parent:Concept) RETURN parent.key ORDER BY up.position, parent.key } AS parents,
       excerpts,
       size([interview IN interviews WHERE NOT interview.unnamed]) AS interviews,
       COUNT {
         UNWIND interviews AS interview
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN DISTINCT person
       } AS participants,
       COUNT {
         MATCH (unit)<-[:CODED_AS]-(span:Excerpt)
         WHERE $withdrawn OR NOT span.withdrawn
         RETURN DISTINCT span
       } AS own,
       COLLECT {
         MATCH (unit)<-[:ABOUT]-(memo:Memo)
         WITH DISTINCT memo
         RETURN {
           key: memo.key, name: memo.name, title: memo.title, kind: memo.kind, at: memo.writtenAt,
           by: COLLECT { MATCH (memo)<-[:WROTE]-(writer:Researcher) RETURN writer.name ORDER BY writer.name }
         } ORDER BY memo.writtenAt, memo.name
       } AS memos,
       COLLECT {
         MATCH (unit)<-[link:BEARS_ON]-(reference:Reference)
         OPTIONAL MATCH (memo:Memo {key: link.memo})
         RETURN {
           key: reference.key, name: reference.name, caption: reference.caption, title: reference.title, stance: link.stance,
           memo: coalesce(memo.title, memo.name), at: link.at, note: link.note
         } ORDER BY link.stance, reference.name
       } AS literature,
       COLLECT {
         MATCH (unit)<-[role:SUBJECT|OBJECT]-(proposition:Proposition)
         WITH DISTINCT proposition
         RETURN {
           key: proposition.key, name: proposition.name, statement: proposition.statement,
           relation: proposition.relation,
           subject: COLLECT { MATCH (proposition)-[:SUBJECT]->(c:Concept) RETURN c.name }[0],
           object: COLLECT { MATCH (proposition)-[:OBJECT]->(c:Concept) RETURN c.name }[0],
           supporting: COUNT {
             MATCH (proposition)<-[:SUPPORTS]-(span:Excerpt)
             WHERE $withdrawn OR NOT span.withdrawn
             RETURN DISTINCT span
           },
           contradicting: COUNT {
             MATCH (proposition)<-[:CONTRADICTS]-(span:Excerpt)
             WHERE $withdrawn OR NOT span.withdrawn
             RETURN DISTINCT span
           }
         } ORDER BY proposition.name
       } AS propositions
ORDER BY name, key
