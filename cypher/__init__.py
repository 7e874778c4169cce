"""The Cypher of the project: schema, sync, questions, checks, reports; a file a statement."""
