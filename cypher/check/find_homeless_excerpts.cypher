// title: an excerpt does not come from exactly one interview
// mend: load the codings that hold it again; where that does not help, remove the study and load its folder
// parameters: [study]

MATCH (span:Excerpt)
WHERE span.key STARTS WITH $study + '/excerpt/'
WITH span, COUNT { (span)-[:FROM]->(:Interview) } AS interviews
WHERE interviews <> 1
RETURN span.key AS key, span.caption AS caption, interviews
ORDER BY key
