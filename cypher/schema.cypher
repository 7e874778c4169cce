// Constraints and indexes of the graph. Each statement is idempotent; schema_teardown.cypher removes them.

CREATE CONSTRAINT study_key IF NOT EXISTS FOR (n:Study) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT document_key IF NOT EXISTS FOR (n:Document) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT participant_key IF NOT EXISTS FOR (n:Participant) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT interview_key IF NOT EXISTS FOR (n:Interview) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT transcript_key IF NOT EXISTS FOR (n:Transcript) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT turn_key IF NOT EXISTS FOR (n:Turn) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT excerpt_key IF NOT EXISTS FOR (n:Excerpt) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT concept_key IF NOT EXISTS FOR (n:Concept) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT retired_concept_key IF NOT EXISTS FOR (n:RetiredConcept) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT proposition_key IF NOT EXISTS FOR (n:Proposition) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT memo_key IF NOT EXISTS FOR (n:Memo) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT reference_key IF NOT EXISTS FOR (n:Reference) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT researcher_key IF NOT EXISTS FOR (n:Researcher) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT revision_key IF NOT EXISTS FOR (n:Revision) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT round_key IF NOT EXISTS FOR (n:Round) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT version_key IF NOT EXISTS FOR (n:Version) REQUIRE n.key IS UNIQUE;

CREATE INDEX document_study IF NOT EXISTS FOR (n:Document) ON (n.study);
CREATE INDEX participant_study IF NOT EXISTS FOR (n:Participant) ON (n.study);
CREATE INDEX interview_study IF NOT EXISTS FOR (n:Interview) ON (n.study);
CREATE INDEX concept_study IF NOT EXISTS FOR (n:Concept) ON (n.study);
CREATE INDEX retired_concept_study IF NOT EXISTS FOR (n:RetiredConcept) ON (n.study);
CREATE INDEX proposition_study IF NOT EXISTS FOR (n:Proposition) ON (n.study);
CREATE INDEX memo_study IF NOT EXISTS FOR (n:Memo) ON (n.study);
CREATE INDEX reference_study IF NOT EXISTS FOR (n:Reference) ON (n.study);
CREATE INDEX researcher_study IF NOT EXISTS FOR (n:Researcher) ON (n.study);
CREATE INDEX revision_study IF NOT EXISTS FOR (n:Revision) ON (n.study);
CREATE INDEX round_study IF NOT EXISTS FOR (n:Round) ON (n.study);
CREATE INDEX version_study IF NOT EXISTS FOR (n:Version) ON (n.study);

CREATE INDEX concept_name IF NOT EXISTS FOR (n:Concept) ON (n.study, n.name);

CREATE FULLTEXT INDEX words IF NOT EXISTS FOR (n:Excerpt|Memo|Turn) ON EACH [n.text, n.title]
OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};
