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
//   at: "the date of that coding, where all codings there are dated"
//   earlier: how many interviews were certainly held before that one
//   missing: what keeps the answer unknown
// evidence: {COREQ: [22, 26], SRQR: [14, 15, 16]}

MATCH (interview:Interview {study: $study})
WHERE NOT interview.unnamed AND ($withdrawn OR NOT interview.withdrawn)
WITH interview
ORDER BY interview.name
WITH collect({interview: interview, date: interview.date, sequence: interview.sequence}) AS all
CALL (all) {
  UNWIND all AS each
  WITH each, each.interview AS interview
  MATCH (interview)<-[:FROM]-(excerpt:Excerpt)-[coding:CODED_AS]->(unit:Concept)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  WITH unit, each, min(coding.at) AS earliest, min(coding.at + '~') AS bound,
       sum(CASE WHEN coding.at IS NULL THEN 1 ELSE 0 END) AS undated
  RETURN unit, collect({place: each, earliest: earliest}) AS held, min(bound) AS bound, sum(undated) AS undated
}
// `~` sorts after every digit and hyphen: a date that is less than another with it added certainly comes before that one.
WITH all, unit, held, undated, [each IN held WHERE each.earliest < bound] AS origins
WITH all, unit, held, undated, origins,
     CASE WHEN size(held) = 1 THEN held[0] WHEN undated = 0 AND size(origins) = 1 THEN origins[0] END AS origin
WITH unit, held, undated, origins, origin, origin.place AS arose,
     [each IN all WHERE coalesce(
        CASE WHEN left(each.date, size(origin.place.date)) <> left(origin.place.date, size(each.date))
             THEN left(each.date, size(origin.place.date)) < left(origin.place.date, size(each.date))
             ELSE each.sequence < origin.place.sequence END, false) | each.interview] AS before,
     [each IN all WHERE each.interview <> origin.place.interview AND coalesce(
        CASE WHEN left(each.date, size(origin.place.date)) <> left(origin.place.date, size(each.date)) THEN false
             ELSE each.sequence = origin.place.sequence END, true) | each.interview.name] AS open
WITH *,
     CASE WHEN arose IS NULL THEN 'unknown'
          WHEN any(each IN held WHERE each.place.interview IN before) THEN 'yes'
          WHEN size(open) > 0 THEN 'unknown'
          WHEN size(before) = 0 THEN 'nothing earlier'
          ELSE 'no' END AS takenBack
WHERE takenBack IN ['no', 'unknown']
RETURN unit.name AS code,
       takenBack,
       arose.interview.name AS arose,
       CASE WHEN undated = 0 THEN origin.earliest END AS at,
       CASE WHEN arose IS NOT NULL THEN size(before) END AS earlier,
       CASE WHEN arose IS NOT NULL THEN [name IN open | 'order against ' + name]
            WHEN undated > 0 THEN ['codings without a date: ' + toString(undated)]
            ELSE ['first coded in ' + toString(size(origins)) + ' interviews on dates that cannot be told apart'] END AS missing
ORDER BY takenBack, earlier DESC, code, unit.key
