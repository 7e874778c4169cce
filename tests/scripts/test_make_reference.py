from scripts import make_reference


def test_the_page_of_commands_says_what_the_program_s_help_says() -> None:
    assert make_reference.PAGE.read_text(encoding="utf-8") == make_reference.page(), (
        "run `python scripts/make_reference.py`"
    )
