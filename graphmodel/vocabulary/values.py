"""The properties' sets of values, with the meaning of each value."""

from __future__ import annotations

from graphmodel.graph.derive.speakers import Voice
from graphmodel.graph.document import Origin
from graphmodel.quotes.selector import Verification
from graphmodel.records import Consent, Kind, QuoteConsent, Role
from graphmodel.vocabulary.terms import Values

STATUS = Values(
    meanings={
        "active": "a document defines it",
        "undefined": "something names it, and no document defines it",
    }
)
CONSENT = Values(
    meanings={
        Consent.ACTIVE: "takes part",
        Consent.WITHDRAWN: "withdrew",
    }
)
QUOTE_CONSENT = Values(
    meanings={
        QuoteConsent.NONE: "no words may be printed",
        QuoteConsent.PARAPHRASE: "the sense may be told, not the words",
        QuoteConsent.VERBATIM: "the words may be printed",
    }
)
DOCUMENT = Values(
    meanings={
        Kind.STUDY: "study.yaml, or what a project says of the study",
        Kind.CODEBOOK: "codes, categories, themes",
        Kind.PARTICIPANTS: "the table of participants",
        Kind.INTERVIEWS: "the table of interviews",
        Kind.BIBLIOGRAPHY: "references",
        Kind.TRANSCRIPT: "the words of one interview",
        Kind.CODINGS: "the codings of one interview in one file",
        Kind.MEMO: "one memo",
        Kind.THEORY: "theory.yaml",
        Kind.LINKS: "what literature does for the theory",
        Kind.REVISIONS: "changes of the theory",
    }
)
ORIGIN_OF_DOCUMENT = Values(
    meanings={
        Origin.FOLDER: "the study folder",
        Origin.FILE: "a file from elsewhere",
        Origin.PROJECT: "another program's project or export",
    }
)
ROLE = Values(
    meanings={
        Role.INTERVIEWER: "somebody who asks",
        Role.PARTICIPANT: "somebody who is asked",
        Role.OTHER: "somebody else, or nobody knows",
    }
)
VERIFICATION = Values(
    meanings={
        Verification.EXACT: "the transcript has these words, at the place that was named, if one was",
        Verification.NORMALISED: "likewise, but for white space, the shape of quotation marks and the like",
        Verification.RELOCATED: "the transcript has them elsewhere than the source says",
        Verification.UNLOCATED: "the transcript does not have them",
        Verification.UNCHECKED: "there is no transcript to look in",
    }
)
SPOKEN_BY = Values(
    meanings={
        Voice.PARTICIPANT: "participants only",
        Voice.INTERVIEWER: "the interviewer only",
        Voice.BOTH: "a participant and somebody else",
        Voice.OTHER: "somebody else: a partner, an interpreter",
        Voice.UNKNOWN: "not known: no turns, no labels in the transcript, or words that are not in it",
    }
)
ORIGIN = Values(
    is_open=True,
    meanings={
        "data": "the analyst's word for what the data show",
        "in_vivo": "a participant's own words",
        "sensitising": "an idea that the analyst came with",
        "literature": "a term of the literature",
    },
)
STAGE = Values(
    is_open=True,
    meanings={
        "initial": "of initial coding",
        "focused": "of focused coding",
        "theoretical": "of theoretical coding",
    },
)
RELATION = Values(
    is_open=True,
    meanings={
        "leads_to": "the subject leads to the object",
        "condition_for": "it is a condition for it",
        "context_for": "it is the context of it",
        "strategy_for": "it is a way to deal with it",
        "consequence_of": "it follows from it",
        "contingent_on": "it depends on it",
        "covaries_with": "the more of one, the more or the less of the other",
        "contrasts_with": "it stands in contrast to it",
        "phase_of": "it is a phase of it",
        "type_of": "it is a kind of it",
    },
)
MEMO = Values(
    is_open=True,
    meanings={
        "code": "on a code",
        "analytic": "on what is going on in the data",
        "comparison": "that compares",
        "theoretical": "on how concepts hang together",
        "sampling": "on whom to ask next",
        "sufficiency": "on whether there is enough",
        "reflexive": "on the researcher's own part",
        "methodological": "on how the study is done",
        "literature": "on what was read",
        "member-check": "on what participants say to the theory",
        "field note": "on an interview or its place",
    },
)
REVISION = Values(
    is_open=True,
    meanings={
        "create": "a new concept",
        "rename": "another name",
        "redefine": "another definition",
        "merge": "several became one",
        "split": "one became several",
        "promote": "raised to a higher level",
        "move": "put under another concept",
        "retire": "given up",
    },
)
STANCE = Values(
    is_open=True,
    meanings={
        "supports": "says the same",
        "challenges": "speaks against it",
        "extends": "goes further",
        "sensitises": "made the analyst look there",
        "contextualises": "shows where it belongs",
    },
)
ROUND_STATUS = Values(
    meanings={
        "written": "all of it is in the graph",
        "writing": "it is being written in several transactions, or was broken off between them",
    }
)
