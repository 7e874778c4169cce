"""One document into the graph: what is held, what it says now, the difference, one transaction."""
