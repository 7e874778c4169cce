// The participants of a study with what each consented to.
// parameters: study
MATCH (person:Participant {study: $study})
RETURN person.key AS key, person.consent AS consent, person.quoteConsent AS quoteConsent
