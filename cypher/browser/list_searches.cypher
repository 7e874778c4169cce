// title: Where negative cases were sought and found
// about: >-
//   A row is a theme, or a concept for which somebody noted a search, with when and by whom it was sought and how many
//   excerpts contradict it or what is below it. No date says: nobody noted a search. Participants who withdrew are left out.
// parameters:
//   study: {type: study, means: the id of the study}

MATCH (unit:Concept {study: $study})
WHERE unit:Theme OR unit.negativeCaseSoughtAt IS NOT NULL
RETURN unit.name AS concept,
       CASE WHEN unit:Theme THEN 'Theme' WHEN unit:Category THEN 'Category' ELSE 'Code' END AS level,
       unit.negativeCaseSoughtAt AS sought,
       unit.negativeCaseSoughtBy AS by,
       COUNT {
         MATCH (unit)<-[:SUBSUMED_BY*0..]-(:Concept)<-[:CONTRADICTS]-(excerpt:Excerpt)
         WHERE NOT excerpt.withdrawn
         RETURN DISTINCT excerpt
       } AS negativeCases
ORDER BY CASE level WHEN 'Theme' THEN 0 WHEN 'Category' THEN 1 ELSE 2 END, concept, unit.key
