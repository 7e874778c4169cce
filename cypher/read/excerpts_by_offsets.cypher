// The words of every excerpt of a study that its source placed by offsets.
// parameters: study
MATCH (i:Interview {study: $study})<-[:FROM]-(e:Excerpt)
WHERE e.givenStart IS NOT NULL AND e.verification <> 'unchecked'
RETURN i.key AS interview, e.givenStart AS start, e.givenEnd AS end, e.text AS text
