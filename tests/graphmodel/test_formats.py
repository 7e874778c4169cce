from __future__ import annotations

import json

from typer.testing import CliRunner

from cli import app
from graphmodel.formats import formats
from loaders.formats import FORMATS


def test_every_module_is_listed_once_with_what_it_says_of_itself() -> None:
    read = [each for each in formats() if each.use == "read"]
    assert len(read) == len(FORMATS)
    assert len({each.name for each in read}) == len(read)
    maxqda = next(each for each in read if each.name == "MAXQDA coded segments")
    assert maxqda.suffixes == (".csv", ".tsv", ".xlsx", ".xls")
    assert maxqda.holds == "project"


def test_the_command_lists_them() -> None:
    done = CliRunner().invoke(app, ["formats", "--format", "json"])
    assert done.exit_code == 0
    listed = json.loads(done.stdout)
    names = [row["format"] for row in (listed if isinstance(listed, list) else listed["rows"])]
    assert names == [each.name for each in formats()]
