// title: The study in numbers
// about: >-
//   One row: how many of each kind the study holds. Participants who withdrew, and their words, are left out.
// parameters:
//   study: {type: study, means: the id of the study}

MATCH (study:Study {key: $study})
CALL (study) {
  MATCH (interview:Interview {study: study.key})
  WHERE NOT interview.withdrawn
  RETURN sum(CASE WHEN NOT interview.unnamed THEN 1 ELSE 0 END) AS interviews,
         sum(COUNT { MATCH (interview)<-[:FROM]-(excerpt:Excerpt) WHERE NOT excerpt.withdrawn }) AS excerpts
}
RETURN study.title AS title,
       study.approach AS approach,
       study.question AS question,
       COUNT { MATCH (person:Participant {study: $study}) WHERE coalesce(person.consent, 'active') <> 'withdrawn' } AS participants,
       interviews,
       excerpts,
       COUNT { MATCH (:Code {study: $study}) } AS codes,
       COUNT { MATCH (:Category {study: $study}) } AS categories,
       COUNT { MATCH (:Theme {study: $study}) } AS themes,
       COUNT { MATCH (:Proposition {study: $study}) } AS propositions,
       COUNT { MATCH (:Memo {study: $study}) } AS memos,
       COUNT { MATCH (:Reference {study: $study}) } AS references
