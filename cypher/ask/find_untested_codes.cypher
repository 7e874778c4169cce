// title: Which codes were never taken back to the earlier interviews?
// number: 13
// about: >-
//   A row is a code that arose in one interview (where its first coding was made) and is not coded in any interview
//   held before that one. Constant comparison asks for the way back: read the earlier interviews for it. A code that
//   was taken back and found nothing leaves no trace in codings, so a row asks a question rather than naming a fault.
//   Where dates are missing or tie, the row says `unknown` and what was missing; it does not guess. Interviews are
//   ordered by date, and where dates do not tell by sequence.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count interviews of participants who withdrew as well}
// columns:
//   code: the concept that excerpts are coded to
//   takenBack: "no, or unknown"
//   arose: the interview in which it was first coded
//   at: the date of that coding
//   earlier: how many interviews were certainly held before that one
//   missing: what keeps the answer unknown
// evidence: {COREQ: [22, 26], SRQR: [14, 15, 16]}

MATCH (interview:Interview {study: $study})
WHERE interview.unnamed IS NULL
  AND ($withdrawn OR NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) })
WITH interview
ORDER BY interview.name
WITH collect(interview) AS all
CALL (all) {
  UNWIND all AS one
  RETURN collect({
    interview: one,
    before: [each IN all WHERE coalesce(
        CASE WHEN left(each.date, size(one.date)) <> left(one.date, size(each.date))
             THEN left(each.date, size(one.date)) < left(one.date, size(each.date))
             ELSE each.sequence < one.sequence END, false)],
    open: [each IN all WHERE each <> one AND coalesce(
        CASE WHEN left(each.date, size(one.date)) <> left(one.date, size(each.date)) THEN false
             ELSE each.sequence = one.sequence END, true)]
  }) AS orders
}
UNWIND all AS interview
MATCH (interview)<-[:FROM]-(:Excerpt)-[coding:CODED_AS]->(unit:Concept)
WITH orders, unit, interview, collect(DISTINCT coding.at) AS dates,
     sum(CASE WHEN coding.at IS NULL THEN 1 ELSE 0 END) AS undated
WITH orders, unit, collect({interview: interview, dates: dates}) AS held, sum(undated) AS undated
WITH orders, unit, held, undated,
     reduce(dates = [], each IN held | dates + [at IN each.dates WHERE NOT at IN dates]) AS dates
WITH orders, unit, held, undated,
     [one IN dates WHERE none(at IN dates WHERE left(at, size(one)) < left(one, size(at)))] AS first
WITH orders, unit, held, undated, first,
     [each IN held WHERE any(at IN each.dates WHERE at IN first)] AS origins
WITH orders, unit, held, undated, first,
     CASE WHEN size(held) = 1 THEN held[0].interview
          WHEN undated = 0 AND size(origins) = 1 THEN origins[0].interview END AS arose,
     CASE WHEN size(held) = 1 THEN []
          WHEN undated > 0 THEN ['codings without a date: ' + toString(undated)]
          WHEN size(origins) > 1 THEN ['first coded in ' + toString(size(origins)) + ' interviews on dates that cannot be told apart']
          ELSE [] END AS unplaced
WITH unit, held, first, arose, unplaced,
     [each IN orders WHERE each.interview = arose][0] AS order
WITH unit, first, arose, unplaced, order,
     any(each IN held WHERE each.interview IN order.before) AS back,
     [each IN order.open | each.name] AS open
WITH *,
     CASE WHEN arose IS NULL THEN 'unknown'
          WHEN back THEN 'yes'
          WHEN size(order.open) > 0 THEN 'unknown'
          WHEN size(order.before) = 0 THEN 'nothing earlier'
          ELSE 'no' END AS takenBack
WHERE takenBack IN ['no', 'unknown']
RETURN unit.name AS code,
       takenBack,
       arose.name AS arose,
       CASE WHEN arose IS NOT NULL AND size(first) = 1 THEN first[0] END AS at,
       size(order.before) AS earlier,
       unplaced + [name IN coalesce(open, []) | 'order against ' + name] AS missing
ORDER BY takenBack, earlier DESC, code, unit.key
