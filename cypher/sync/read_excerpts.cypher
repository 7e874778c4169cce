// All excerpts of one interview with what each document says of them.
// parameters: interview (its key)
MATCH (:Interview {key: $interview})<-[:FROM]-(e:Excerpt)
RETURN e.key AS key, elementId(e) AS id, properties(e) AS properties,
       [(e)-[r:CODED_AS|CONTRADICTS|SUPPORTS]->(target) |
        {id: elementId(r), type: type(r), end: target.key, properties: properties(r)}] AS edges
