// The words and turns of one interview go, before others come or because their document is gone.
// parameters: interview (its key)
MATCH (i:Interview {key: $interview})
CALL (i) {
  MATCH (i)<-[:PART_OF]-(t:Turn)
  DETACH DELETE t
}
CALL (i) {
  MATCH (i)-[:READS]->(w:Transcript)
  DETACH DELETE w
}
