// Every note that somebody made on what an excerpt is put to.
// parameters: study
MATCH (:Interview {study: $study})<-[:FROM]-(:Excerpt)-[put:CODED_AS|CONTRADICTS|SUPPORTS]->()
WHERE put.note IS NOT NULL
RETURN DISTINCT put.note AS note
