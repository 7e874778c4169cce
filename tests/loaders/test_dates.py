from __future__ import annotations

import pytest

from loaders.dates import NotADateError, iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("", None),
        ("  ", None),
        ("2016", "2016"),
        ("2016-03", "2016-03"),
        ("2016-3-1", "2016-03-01"),
        ("2016/03/01", "2016-03-01"),
        ("2016-03-01 14:30", "2016-03-01T14:30"),
        ("2016-03-01T14:30:05.5Z", "2016-03-01T14:30:05.5Z"),
        ("13/04/2015", "2015-04-13"),
        ("04/13/2015", "2015-04-13"),
        ("04/04/2015", "2015-04-04"),
        ("02.04.2015", "2015-04-02"),
        ("2 April 2015", "2015-04-02"),
        ("2nd Apr. 2015", "2015-04-02"),
        ("April 2, 2015", "2015-04-02"),
        ("April 2015", "2015-04"),
        ("Sept 2015", "2015-09"),
    ],
)
def test_dates_become_iso_and_no_more_precise(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "02/04/2015",
        "02-04-2015",
        "2/4/15",
        "42096",
        "2015-02-30",
        "2015-13",
        "0000",
        "31/31/2015",
        "spring 2015",
        "2 Foo 2015",
    ],
)
def test_what_is_no_date_or_two_is_not_guessed(written: str) -> None:
    with pytest.raises(NotADateError):
        iso_date(written)


def test_an_ambiguous_date_names_both_readings() -> None:
    with pytest.raises(NotADateError, match="2015-04-02 or 2015-02-04"):
        iso_date("02/04/2015")
