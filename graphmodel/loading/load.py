"""Load a study: bring its graph to what its documents say now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError, Problem, Severity
from graphmodel.graph.document import Document
from graphmodel.graph.kinds import ORDER
from graphmodel.loading.bringing_right import bring_right
from graphmodel.loading.locking import one_at_a_time
from graphmodel.loading.outstanding import KeptProblem, Outstanding, kept, told, unpacked
from graphmodel.loading.plan import Plan, new_errors, plan
from graphmodel.loading.quoting import write_quotes
from graphmodel.loading.reading import ReadFiles, read_files
from graphmodel.loading.report import DocumentChange, LoadReport, Status, unchanged
from graphmodel.loading.selection import Selection, select
from graphmodel.loading.study_state import StudyState, read_study
from graphmodel.loading.tally import Tally
from graphmodel.loading.writing import RoundOf
from graphmodel.migration import ensure_schema
from graphmodel.records import Kind
from graphmodel.schema import SCHEMA_VERSION
from graphmodel.server.progress import Progress, silent
from graphmodel.store.conflicts import ChangedByHand, StaleRound
from graphmodel.store.state import unfinished
from graphmodel.store.write import write_round

TRIES = 3
"""The number of times that a load is worked out, where others come first."""


def load(
    database: Database,
    paths: Sequence[Path],
    *,
    study: str | None = None,
    dry_run: bool = False,
    moved: bool = False,
    quotes: bool = False,
    repair: bool = False,
    command: str = "load",
    progress: Progress = silent,
) -> LoadReport:
    """Bring the graph to what study folders or single files of a study say now.

    `study` names the study of files that lie in no study folder; `moved` says that the study's folder lies elsewhere
    than last time; `dry_run` only finds the difference; `quotes` asks for words to be written beside positions in the
    study's own codings tables, before these are read; `repair` to compare all that stands of the study with what its
    documents say, and to write what differs; `command` is what the round is told to come from. Raises
    GraphmodelError, with every problem found, where something keeps a document out; nothing is written then.
    """
    selection = select(database, paths, study)
    if selection.settings and selection.settings.remote_allowed:
        database.permit_writing(remote=True)
    if not dry_run:
        database.permit_writing()
        ensure_schema(database)
    with one_at_a_time(selection.study, needed=not dry_run):
        for _ in range(TRIES):
            run = _Load(database, selection, dry=dry_run, moved=moved, command=command, progress=progress)
            if repair and not dry_run:
                run.bring_right()
            try:
                return run.with_quotes() if quotes and not dry_run else run.run()
            except StaleRound:
                continue
    raise GraphmodelError(
        f"another command keeps changing the study `{selection.study}`", "wait until it is done, then run this again"
    )


class _Load:
    """One attempt to load a selection into a study as it stands now."""

    def __init__(
        self,
        database: Database,
        selection: Selection,
        *,
        dry: bool,
        moved: bool,
        command: str,
        progress: Progress,
    ) -> None:
        self._database, self._selection = database, selection
        self._dry, self._command, self._progress = dry, command, progress
        self._told: list[Problem] = []
        self._state = self._read_state()
        if selection.folder and not moved:
            self._refuse_other_folder(selection.folder)
        self._refuse_namesakes()

    def _read_state(self) -> StudyState:
        state = read_study(self._database, self._selection.study, self._selection.folder)
        _refuse_other_versions(state)
        if not self._dry and unfinished(state.stored):
            self._told += bring_right(self._database, state, self._progress)
            state = read_study(self._database, self._selection.study, self._selection.folder)
        return state

    def bring_right(self) -> None:
        """Write what differs between the graph and what the documents that stand say."""
        self._told += bring_right(self._database, self._state, self._progress)

    def with_quotes(self) -> LoadReport:
        """Write words beside positions into the study's own tables, then load these as they are now: one round."""
        read = read_files(self._selection, self._state, self._progress, again=(Kind.CODINGS,))
        planned = plan(self._database, self._state, read, all_of_it=True)
        refuse_errors([*self._selection.problems, *_all(read.problems.values()), *new_errors(planned)])
        quoted = write_quotes(self._selection.sources, planned.after.values())
        report = self.run()
        report.quoted = quoted
        report.problems += [problem for each in quoted for problem in each.problems]
        return report

    def run(self) -> LoadReport:
        """Read what changed, work out the difference and write it; only work it out, when dry."""
        read = read_files(self._selection, self._state, self._progress)
        if self._is_outdated() and not self._dry:
            self.bring_right()
        if not read and not self._is_outdated() and not self._moves():
            refuse_errors([*self._selection.problems, *_all(read.problems.values())])
            return self._report(read, None, self._outstanding(read, None))
        planned = plan(self._database, self._state, read)
        refuse_errors([*self._selection.problems, *_all(read.problems.values()), *new_errors(planned)])
        outstanding = self._outstanding(read, planned)
        report = self._report(read, planned, outstanding)
        if not self._dry:
            self._write(read, planned, outstanding, report)
        return report

    def _is_outdated(self) -> bool:
        """Tell whether the graph was built by a program that builds otherwise."""
        held = self._state.stored.study.get("schemaVersion")
        return bool(self._state.versions) and held != SCHEMA_VERSION

    def _moves(self) -> bool:
        folder = str(self._selection.folder) if self._selection.folder else None
        return bool(folder) and any(node.get("root") not in (None, folder) for node in self._state.nodes.values())

    def _outstanding(self, read: ReadFiles, planned: Plan | None) -> Outstanding:
        """The problems that are outstanding after the load; of documents that it does not affect, what was outstanding
        before."""
        before = unpacked(self._state.stored.problems)
        if planned is None:
            return before
        after = planned.after
        reading = {key: found for key, found in before.reading.items() if key in after and key not in read.documents}
        building = {key: found for key, found in before.building.items() if key in after}
        for key, problems in read.problems.items():
            if problems and key in after:
                reading[key] = kept(problems, after[key].file)
        for made in planned.built_after.contributions:
            if made.document.records or not made.document.outline:
                _keep(building, made.document.key, kept(made.problems, made.document.file))
        return Outstanding(reading=reading, building=building, together=kept(planned.built_after.problems))

    def _report(self, read: ReadFiles, planned: Plan | None, outstanding: Outstanding) -> LoadReport:
        facts = self._selection.settings
        stands = self._state.stored.study
        title = facts.title if facts else stands.get("title", self._selection.study)
        notice = facts.notice if facts else stands.get("notice")
        report = LoadReport(self._selection.study, title, self._dry, notice)
        report.documents = list(unchanged((source.kind, source.name) for source in read.unchanged))
        swaps: list[Problem] = []
        if planned:
            tally = Tally(planned)
            report.documents += _changes(read, planned, tally)
            swaps = [problem for key in read.documents for problem in tally.swaps(key)]
        files = {key: self._state.file(version) for key, version in self._state.versions.items()}
        files |= {key: document.file for key, document in (planned.after.items() if planned else ()) if document.file}
        loose = [each for key, found in read.problems.items() if key.startswith("file ") for each in found]
        report.problems = [*self._told, *self._selection.problems, *loose, *swaps, *told(outstanding, files)]
        return report

    def _write(self, read: ReadFiles, planned: Plan, outstanding: Outstanding, report: LoadReport) -> None:
        of_round = RoundOf(selection=self._selection, state=self._state, read=read, plan=planned, command=self._command)
        counts = Counter(str(each.status) for each in report.documents)
        lines = {"documents": [_line(each) for each in report.documents if each.status is not Status.UNCHANGED]}
        write = of_round.write(outstanding, lines, counts)
        last = self._state.stored.round
        seen = last.number if last else None
        try:
            written = write_round(self._database, write, seen=seen, progress=self._progress)
        except ChangedByHand:
            report.problems += bring_right(self._database, self._state, self._progress)
            whole = plan(self._database, self._state, read, all_of_it=True)
            write = replace(write, difference=whole.difference)
            written = write_round(self._database, write, seen=seen, progress=self._progress)
        report.round = write.round.number if write.round else None
        report.problems += [Problem(Severity.NOTE, message) for message in written.strangers]

    def _refuse_other_folder(self, folder: Path) -> None:
        roots = {str(node["root"]) for node in self._state.nodes.values() if node.get("root")} - {str(folder)}
        if roots:
            raise GraphmodelError(
                f"the study `{self._selection.study}` was loaded from another folder: {', '.join(sorted(roots))}",
                "if the folder was moved, add --moved; if this is another study, give it another id in study.yaml",
            )

    def _refuse_namesakes(self) -> None:
        """A file from elsewhere must not take the place of the study folder's own file of that name."""
        for source in self._selection.sources:
            if source.root:
                continue
            for node in self._state.nodes.values():
                if node.get("root") and node["path"] == source.name:
                    raise GraphmodelError(
                        f"the study `{self._selection.study}` has a file {source.name} of its own, in {node['root']}",
                        f"give {source.path} another name, or put it into that folder",
                    )


