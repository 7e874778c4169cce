// Excerpts that no document says any more, with what places them.
// parameters: ids
UNWIND $ids AS id
MATCH (e:Excerpt) WHERE elementId(e) = id
DETACH DELETE e
