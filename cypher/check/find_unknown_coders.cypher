// title: a coding names a coder who is no researcher of the study
// mend: load the codings again; name coders in study.yaml as the codings write them
// parameters: [study]

MATCH (researcher:Researcher {study: $study})
WITH collect(researcher.key) AS known
MATCH (:Interview {study: $study})<-[:FROM]-(span:Excerpt)-[coding:CODED_AS|CONTRADICTS|SUPPORTS]->(target)
WITH span, coding, target, $study + '/researcher/' + coding.coder AS researcher, known
WHERE researcher IS NULL OR NOT researcher IN known
RETURN span.key AS key, type(coding) AS relationship, target.key AS other, coding.coder AS coder
ORDER BY key, relationship, other, coder
