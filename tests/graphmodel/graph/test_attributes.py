"""Attributes: the property of a header, and which values are numbers."""

from __future__ import annotations

import pytest

from graphmodel.graph.attributes import attribute, is_number, number


@pytest.mark.parametrize(
    ("header", "name"),
    [("Age", "attr_age"), (" Years  in role ", "attr_years_in_role"), ("Straße", "attr_strasse")],
)
def test_a_header_is_folded_into_a_property(header: str, name: str) -> None:
    assert attribute(header) == name


@pytest.mark.parametrize(
    ("value", "found"),
    [("0", 0), ("-3", -3), ("12", 12), ("2.5", 2.5), ("2,5", 2.5), ("0.5", 0.5), ("-0,25", -0.25), ("3.0", 3.0)],
)
def test_a_number_is_whole_without_decimals_and_a_fraction_with_them(value: str, found: float) -> None:
    assert is_number(value)
    assert (number(value), type(number(value))) == (found, type(found))


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("007", id="a name that begins with naught"),
        pytest.param("-01", id="a negative one"),
        pytest.param("1.2.3", id="two points"),
        pytest.param("1,234.5", id="a sign for thousands"),
        pytest.param("45-54", id="a range"),
        pytest.param(" 3", id="a blank"),
        pytest.param("1e5", id="an exponent"),
        pytest.param("٣", id="digits of another script"),
        pytest.param("", id="nothing"),
        pytest.param(".5", id="nothing before the point"),
        pytest.param("5.", id="nothing after the point"),
        # 2**53 has 16 digits: a float of as many may lose the last one
        pytest.param("9007199254740993", id="more digits than a float keeps"),
    ],
)
def test_what_is_no_number_is_a_name(value: str) -> None:
    assert not is_number(value)
