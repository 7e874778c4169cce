// A study's last round.
// parameters: study
MATCH (r:Round {study: $study})
RETURN r.number AS number, r.status AS status
ORDER BY number DESC LIMIT 1
