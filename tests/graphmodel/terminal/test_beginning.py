from pathlib import Path

import pytest

from graphmodel.browsing import Browser
from graphmodel.terminal.beginning import print_browser, print_new


def test_a_new_folder_is_listed_with_the_command_that_loads_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "my study"
    print_new(folder, [folder / "study.yaml", folder / "memos" / "README.md"])
    text = capsys.readouterr().out
    assert f'graphmodel load "{folder}"' in text
    assert "  study.yaml\n" in text


def test_signing_in_is_explained_without_showing_the_password(capsys: pytest.CaptureFixture[str]) -> None:
    browser = Browser("http://localhost:7474/browser/", "bolt://127.0.0.1:7687", "neo4j", "in a file")
    print_browser(browser, shown=False)
    text = capsys.readouterr().out
    assert text.startswith("open in your web browser: http://localhost:7474/browser/")
    assert "Username     neo4j" in text
