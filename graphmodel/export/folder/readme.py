"""What whoever opens the exported folder should know of it."""

from __future__ import annotations

from graphmodel.export.folder.whole import Folder

_TEXT = """# {title}

{notice}This folder was written by `graphmodel export`. It is a study folder: its tables open in Excel, its memos in any
text editor, and

    graphmodel load {name}

makes the same graph of it. Where the study is still in your graph from the files it came from, take it out first:
`graphmodel remove {study}`.

A cell that begins with an apostrophe and one of the signs = + - @ is read without the apostrophe, which keeps
spreadsheets from computing it.
{kept_out}"""


def write_readme(folder: Folder) -> None:
    """README.md, which is not read when the folder is loaded."""
    facts, exported = folder.rows.facts, folder.exported
    notice = f"{facts['notice']}\n\n" if facts["notice"] else ""
    lines = [
        f"- {what}: {number}"
        for what, number in (
            ("participants who withdrew, left out with what they said", len(folder.rows.withdrawn)),
            ("interviews whose words are left out, for want of consent to quote", exported.withheld),
            (
                "passages of definitions, memos and notes left blank, because they repeat such words",
                folder.rows.guard.blanked,
            ),
            *exported.no_place.items(),
        )
        if number
    ]
    kept_out = "\n## What is not here\n\n" + "\n".join(lines) + "\n" if lines else ""
    name = exported.path.name
    text = _TEXT.format(
        title=facts["title"] or folder.rows.study, notice=notice, name=name, study=folder.rows.study, kept_out=kept_out
    )
    (folder.root / "README.md").write_text(text, encoding="utf-8")
