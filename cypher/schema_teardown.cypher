// Removes what schema.cypher made; the data stay.

DROP CONSTRAINT study_key IF EXISTS;
DROP CONSTRAINT document_key IF EXISTS;
DROP CONSTRAINT participant_key IF EXISTS;
DROP CONSTRAINT interview_key IF EXISTS;
DROP CONSTRAINT transcript_key IF EXISTS;
DROP CONSTRAINT turn_key IF EXISTS;
DROP CONSTRAINT excerpt_key IF EXISTS;
DROP CONSTRAINT concept_key IF EXISTS;
DROP CONSTRAINT retired_concept_key IF EXISTS;
DROP CONSTRAINT proposition_key IF EXISTS;
DROP CONSTRAINT memo_key IF EXISTS;
DROP CONSTRAINT reference_key IF EXISTS;
DROP CONSTRAINT researcher_key IF EXISTS;
DROP CONSTRAINT revision_key IF EXISTS;
DROP INDEX document_study IF EXISTS;
DROP INDEX participant_study IF EXISTS;
DROP INDEX interview_study IF EXISTS;
DROP INDEX concept_study IF EXISTS;
DROP INDEX retired_concept_study IF EXISTS;
DROP INDEX proposition_study IF EXISTS;
DROP INDEX memo_study IF EXISTS;
DROP INDEX reference_study IF EXISTS;
DROP INDEX researcher_study IF EXISTS;
DROP INDEX revision_study IF EXISTS;
DROP INDEX concept_name IF EXISTS;
DROP INDEX words IF EXISTS;
