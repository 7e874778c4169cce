// Who gave which interview, as tables say or names tell.
// parameters: study
MATCH (i:Interview {study: $study})
OPTIONAL MATCH (p:Participant)-[g:GAVE]->(i)
RETURN i.key AS interview, p.key AS participant, g.derived AS derived, elementId(g) AS id
