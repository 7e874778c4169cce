"""The guide, the style and the saved queries as files, for a Browser that is not opened from here."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from graphmodel.browser.guide import make_guide
from graphmodel.browser.guide_adoc import guide_adoc
from graphmodel.browser.guide_html import guide_html
from graphmodel.browser.kit import kit_file
from graphmodel.browser.saved import SavedQuery, saved_queries
from graphmodel.browser.style import STYLE_FILE
from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.lookup import choose_study, read_names
from graphmodel.study_facts import StudyFacts, read_facts

ARCHIVE = "saved-queries.zip"
ABOUT = "README.txt"
FILES = (ABOUT, "guide.html", "guide.adoc", STYLE_FILE, "queries.cypher", ARCHIVE)
_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def write_kit(database: Database, study: str | None, folder: Path) -> list[Path]:
    """Write the files for a study into a folder and return them.

    Raises GraphmodelError where the folder holds anything else, or cannot be written.
    """
    names = read_names(database, choose_study(database, study))
    facts = read_facts(database, names.study)
    guide, saved = make_guide(database, names), saved_queries(database, names, facts)
    texts = {
        ABOUT: _about(facts),
        "guide.html": guide_html(guide),
        "guide.adoc": guide_adoc(guide),
        STYLE_FILE: kit_file(STYLE_FILE),
        "queries.cypher": _with_notice(facts) + "\n".join(f"{each.query.cypher};\n" for each in saved),
    }
    try:
        _begin(folder)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        _write_archive(folder / ARCHIVE, saved)
    except OSError as error:
        raise GraphmodelError(
            f"the files cannot be written: `{folder}` ({error.strerror or error})",
            "name a folder that you may write to",
        ) from error
    return [folder / name for name in FILES]


def _begin(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    others = sorted(path.name for path in folder.iterdir() if path.name not in FILES)
    if others:
        raise GraphmodelError(f"the folder holds other files: `{folder / others[0]}`", "name a new or an empty folder")


def _about(facts: StudyFacts) -> str:
    notice = f"{facts.notice}\n\n" if facts.notice else ""
    return f"{facts.title or facts.study}\n\n{notice}{kit_file('about.txt')}"


def _with_notice(facts: StudyFacts) -> str:
    return f"// {' '.join(facts.notice.split())}\n\n" if facts.notice else ""


def _write_archive(path: Path, saved: Sequence[SavedQuery]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in saved:
            name = _NOT_IN_FILE_NAMES.sub(" ", each.query.title).strip()
            archive.writestr(f"{each.folder}/{name}.cypher", each.query.cypher)
