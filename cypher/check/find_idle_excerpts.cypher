// title: an excerpt is kept though nothing is coded, supported or contradicted by it and no document lists it
// mend: load the codings of its interview again
// parameters: [study]

MATCH (interview:Interview {study: $study})<-[:FROM]-(span:Excerpt)
WHERE size(coalesce(span.by, [])) = 0 AND NOT EXISTS { (span)-[:CODED_AS|SUPPORTS|CONTRADICTS]->() }
RETURN span.key AS key, interview.name AS interview, span.caption AS caption
ORDER BY key
