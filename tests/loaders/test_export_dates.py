from __future__ import annotations

import pytest

from loaders.dates import NotADateError
from loaders.export_dates import Dates


@pytest.mark.parametrize(
    ("others", "cell", "iso"),
    [
        (["13/04/2023 10:20"], "02/05/2023 09:00", "2023-05-02T09:00"),
        (["04/13/2023"], "02/05/2023", "2023-02-05"),
        ([], "28.11.2024 13:45", "2024-11-28T13:45"),
        ([], "2024-11-28 13:45:01", "2024-11-28T13:45:01"),
        ([], "4/13/2023 1:02:03 PM", "2023-04-13T13:02:03"),
        ([], "4/13/2023 12:02 a.m.", "2023-04-13T00:02"),
        (["13/4/99"], "2/4/99", "1999-04-02"),
        ([], "2023年4月13日 10:20", "2023-04-13T10:20"),
        ([], "5 May 2023, 10:20", "2023-05-05T10:20"),
        ([], "", None),
    ],
)
def test_a_date_in_the_file_s_own_format(others: list[str], cell: str, iso: str | None) -> None:
    assert Dates([*others, cell]).iso(cell) == iso


def test_what_the_program_is_known_to_write_counts_where_the_file_does_not_tell() -> None:
    assert Dates(["04/05/2023"], month_first=True).iso("04/05/2023") == "2023-04-05"
    assert Dates(["13/05/2023", "04/05/2023"], month_first=True).iso("04/05/2023") == "2023-05-04"


@pytest.mark.parametrize("others", [[], ["13/04/2023", "04/13/2023"]])
def test_a_date_that_nothing_tells_is_refused(others: list[str]) -> None:
    with pytest.raises(NotADateError, match="may mean"):
        Dates([*others, "02/05/2023 10:00"]).iso("02/05/2023 10:00")


def test_no_date() -> None:
    with pytest.raises(NotADateError):
        Dates(["yesterday"]).iso("yesterday 10:20")
