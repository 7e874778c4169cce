import io

import pytest
from rich.console import Console
from rich.text import Text

from graphmodel.study_facts import StudyFacts
from graphmodel.terminal.themes import themes_sheet

THEME = {
    "theme": "The process of disclosure",
    "categories": 3,
    "codes": 20,
    "excerpts": 112,
    "interviews": 10,
    "participants": 9,
    "of": 10,
    "negativeCases": 2,
    "literature": 5,
    "ungrounded": ["Crossing a boundary"],
    "core": True,
}
FACTS = StudyFacts("s", "A study", "Synthetic.", (), 10, 1, 1, 21)


@pytest.mark.parametrize("width", [40, 76, 80, 120])
def test_themes_fit_the_terminal_with_no_number_lost(width: int) -> None:
    stream = io.StringIO()
    sheet = themes_sheet([THEME], FACTS, withdrawn=False)
    assert sheet.draw
    sheet.draw(Console(file=stream, width=width, force_terminal=True, no_color=True))
    text = Text.from_ansi(stream.getvalue()).plain
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text
    squeezed = " ".join(text.split())
    for part in ("112", "9 of 10", "core category: The process of disclosure", "Crossing a boundary"):
        assert part in squeezed


def test_who_withdrew_and_the_notice_are_said_beside_the_rows() -> None:
    sheet = themes_sheet([THEME], FACTS, withdrawn=False)
    assert sheet.notices == ("Synthetic.",)
    assert "left out" in sheet.notes[0]
    assert "counted" in themes_sheet([THEME], FACTS, withdrawn=True).notes[0]
