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
WITH interview, span, turns,
     COLLECT {
       MATCH (span)-[:SPANS]->(turn:Turn)
       RETURN CASE WHEN EXISTS { (turn)-[:PART_OF]->(interview) } THEN turn.index ELSE -1 END AS index ORDER BY index
     } AS spanned
WITH interview, span, turns, spanned, coalesce(span.start, 0) AS start, coalesce(span.end, 0) AS end,
     spanned[0] AS first, spanned[-1] AS last
WHERE size(spanned) = 0 AND any(turn IN turns WHERE turn.start < end AND start < turn.end)
   OR size(spanned) > 0
      AND (first < 0
           OR last - first + 1 <> size(spanned)
           OR coalesce(turns[first].end <= start OR turns[last].start >= end, true)
           OR first > 0 AND turns[first - 1].end > start
           OR last + 1 < size(turns) AND turns[last + 1].start < end)
RETURN span.key AS key, interview.name AS interview, span.start AS start, span.end AS end, spanned
ORDER BY key
