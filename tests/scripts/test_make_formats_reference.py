from scripts import make_formats_reference


def test_the_page_of_formats_is_what_the_modules_say() -> None:
    page = make_formats_reference.PAGE.read_text(encoding="utf-8")
    assert page == make_formats_reference.page(), "run `python scripts/make_formats_reference.py`"
