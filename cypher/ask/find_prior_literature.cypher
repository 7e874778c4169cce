// title: Which literature was attached before any data?
// number: 16
// about: >-
//   A row is a link from a reference to a concept that was made before any words were coded to the concept or below it
//   (`before`), or to a concept that has no words at all (`no data`). Such a concept may have been brought to the data
//   rather than found in it: say so, or show that it earned its place. Where dates are missing, or the two fall in the
//   same day, month or year as far as they are known, the row says `unknown` and what was missing; links that were
//   certainly made after the first coding have no row.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   concept: the concept
//   reference: citation key
//   stance: what the reference does for it
//   attached: when the link was made
//   firstCoded: the earliest known date of a coding at or below the concept
//   order: "before, no data or unknown"
//   missing: what keeps the order unknown
// evidence: {COREQ: [26], SRQR: [6, 16, 18]}

MATCH (concept:Concept {study: $study})<-[link:BEARS_ON]-(reference:Reference)
WITH concept, collect({link: link, reference: reference}) AS links
CALL (concept) {
  MATCH (concept)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  MATCH (below)<-[coding:CODED_AS]-(excerpt:Excerpt)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  WITH coding.at AS at, count(*) AS codings
  ORDER BY at
  RETURN collect(at) AS dates, sum(codings) AS codings, sum(CASE WHEN at IS NULL THEN codings ELSE 0 END) AS undated
}
UNWIND links AS each
WITH concept, each.reference AS reference, each.link.stance AS stance, each.link.at AS attached, dates, codings, undated
WITH *,
     [at IN dates WHERE left(at, size(attached)) < left(attached, size(at))] AS earlier,
     [at IN dates WHERE left(at, size(attached)) = left(attached, size(at))] AS tied
WHERE size(earlier) = 0
WITH *,
     CASE WHEN attached IS NULL AND codings > 0 THEN ['the link has no date'] ELSE [] END
     + CASE WHEN undated > 0 THEN ['codings without a date: ' + toString(undated) + ' of ' + toString(codings)] ELSE [] END
     + [at IN tied | 'coding of ' + at + ' and link of ' + attached + ' cannot be told apart'] AS missing
RETURN concept.name AS concept,
       reference.name AS reference,
       stance,
       attached,
       reduce(first = null, at IN dates | CASE WHEN first IS NULL OR at < first THEN at ELSE first END) AS firstCoded,
       CASE WHEN codings = 0 THEN 'no data' WHEN size(missing) > 0 THEN 'unknown' ELSE 'before' END AS order,
       missing
ORDER BY CASE order WHEN 'before' THEN 0 WHEN 'no data' THEN 1 ELSE 2 END, concept, reference, stance, attached
