"""The closed sets of values, and how a value that is not among them is reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from graphmodel.names import fold
from graphmodel.records import Consent, QuoteConsent, Stance

CONSENT = tuple(Consent)
QUOTE_CONSENT = tuple(QuoteConsent)
ORIGIN = ("data", "in_vivo", "sensitising", "literature")
STAGE = ("initial", "focused", "theoretical")
STANCE = tuple(Stance)
LITERATURE_STANCE = ("supports", "challenges", "extends", "sensitises", "contextualises")
REVISION = ("create", "rename", "redefine", "merge", "split", "promote", "move", "retire")
MEMO = (
    "code", "analytic", "comparison", "theoretical", "sampling", "sufficiency", "reflexive",
    "methodological", "literature", "member-check", "field note",
)  # fmt: skip
RELATION = (
    "leads_to", "condition_for", "context_for", "strategy_for", "consequence_of",
    "contingent_on", "covaries_with", "contrasts_with", "phase_of", "type_of",
)  # fmt: skip

W = TypeVar("W", bound=str)


def known(value: str, values: Sequence[W]) -> W | None:
    """The member of the set that the value means, None where there is none. Case, spaces, hyphens and underscores
    do not count, nor does the choice between -ise and -ize."""
    wanted = _bare(value)
    return next((word for word in values if _bare(word) == wanted), None)


def unknown(what: str, value: str, values: Sequence[str]) -> tuple[str, str]:
    """Message and hint for a value outside its set."""
    return f"the {what} `{value[:60]}` is not one that is known", f"Known: {', '.join(values)}"


def _bare(word: str) -> str:
    return fold(word).replace("_", " ").replace("-", " ").replace("izes", "ises").replace("izing", "ising")
