// The number of a study's last round.
// parameters: study
MATCH (r:Round {study: $study})
RETURN r.number AS number
ORDER BY number DESC LIMIT 1
