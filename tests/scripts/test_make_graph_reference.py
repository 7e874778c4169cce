from scripts import make_graph_reference


def test_the_tables_of_the_graph_model_say_what_the_vocabulary_says() -> None:
    assert make_graph_reference.missing() == set()
    assert make_graph_reference.PAGE.read_text(encoding="utf-8") == make_graph_reference.page(), (
        "run `python scripts/make_graph_reference.py`"
    )
