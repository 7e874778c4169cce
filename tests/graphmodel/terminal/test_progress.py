import pytest

from graphmodel.terminal.progress import progress_line


def test_away_from_a_terminal_each_step_is_one_line_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_line() as progress:
        for done in range(3):
            progress("fetching Neo4j", done, 176_000_000)
        progress("starting", 0, None)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "fetching Neo4j …\nstarting …\n"


def test_on_a_terminal_the_line_moves_and_is_gone_at_the_end(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress_line() as progress:
        progress("fetching Neo4j", 88_000_000, 176_000_000)
    written = capsys.readouterr().err
    assert "88 of 176 MB" in written
    assert written.rstrip("\n").endswith("\x1b[2K")
