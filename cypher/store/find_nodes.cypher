// Nodes by their keys, whatever their labels: all nodes of the graph are searched.
// parameters: keys
MATCH (n)
WHERE n.key IN $keys AND NOT n:Round AND NOT n:Version
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
