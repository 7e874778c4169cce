"""The themes at a glance, and what stands in for themes where a study has none."""

from __future__ import annotations

from graphmodel.database import Database
from graphmodel.themes import COLUMNS, themes
from tests.graphmodel.conftest import load_small


def rows(database: Database, withdrawn: bool = False) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in COLUMNS) for row in themes(database, "small", withdrawn)]


def test_one_row_a_theme(small: Database) -> None:
    """Being known: a-h, j, l, p, r of P1-1, P2-1, P3-1, Pair and Group; k and m against it. P4 withdrew."""
    assert rows(small) == [
        ("Being known", 2, 4, 12, 5, 3, 4, 2, 2, []),
        ("Hope", 1, 1, 0, 0, 0, 4, 0, 0, ["Hope", "Looking ahead", "next steps"]),
        ("Two hats", 1, 2, 2, 2, 2, 4, 0, 2, ["unsaid rules"]),
    ]


def test_those_who_withdrew_count_where_asked_for(small: Database) -> None:
    """P4's n is in being heard, o in telling my story and next steps."""
    assert [(row[0], row[3], row[4], row[5], row[6], row[9]) for row in rows(small, withdrawn=True)] == [
        ("Being known", 14, 6, 4, 5, []),
        ("Hope", 1, 1, 1, 5, []),
        ("Two hats", 2, 2, 2, 5, ["unsaid rules"]),
    ]


def test_outermost_concepts_stand_in_where_there_is_no_theme(graph: Database) -> None:
    load_small(graph)
    graph.write(lambda tx: tx.run("MATCH (t:Theme) REMOVE t:Theme SET t:Category").consume())
    found = {row["theme"]: (row["level"], row["excerpts"], row["within"]) for row in themes(graph, "small")}
    assert found == {
        "Being known": ("Category", 12, []),
        "Two hats": ("Category", 2, []),
        "Hope": ("Category", 0, []),
        "tea": ("Code", 2, []),
        "weather": ("Code", 1, []),
    }
