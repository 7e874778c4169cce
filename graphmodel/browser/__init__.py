"""The Neo4j Browser opened on a study: signed in, with a guide, a style and the questions at hand."""
