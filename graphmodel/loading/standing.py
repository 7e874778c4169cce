"""What a study that has not changed still lacks: told again, since nothing is said anew of unchanged documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graphmodel.captions import cut
from graphmodel.database import Database
from graphmodel.errors import Place, Problem, Severity
from graphmodel.schema import Label
from graphmodel.statements import statement

HINT = {
    Label.EXCERPT: "Copy the quote from the transcript, or correct the transcript; the excerpt is kept, without a "
    "position",
    Label.CONCEPT: "It is kept as an undefined concept; add it to the codebook, or mend the spelling",
}


def standing(database: Database, study: str, documents: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """Excerpts that are not in their transcripts and names that nothing defines, once for each file that has them."""
    places = {each["id"]: Place(Path(each.get("root", "")) / each["path"]) for each in documents.values()}
    for row in database.read(statement("sync/read_standing"), {"study": study}):
        label, name = Label(row["label"]), row["name"]
        message, hint = _words(label, name)
        for place in sorted({places[number] for number in row["documents"] if number in places}, key=str):
            yield Problem(Severity.FLAG, message, place, hint)


def _words(label: Label, name: str) -> tuple[str, str]:
    if label is Label.EXCERPT:
        return f"the words “{cut(name)}” are not in the transcript", HINT[label]
    if label is Label.CONCEPT:
        return f"`{name}` is not in the codebook", HINT[label]
    return f"there is no {label.lower()} `{name}`", f"Add the {label.lower()}, or mend the name"
