// What each reference of a study does for which concept or proposition.
// parameters: study
MATCH (reference:Reference {study: $study})-[link:BEARS_ON]->(subject)
OPTIONAL MATCH (memo:Memo {key: link.memo})
RETURN reference.key AS key,
       reference.name AS name,
       reference.caption AS caption,
       coalesce(reference.authors, []) AS authors,
       reference.year AS year,
       reference.title AS title,
       reference.container AS container,
       reference.doi AS doi,
       subject.key AS about,
       link.stance AS stance,
       link.note AS note,
       coalesce(memo.title, memo.name) AS memo
ORDER BY reference.name, link.stance, about
