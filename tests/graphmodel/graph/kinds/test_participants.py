"""The participants table in the graph."""

from __future__ import annotations

from graphmodel.graph.document import Document, Origin
from graphmodel.records import Consent, Interview, Participant, QuoteConsent
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import built, file, pairs, said, told, undefined


def row(name: str, **attributes: str) -> Participant:
    return Participant(name, attributes=tuple(attributes.items()))


def test_consents_and_attributes() -> None:
    one = Participant("P01", attributes=(("Age band", "45-54"), ("Years", "3")))
    two = Participant("P02", Consent.WITHDRAWN, QuoteConsent.VERBATIM, (("Years", "2,5"),))
    found = built(file(one, two))
    assert said(found, Label.PARTICIPANT, "p01") == {
        "name": "P01",
        "consent": "active",
        "quoteConsent": "none",
        "attr_age_band": "45-54",
        "attr_years": 3,
    }
    assert said(found, Label.PARTICIPANT, "p02") == {
        "name": "P02",
        "consent": "withdrawn",
        "quoteConsent": "verbatim",
        "attr_years": 2.5,
    }
    assert said(found, Label.STUDY, "")["attributes"] == ["Age band: text", "Years: number"]


def values(*files: list[Document], header: str = "attr_x") -> list[object]:
    nodes = built(*files).graph.nodes.values()
    return [properties[header] for properties in nodes if header in properties]


def test_an_attribute_is_a_number_where_all_its_values_are() -> None:
    assert [(each, type(each)) for each in values(file(row("A", x="1"), row("B", x="2.0"), row("C", x="-3")))] == [
        (1, int),
        (2.0, float),
        (-3, int),
    ]


def test_one_value_that_is_text_makes_all_of_an_attribute_text_in_whatever_table() -> None:
    assert values(file(row("A", x="1"), row("B", x="many"))) == ["1", "many"]
    assert values(file(row("A", x="1"), path="a.csv"), file(row("B", X="007"), path="b.csv")) == ["1", "007"]
    assert values(file(row("A", x="1")), file(row("B", x="?"), origin=Origin.PROJECT)) == ["1", "?"]


def test_attributes_of_two_tables_are_all_listed() -> None:
    found = built(file(row("P01", Region="North"), path="a.csv"), file(row("S1", Grade="4"), path="b.csv"))
    assert said(found, Label.STUDY, "")["attributes"] == ["Region: text", "Grade: number"]
    assert found.graph.nodes["s"]["sources"] == ["a.csv", "b.csv"]


def test_without_attributes_none_are_listed() -> None:
    assert "attributes" not in said(built(file(row("P01"))), Label.STUDY, "")


def test_somebody_whom_only_the_interviews_table_names_is_undefined() -> None:
    found = built(file(Interview("First", ("P01",))))
    assert undefined(found) == {"participant/p01"}
    assert said(found, Label.PARTICIPANT, "p01") == {"name": "P01", "consent": "active", "quoteConsent": "none"}
    assert pairs(found, Type.GAVE) == {("p01", "first")}
    assert told(found) == [("flag", "there is no participant `P01`", "interviews.csv, row 2")]
