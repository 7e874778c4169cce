// title: By which path does one quote reach its theme?
// number: 18
// about: >-
//   A row is one way from an excerpt up to an outermost concept: who coded it as what and when, and each step of
//   abstraction from there. Give a few words of the quote; every excerpt that holds them is traced. This is the audit
//   trail of a single sentence: each step should be one that you could defend to the person who said it.
// parameters:
//   study: {type: study, means: the id of the study}
//   quote: {type: text, means: "words that the excerpt holds, in any case, or the excerpt's key"}
//   withdrawn: {type: boolean, default: false, means: trace the words of participants who withdrew as well}
// columns:
//   text: the words of the excerpt
//   participants: whose words they are
//   interview: the interview they come from
//   date: when it was held
//   coder: who coded the excerpt
//   coded: when it was coded
//   note: the coder's note
//   path: "the concepts from the code up, each subsumed by the next"
//   top: the outermost concept
//   level: the level of the outermost concept
//   verification: how the words were found in the transcript
//   quotable: whether consent lets the words be printed
//   excerpt: the key of the excerpt
// words: [text]
// evidence: {COREQ: [24, 25, 29, 30], SRQR: [14, 16, 17]}
// draw: draw/trace_quote
// slow: it reads the words of every excerpt in the study, so that any few words are found as they are written

MATCH (span:Excerpt)
WHERE span.key STARTS WITH $study + '/excerpt/'
  AND (span.key = $quote OR toLower(span.text) CONTAINS toLower($quote))
  AND ($withdrawn OR NOT span.withdrawn)
MATCH (span)-[:FROM]->(interview:Interview)
MATCH (span)-[coding:CODED_AS]->(code:Concept)
MATCH path = (code)-[:SUBSUMED_BY*0..]->(top:Concept)
WHERE NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
RETURN span.text AS text,
       COLLECT {
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN person.name ORDER BY person.name
       } AS participants,
       interview.name AS interview,
       interview.date AS date,
       coding.coder AS coder,
       coding.at AS coded,
       coding.note AS note,
       [each IN nodes(path) | each.name] AS path,
       top.name AS top,
       CASE WHEN top:Theme THEN 'Theme' WHEN top:Category THEN 'Category' ELSE 'Code' END AS level,
       span.verification AS verification,
       span.quotable AS quotable,
       span.key AS excerpt
ORDER BY interview, span.start, excerpt, path[0], coder, top, size(path)
