// Waits until every index is online, five minutes at most.
// parameters: none
CALL db.awaitIndexes(300)
