"""Takes the picture of the terminal in the README: `python scripts/take_terminal_picture.py`.

The command is run on the demo study in a local Neo4j of the script's own, and what it prints, in its own colours, is
drawn. Needs the typeface DejaVu Sans Mono.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import resvg_py
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from scripts.console_pages import ROOT, without_margins
from scripts.refresh_docs import own_server, which_neo4j
from scripts.terminal import WIDTH, Terminal

PICTURE = ROOT / "docs" / "images" / "terminal-trace.png"
COMMAND = 'graphmodel trace "Dual roles" --brief'
LINES = 34
"""As many as the picture shows; what follows is left out."""

TYPEFACE = "DejaVu Sans Mono"
HEIGHT_TO_WIDTH = 0.602
FETCHED_FONTS = re.compile(r"@font-face \{\{.*?\}\}", re.DOTALL)
GREY, WHITE = (30, 33, 39), (214, 218, 224)
RED, GREEN, YELLOW = (224, 108, 117), (152, 195, 121), (229, 192, 123)
BLUE, MAGENTA, CYAN = (97, 175, 239), (198, 120, 221), (86, 182, 194)
THEME = TerminalTheme(GREY, WHITE, [GREY, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE])


def main() -> None:
    """Runs the command and writes the picture."""
    with own_server(), tempfile.TemporaryDirectory(prefix="graphmodel-picture-") as folder:
        terminal = Terminal(Path(folder), which_neo4j())
        terminal.record("graphmodel demo")
        printed = terminal.record(f"FORCE_COLOR=1 {COMMAND} 2>/dev/null").decode("utf-8")
        beside = without_margins(terminal.run(f"{COMMAND} 2>&1 >/dev/null"))
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=drawn(printed, beside))))
    print(PICTURE.relative_to(ROOT))


def drawn(printed: str, beside: list[str]) -> str:
    """The output as SVG, below the command that was typed and above what is said beside it."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.assemble(("$ ", "bold green"), (COMMAND, "bold")))
    for line in printed.splitlines()[:LINES]:
        console.print(Text.from_ansi(line), no_wrap=True, crop=True)
    console.print("…")
    console.print(Text("\n".join(beside), style="italic yellow"))
    form = FETCHED_FONTS.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code", TYPEFACE)
    return console.export_svg(title="graphmodel", theme=THEME, code_format=form, font_aspect_ratio=HEIGHT_TO_WIDTH)


if __name__ == "__main__":
    main()
