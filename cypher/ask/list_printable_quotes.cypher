// title: Which quotes may be printed?
// number: 31
// about: >-
//   A row is an excerpt that was said by participants who all take part and agreed to be quoted word for word. `alike`
//   says how many participants of the study share all recorded attributes with the speaker: where it is 1, printing the
//   attributes beside the quote points to one person. Consent is the floor; whether a story is too distinctive to print
//   is for the researcher to judge.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, default: null, means: "only this theme, category or code and what is below it"}
// columns:
//   concepts: what the excerpt is coded as
//   participants: whose words they are
//   interview: the interview they come from
//   text: the words
//   verification: how the words were found in the transcript
//   alike: "participants with the same attributes, the speaker among them; the smallest number where several spoke"
//   quotable: true in every row
//   excerpt: the key of the excerpt
// words: [text]
// evidence: {COREQ: [29], SRQR: [9, 17]}
// slow: it returns every printable quote of the study unless a concept is given

MATCH (person:Participant {study: $study})
WITH person, [name IN keys(person) WHERE name STARTS WITH 'attr_' | name] AS names
UNWIND CASE WHEN size(names) = 0 THEN [null] ELSE names END AS name
WITH person, name
ORDER BY name
WITH person, collect([name, toString(person[name])]) AS attributes
WITH attributes, collect(person) AS group
WITH collect({people: group, size: size(group)}) AS groups
MATCH (interview:Interview {study: $study})<-[:FROM]-(span:Excerpt)
WHERE span.quotable
WITH groups, interview, collect(span) AS spans
WITH groups, interview, spans,
     COLLECT {
       MATCH (interview)<-[:GAVE]-(person:Participant)
       WHERE coalesce(person.consent, 'active') <> 'withdrawn'
       RETURN person ORDER BY person.name
     } AS people
WITH interview, spans, [each IN people | each.name] AS participants,
     reduce(least = null, group IN groups |
            CASE WHEN any(each IN people WHERE each IN group.people) AND (least IS NULL OR group.size < least)
                 THEN group.size ELSE least END) AS alike
UNWIND spans AS span
WITH interview, participants, alike, span,
     COLLECT {
       MATCH (span)-[:CODED_AS]->(concept:Concept)
       WHERE $concept IS NULL
          OR EXISTS {
               MATCH (concept)-[:SUBSUMED_BY*0..]->(top:Concept)
               WHERE $concept IN [top.key, top.name]
             }
       RETURN DISTINCT concept.name AS name ORDER BY name
     } AS concepts
WHERE $concept IS NULL OR size(concepts) > 0
RETURN concepts,
       participants,
       interview.name AS interview,
       span.text AS text,
       span.verification AS verification,
       alike,
       true AS quotable,
       span.key AS excerpt
ORDER BY interview, span.start, excerpt
