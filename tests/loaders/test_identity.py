from __future__ import annotations

import pytest

from loaders.identity import holds_mail, looks_like


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("Name", "a name"),
        ("full_name", "a name"),
        ("FirstName", "a name"),
        ("LASTNAME", "a name"),
        ("Region name", "a name"),
        ("Prénom", "a name"),
        ("Nachname", "a name"),
        ("imię", "a name"),
        ("姓名", "a name"),
        ("e-mail", "an e-mail address"),
        ("Email 2", "an e-mail address"),
        ("Phone no.", "a telephone number"),
        ("Téléphone", "a telephone number"),
        ("contact number", "a telephone number"),
        ("Home address", "an address"),
        ("post code", "an address"),
        ("Dirección", "an address"),
        ("DOB", "a date of birth"),
        ("D.o.B.", "a date of birth"),
        ("Date of birth", "a date of birth"),
        ("dateOfBirth", "a date of birth"),
        ("Geburtsdatum", "a date of birth"),
        ("NHS number", "an official number"),
        ("NHS_No", "an official number"),
        ("nhs", "an official number"),
        ("hospital number", "an official number"),
        ("PESEL", "an official number"),
    ],
)
def test_headers_that_say_who_somebody_is(header: str, what: str) -> None:
    assert looks_like(header) == what


@pytest.mark.parametrize(
    "header",
    ["participant", "first_contact", "age band", "gender", "region", "NHS trust", "year of birth", "country of birth",
     "birth order", "months of peer support", "number of children", "mobile app use", "diagnosis", "ethnicity", "role"],
)  # fmt: skip
def test_innocent_headers(header: str) -> None:
    assert looks_like(header) is None


def test_an_address_in_a_cell() -> None:
    assert holds_mail("write to a.b@example.org, please")
    assert not holds_mail("@home, 3 @ 4.5")
