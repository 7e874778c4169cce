from pathlib import Path

import pytest

from graphmodel.terminal.beginning import print_new


def test_a_new_folder_is_listed_with_the_command_that_loads_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "my study"
    print_new(folder, [folder / "study.yaml", folder / "memos" / "README.md"])
    text = capsys.readouterr().out
    assert f'graphmodel load "{folder}"' in text
    assert "  study.yaml\n" in text
