// Draws excerpts at or below a theme that lie in the interviewer's turns, with those turns.
MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
MATCH tree = (theme)<-[:SUBSUMED_BY*0..]-(unit:Concept)
MATCH words = (unit)<-[:CODED_AS]-(span:Excerpt)-[:SPANS]->(turn:Turn)
WHERE turn.role = 'interviewer' AND ($withdrawn OR NOT span.withdrawn)
MATCH place = (span)-[:FROM]->(:Interview)
RETURN tree, words, place
LIMIT 100
