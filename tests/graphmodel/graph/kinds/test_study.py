"""study.yaml in the graph."""

from __future__ import annotations

from graphmodel.graph.document import Origin
from graphmodel.graph.name_index import UNNAMED_CODER
from graphmodel.records import Researcher, Study
from graphmodel.schema import Label
from tests.graphmodel.graph.building import built, file, keys, said

WHOLE = Study(
    "s",
    "A study",
    approach="grounded theory",
    question="How?",
    notice="Draft",
    levels=("Theme", "Code"),
    researchers=(Researcher("AB"), Researcher("Bo  Lind", "second coder")),
    remote_allowed=True,
)


def test_the_study_and_its_researchers() -> None:
    found = built(file(WHOLE))
    assert said(found, Label.STUDY, "") == {
        "title": "A study",
        "approach": "grounded theory",
        "question": "How?",
        "notice": "Draft",
        "levels": ["Theme", "Code"],
        "remoteAllowed": True,
    }
    assert found.graph.nodes["s"]["caption"] == "A study"
    assert found.graph.nodes["s"]["sources"] == ["study.yaml"]
    assert said(found, Label.RESEARCHER, "Bo Lind") == {"name": "Bo  Lind", "role": "second coder"}
    assert keys(found, Label.RESEARCHER) == {"AB", "Bo Lind"}


def test_the_levels_of_the_folder_are_before_a_projects() -> None:
    project = file(Study("s", "p", levels=("Top", "Low")), path="p.qdpx", origin=Origin.PROJECT)
    assert built(project, file(WHOLE)).names.levels == ("Theme", "Code")
    assert built(project, file(Study("s", "A study"))).names.levels == ("Top", "Low")


def test_the_researchers_of_a_project_are_the_studys_too() -> None:
    found = built(file(Study("s", "A study")), file(Researcher("CD", "coder"), origin=Origin.PROJECT))
    assert said(found, Label.RESEARCHER, "CD") == {"name": "CD", "role": "coder"}
    assert found.names.coder == "CD"  # the only one
    assert built(file(WHOLE)).names.coder == UNNAMED_CODER  # there are two


def test_initials_in_another_case_are_somebody_else() -> None:
    found = built(file(Study("s", "A study", researchers=(Researcher("AB"), Researcher("Ab")))))
    assert keys(found, Label.RESEARCHER) == {"AB", "Ab"}
