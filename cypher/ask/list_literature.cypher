// title: Which literature bears on which theme, and through which memo?
// number: 15
// about: >-
//   A row is one thing that a reference does for a concept, or for a proposition about that concept, under a theme.
//   The memo is where the analyst argued it; a row without one is a claim that nobody has argued yet. Read the stances
//   together: a theme that literature only supports has been illustrated rather than tested. Where a study has no
//   concept of level Theme, its outermost concepts stand in for themes; what stands under no theme has a row without
//   one.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, default: null, means: "only this theme, category or code and what is below it"}
// columns:
//   theme: the theme
//   concept: the concept at or below it
//   proposition: "the statement that the reference bears on, where it is not the concept itself"
//   reference: citation key
//   title: title of the reference
//   stance: "supports, challenges, extends, sensitises or contextualises"
//   memos: the memo that says why, and memos about the concept that cite the reference
//   at: when the link was made
// evidence: {COREQ: [26, 30], SRQR: [16, 18]}
// draw: draw/list_literature

MATCH (concept:Concept {study: $study})
WHERE $concept IS NULL
   OR EXISTS {
        MATCH (concept)-[:SUBSUMED_BY*0..]->(top:Concept)
        WHERE $concept IN [top.key, top.name]
      }
MATCH (concept)<-[:SUBJECT|OBJECT*0..1]-(target:Concept|Proposition)<-[link:BEARS_ON]-(reference:Reference)
WITH DISTINCT concept, target, link, reference
OPTIONAL MATCH (named:Memo {key: link.memo})
WITH concept, target, link, reference, named,
     COLLECT {
       MATCH (reference)<-[:CITES]-(memo:Memo)-[:ABOUT]->(target)
       WHERE memo.key <> coalesce(link.memo, '')
       RETURN DISTINCT coalesce(memo.title, memo.name) AS title ORDER BY title
     } AS citing,
     COLLECT {
       MATCH (concept)-[:SUBSUMED_BY*0..]->(theme:Concept)
       WHERE theme:Theme
          OR NOT EXISTS { MATCH (any:Concept {study: $study}) WHERE any:Theme } AND NOT EXISTS { (theme)-[:SUBSUMED_BY]->(:Concept) }
       RETURN DISTINCT theme.name AS name ORDER BY name
     } AS themes
UNWIND CASE WHEN size(themes) = 0 THEN [null] ELSE themes END AS theme
RETURN theme,
       concept.name AS concept,
       CASE WHEN target:Proposition THEN coalesce(target.statement, target.name) END AS proposition,
       reference.name AS reference,
       reference.title AS title,
       link.stance AS stance,
       CASE WHEN named IS NULL THEN citing ELSE [coalesce(named.title, named.name)] + citing END AS memos,
       link.at AS at
ORDER BY theme, concept, proposition, reference, stance, memos[0]
