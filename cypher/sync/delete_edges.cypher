// Relationships that no document says any more.
// parameters: ids
UNWIND $ids AS id
MATCH ()-[r]->() WHERE elementId(r) = id
DELETE r
