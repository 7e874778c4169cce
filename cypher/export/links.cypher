// What the literature of a study does for concepts and propositions, a row for each link.
// parameters: study
MATCH (reference:Reference {study: $study})-[bears:BEARS_ON]->(target)
RETURN reference.key AS reference,
       target.key AS target,
       bears.stance AS stance,
       bears.memo AS memo,
       bears.at AS at,
       bears.note AS note
ORDER BY reference, target, stance, memo
