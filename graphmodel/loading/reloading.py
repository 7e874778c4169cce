"""Load a study again from its files: one that an older program loaded has no versions to go on from."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading.load import load, refuse_errors
from graphmodel.loading.plan import new_errors, plan
from graphmodel.loading.reading import read_files
from graphmodel.loading.removing import remove_study
from graphmodel.loading.report import LoadReport
from graphmodel.loading.selection import select
from graphmodel.loading.study_state import StudyState, read_study
from graphmodel.server.progress import Progress, silent
from graphmodel.store.state import State


def reload(database: Database, study: str, *, without_them: bool = False, progress: Progress = silent) -> LoadReport:
    """Load a study anew from the folder that it was loaded from, whatever program did so.

    Raises GraphmodelError, and changes nothing, where files that it was loaded from cannot be found (unless it shall be
    `without_them`), and where something in the folder cannot be loaded.
    """
    state = read_study(database, study)
    if not state.nodes:
        raise GraphmodelError(f"there is no study `{study}`", "`graphmodel studies` lists those that are there")
    folders, missing = _files(state)
    if len(folders) != 1:
        where = ", ".join(sorted(folders)) or "no folder"
        raise GraphmodelError(
            f"the study `{study}` was loaded from {where}, so it is not known what to load again",
            f"take it out with `graphmodel remove {study}`, and load its files",
        )
    if missing and not without_them:
        listed = "\n".join(f"  {path}" for path in missing)
        raise GraphmodelError(
            f"nothing was changed: {len(missing)} files that `{study}` was loaded from are not to be found:\n{listed}",
            "put them back, or into the study's folder; or add --without-them to go on without what they say",
        )
    folder = Path(folders.pop())
    _refuse_broken(database, folder, study, progress)
    remove_study(database, study)
    return load(database, [folder], command="reload", progress=progress)


def _files(state: StudyState) -> tuple[set[str], list[str]]:
    """The folders that documents were loaded from, and the files that are not there any more, or that nobody knows the
    place of."""
    folders = {str(node["root"]) for node in state.nodes.values() if node.get("root")}
    missing = {
        str(Path(str(node.get("root") or "")) / str(node["path"]))
        for node in state.nodes.values()
        if not node.get("root") or not (Path(str(node["root"])) / str(node["path"])).exists()
    }
    return folders, sorted(missing)


def _refuse_broken(database: Database, folder: Path, study: str, progress: Progress) -> None:
    """Raise what would keep the folder out, before anything is taken away."""
    selection, nothing = select(database, [folder], None), StudyState(study, State())
    if selection.study != study:
        message = f"the folder {folder} holds the study `{selection.study}` now, not `{study}`"
        raise GraphmodelError(message, f"take `{study}` out with `graphmodel remove`, and load the folder")
    read = read_files(selection, nothing, progress)
    problems = [problem for found in read.problems.values() for problem in found]
    refuse_errors([*selection.problems, *problems, *new_errors(plan(database, nothing, read))])
