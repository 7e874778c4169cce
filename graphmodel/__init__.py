"""graphmodel makes a grounded theory checkable: coded interviews, memos and literature as a Neo4j graph."""
