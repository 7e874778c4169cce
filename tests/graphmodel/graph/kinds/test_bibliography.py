"""The bibliography in the graph."""

from __future__ import annotations

from graphmodel.records import Reference
from graphmodel.schema import Label
from tests.graphmodel.graph.building import built, file, said


def test_a_reference_with_all_that_is_known_of_it() -> None:
    found = built(
        file(
            Reference(
                "Hill2001",
                type="article-journal",
                title="Self-disclosure",
                authors=("Hill, Clara", "Knox, Sarah"),
                year="2001",
                container="Psychotherapy",
                volume="38",
                issue="4",
                pages="413-417",
                doi="10.1037/0033-3204.38.4.413",
            ),
            Reference("other"),
        )
    )
    assert said(found, Label.REFERENCE, "hill2001") == {
        "name": "Hill2001",
        "type": "article-journal",
        "title": "Self-disclosure",
        "authors": ["Hill, Clara", "Knox, Sarah"],
        "year": "2001",
        "container": "Psychotherapy",
        "volume": "38",
        "issue": "4",
        "pages": "413-417",
        "doi": "10.1037/0033-3204.38.4.413",
    }
    assert found.graph.nodes["s/reference/hill2001"]["caption"] == "Hill & Knox (2001)"
    assert said(found, Label.REFERENCE, "other") == {"name": "other"}
