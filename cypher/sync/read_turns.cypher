// The turns of one interview in order, without their words.
// parameters: interview (its key)
MATCH (:Interview {key: $interview})<-[:PART_OF]-(t:Turn)
RETURN t.index AS index, t.speaker AS speaker, t.role AS role, t.start AS start, t.end AS end, t.startMs AS startMs
ORDER BY index
