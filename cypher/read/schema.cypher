// The names of the constraints and indexes that are there.
// parameters: none
SHOW INDEXES YIELD name
RETURN name
