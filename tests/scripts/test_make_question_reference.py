from scripts import make_question_reference


def test_the_page_of_questions_says_what_their_files_say() -> None:
    page = make_question_reference.PAGE.read_text(encoding="utf-8")
    assert page == make_question_reference.page(), "run `python scripts/make_question_reference.py`"
