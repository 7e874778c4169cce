// The study folder lies elsewhere now.
// parameters: study, root
MATCH (d:Document {study: $study})
WHERE d.root IS NOT NULL AND d.root <> $root
SET d.root = $root
