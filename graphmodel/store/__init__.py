"""Rounds and versions of a study, and the graph that they make: read from Neo4j and written into it."""
