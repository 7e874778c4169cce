// title: the turns that an excerpt spans are not those its position touches
// mend: load the transcript and its codings again, so that the words are found anew
// parameters: [study]

MATCH (interview:Interview {study: $study})
WHERE EXISTS { (interview)<-[:FROM]-(:Excerpt) }
WITH interview,
     COLLECT {
       MATCH (interview)<-[:PART_OF]-(turn:Turn)
       RETURN {index: turn.index, start: turn.start, end: turn.end} ORDER BY turn.index
     } AS turns
MATCH (interview)<-[:FROM]-(span:Excerpt)
WITH interview, span,
     [turn IN turns WHERE turn.start < span.end AND span.start < turn.end | turn.index] AS touched,
     COLLECT {
       MATCH (span)-[:SPANS]->(turn:Turn)
       RETURN CASE WHEN EXISTS { (turn)-[:PART_OF]->(interview) } THEN turn.index ELSE -1 END AS index ORDER BY index
     } AS spanned
WHERE touched <> spanned
RETURN span.key AS key, interview.name AS interview, touched, spanned
ORDER BY key
