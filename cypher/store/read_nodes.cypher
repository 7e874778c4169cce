// The nodes of a label that are a study's by their key, or say that they are. `Concept` stands for any label.
// parameters: study, prefix (the study's id and a slash)
MATCH (n:Concept)
WHERE n.key = $study OR n.key STARTS WITH $prefix OR n.study = $study
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
