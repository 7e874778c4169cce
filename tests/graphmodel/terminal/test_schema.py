from __future__ import annotations

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from cli import app
from graphmodel.vocabulary import LABELS, RELATIONSHIPS, STORE_LABELS, STORE_RELATIONSHIPS

NAMES = [kind.label for kind in (*LABELS, *STORE_LABELS)]
PATTERNS = [kind.pattern for kind in (*RELATIONSHIPS, *STORE_RELATIONSHIPS)]


def shown(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["schema", *arguments])
    assert done.exit_code == 0
    return done.stdout


@pytest.fixture(autouse=True)
def without_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where no Neo4j is."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")


def test_a_program_reads_a_row_for_each_label_type_and_property() -> None:
    rows = list(csv.DictReader(io.StringIO(shown("--format", "csv"))))
    assert [row["of"] for row in rows if row["property"] == "" and row["of"] != "every node"] == [*NAMES, *PATTERNS]
    consent = next(row for row in rows if (row["of"], row["property"]) == ("Participant", "consent"))
    assert consent == {
        "of": "Participant",
        "property": "consent",
        "type": "text",
        "there": "always",
        "values": "active, withdrawn",
        "means": "whether they take part",
    }


def test_a_program_reads_the_meaning_of_each_value() -> None:
    data = json.loads(shown("--format", "json"))
    participant = next(each for each in data["labels"] if each["label"] == "Participant")
    consent = next(each for each in participant["properties"] if each["name"] == "consent")
    assert consent["values"]["meanings"] == {"active": "takes part", "withdrawn": "withdrew"}
    gave = next(each for each in data["relationships"] if each["type"] == "GAVE")
    assert (gave["starts"], gave["ends"]) == (["Participant"], ["Interview"])


@pytest.mark.parametrize("form", ["table", "md"])
def test_a_person_reads_all_of_it_on_one_page(form: str) -> None:
    page = shown("--format", form).replace("\\|", "|")
    lines = [line.removeprefix("### ").partition("  ")[0] for line in page.splitlines()]
    assert {*NAMES} <= {*lines}
    assert [pattern for pattern in PATTERNS if pattern not in page] == []
    assert "in_vivo" in page
