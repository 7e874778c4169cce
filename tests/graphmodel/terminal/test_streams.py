import io

from graphmodel.terminal.streams import can_write, clean, console, words


def test_escape_sequences_and_direction_marks_of_a_file_do_not_reach_the_terminal() -> None:
    assert clean("a\x1b[31mb\u202ec\x9b1m") == "a\ufffd[31mb\ufffdc\ufffd1m"


def test_line_ends_and_tabs_stay() -> None:
    assert clean("one\r\ntwo\rthree\tfour") == "one\ntwo\nthree\tfour"


def test_text_that_looks_like_markup_is_printed_as_it_is() -> None:
    stream = io.StringIO()
    console(stream).print(words("[bold]no[/bold] :smile:"))
    assert stream.getvalue() == "[bold]no[/bold] :smile:\n"


def test_a_pipe_gets_long_lines_whole_and_without_escape_sequences() -> None:
    stream = io.StringIO()
    console(stream).print(words("word " * 200, "bold red"))
    assert stream.getvalue().count("\n") == 1
    assert "\x1b" not in stream.getvalue()


def test_a_stream_says_whether_it_has_a_character() -> None:
    ascii_only = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert not can_write(console(ascii_only), "⊘")
    assert can_write(console(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")), "⊘")
