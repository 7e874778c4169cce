// The turns of an interview, in their order.
// parameters: interview (its key)
MATCH (:Interview {key: $interview})<-[:PART_OF]-(turn:Turn)
RETURN turn.speaker AS speaker, turn.role AS role, turn.start AS start, turn.end AS end, turn.startMs AS startMs
ORDER BY turn.index
