"""The codebook: a row for each code, category and theme, in the order of the tree, with what grounds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmodel.export.rows import Row
from graphmodel.export.tables.content import BETWEEN, Content
from graphmodel.export.tables.table import NARROW, PARAGRAPH, SENTENCE, Cells, Column, Table

_COUNTS = {
    "Excerpts": ("different passages coded as it", "excerpts"),
    "Codings": ("how often it was put to a passage; two coders of one passage count twice", "codings"),
    "Participants": ("different participants whose interviews hold such passages", "participants"),
    "Interviews": ("different interviews that hold such passages", "interviews"),
    "Coders": ("different people who put it to a passage", "coders"),
    "Negative cases": ("different passages that stand against it; they count nowhere else", "negativeCases"),
}
_COLUMNS = (
    Column("Code", "its name"),
    Column("Path", "where it stands: the outermost first, by the first-named parent", SENTENCE),
    Column("Level", "Code, Category or Theme", NARROW),
    Column("Own level", "the researcher's own word for its level", NARROW),
    Column("Definition", "what it means", PARAGRAPH),
    Column("Properties", "its properties and their dimensions", SENTENCE),
    Column("Origin", "where it comes from: data, in_vivo, sensitising or literature", NARROW),
    Column("Stage", "the stage of coding: initial, focused or theoretical", NARROW),
    Column("Parents", "all that it is subsumed by, the first-named first"),
    *(Column(header, f"{means}; by itself", NARROW) for header, (means, _) in _COUNTS.items()),
    *(
        Column(f"{header}, with all below", "the same, for it and everything below it; nothing counts twice", NARROW)
        for header in _COUNTS
    ),
    Column(
        "Negative cases sought", "when negative cases were last sought; `undated` where no date is recorded", NARROW
    ),
    Column("Core", "yes, where it is the core category", NARROW),
    Column("Former names", "what it was called before"),
)


def codebook(content: Content, counts: Mapping[str, Row]) -> Table:
    """The codebook; `counts` are the rows of `export/concept_counts` by key."""
    return Table("codebook", "A code, category or theme", "codes", _COLUMNS, _rows(content, counts))


def _rows(content: Content, counts: Mapping[str, Row]) -> Iterator[Cells]:
    for row in sorted(content.rows.concepts, key=lambda row: content.in_tree(row["key"])):
        counted = counts[row["key"]]
        yield (
            row["name"],
            content.path(row["key"]),
            counted["level"],
            row["level"],
            content.rows.clean(row["definition"]),
            content.rows.clean(BETWEEN.join(row["properties"] or ()) or None),
            row["origin"],
            row["stage"],
            content.all_called(row["parents"]),
            *(counted[name] for _, name in _COUNTS.values()),
            *(counted[f"all{name[0].upper()}{name[1:]}"] for _, name in _COUNTS.values()),
            row["sought"],
            "yes" if row["isCore"] else None,
            BETWEEN.join(row["formerNames"] or ()) or None,
        )