def _changes(read: ReadFiles, planned: Plan, tally: Tally) -> Iterator[DocumentChange]:
    """A line for each document that is new, changed or gone, kind by kind."""
    yield from unchanged((planned.after[key].kind, _shown(planned.after[key])) for key in sorted(planned.same))
    keys = {*read.documents, *(planned.before.keys() - planned.after.keys())} - planned.same
    documents = [planned.after.get(key) or planned.before[key] for key in keys]
    documents.sort(key=lambda each: (ORDER.index(each.kind), each.key not in planned.after, each.path, each.part or ""))
    yield from (tally.of(each.key, _shown(each)) for each in documents)


def _shown(document: Document) -> str:
    """The path of a document, with its part where its file may hold several."""
    return document.path if document.part is None else f"{document.path} ({document.part})"


def _line(change: DocumentChange) -> dict[str, object]:
    return {
        "path": change.path,
        "kind": change.kind.value,
        "status": change.status.value,
        "added": change.added,
        "changed": change.changed,
        "removed": change.removed,
        "details": change.details,
    }


def _keep(building: dict[str, tuple[KeptProblem, ...]], key: str, problems: tuple[KeptProblem, ...]) -> None:
    building.pop(key, None)
    if problems:
        building[key] = problems


def _all(lists: Iterable[Sequence[Problem]]) -> list[Problem]:
    return [problem for problems in lists for problem in problems]


def refuse_errors(problems: Sequence[Problem]) -> None:
    """Raise GraphmodelError with all problems where one of them is an error."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        these = "this problem" if errors == 1 else f"these {errors} problems"
        raise GraphmodelError(
            f"nothing was loaded: fix {these} first",
            "correct what is named above and run the same command again",
            problems,
        )


def _refuse_other_versions(state: StudyState) -> None:
    """A study of an older program has no versions to build it from; one of a newer program is not understood."""
    held = state.stored.study.get("schemaVersion", 0) if state.versions or not state.nodes else 0
    if state.nodes and not state.versions:
        raise GraphmodelError(
            f"the study `{state.study}` was loaded by an older graphmodel, which kept no versions of its documents",
            f"`graphmodel reload {state.study}` loads it again from its files",
        )
    if held > SCHEMA_VERSION:
        raise GraphmodelError(
            f"the study `{state.study}` was loaded by a newer graphmodel", "install that version, or a newer one"
        )
