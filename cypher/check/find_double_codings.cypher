// title: one coder coded one excerpt twice as the same concept
// mend: load the codings of the interview again
// parameters: [study]

MATCH (:Interview {study: $study})<-[:FROM]-(span:Excerpt)-[coding:CODED_AS|CONTRADICTS|SUPPORTS]->(target)
WITH span, type(coding) AS relationship, target, coding.coder AS coder, count(*) AS times
WHERE times > 1
RETURN span.key AS key, relationship, target.key AS other, coder, times
ORDER BY key, relationship, other, coder
