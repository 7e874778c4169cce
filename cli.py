"""The command line of graphmodel: each command parses, calls the library, prints. What is decided is decided below."""

from __future__ import annotations

import webbrowser
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated

import typer

from graphmodel import server as local_server
from graphmodel.browser.browse import browse as browse_study
from graphmodel.browser.kit_folder import write_kit
from graphmodel.checks import check as check_graph
from graphmodel.demo import DEMO_THEME, copy_demo, demo_folder
from graphmodel.export import Chosen, export_study
from graphmodel.formats import formats as list_formats
from graphmodel.free_query import run_query
from graphmodel.loading import load as load_paths
from graphmodel.loading import reload as reload_study
from graphmodel.loading import remove_study
from graphmodel.lookup import choose_study
from graphmodel.questions import ask as ask_question
from graphmodel.questions import find_question
from graphmodel.questions import search as search_questions
from graphmodel.report import write_map
from graphmodel.server.credentials import read_credentials
from graphmodel.studies import studies as list_studies
from graphmodel.study_facts import read_facts
from graphmodel.terminal.arguments import (
    ConceptName,
    OpenedConceptName,
    OpenedQuestion,
    Parameters,
    QuestionName,
    StudyName,
    StudyOfFiles,
    StudyOption,
    ThemeName,
    Withdrawn,
)
from graphmodel.terminal.beginning import print_new
from graphmodel.terminal.browsing import follow, print_kit
from graphmodel.terminal.changes import load_sheet
from graphmodel.terminal.checks import check_sheet
from graphmodel.terminal.demo import print_copied, print_demo
from graphmodel.terminal.exporting import print_exported
from graphmodel.terminal.formats import formats_sheet
from graphmodel.terminal.groups import command
from graphmodel.terminal.maps import print_map
from graphmodel.terminal.opening import opened
from graphmodel.terminal.options import Connection, Output, WordsOutput, number_or_all, parameters
from graphmodel.terminal.problems import limit_problems, print_problems
from graphmodel.terminal.program import Program, Status
from graphmodel.terminal.progress import progress_line
from graphmodel.terminal.questions import answer_sheet, found_sheet, print_statement, question_sheet, questions_sheet
from graphmodel.terminal.schema import schema_sheet
from graphmodel.terminal.server import print_log, status_sheet
from graphmodel.terminal.streams import stderr, stdout, words
from graphmodel.terminal.studies import studies_sheet
from graphmodel.terminal.themes import themes_sheet
from graphmodel.terminal.trace import trace_sheet
from graphmodel.themes import themes as list_themes
from graphmodel.trace import trace as trace_concept
from loaders.skeleton import create

app = typer.Typer(cls=Program, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
server = typer.Typer(no_args_is_help=True)
app.add_typer(server, name="server", help="Start, stop and look after the local Neo4j.")


def show_version(wanted: bool) -> None:
    """Shows the version and stops, where that is wanted."""
    if wanted:
        typer.echo(f"graphmodel {installed_version('graphmodel')}")
        raise typer.Exit


@app.callback()
def graphmodel(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and stop.", callback=show_version, is_eager=True)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    """Makes a grounded theory checkable: every theme can be traced to the words of participants."""


@command(app, "graphmodel demo")
def demo(
    connection: Connection,
    copy: Annotated[Path | None, typer.Option(help="Write the study's files into this folder, and load none.")] = None,
) -> None:
    """Load the teaching study, show its themes and how one of them is grounded."""
    if copy:
        print_copied(copy_demo(copy))
        return
    with opened(connection, writes=True) as (database, progress), demo_folder() as folder:
        report = load_paths(database, [folder], moved=True, progress=progress)
        traced = trace_concept(database, report.study, DEMO_THEME)
        print_demo(report, read_facts(database, report.study), list_themes(database, report.study), traced)


@command(app, "graphmodel load my-study --dry-run")
def load(
    paths: Annotated[list[Path], typer.Argument(help="A study folder, or single files of a study.")],
    connection: Connection,
    output: Output,
    study: StudyOfFiles = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change and change nothing.")] = False,
    moved: Annotated[bool, typer.Option("--moved", help="The study's folder lies elsewhere than last time.")] = False,
    write_quotes: Annotated[
        bool, typer.Option("--write-quotes", help="Write the words beside offsets in the study's own codings tables.")
    ] = False,
    repair: Annotated[
        bool, typer.Option("--repair", help="Compare all that stands with what the files say, and write what differs.")
    ] = False,
    problems: Annotated[str, typer.Option(help="How many problems to show: a number, or all.")] = "20",
) -> Status:
    """Bring the graph to what a study folder, or single files of it, say now, and show the difference."""
    limit_problems(number_or_all("--problems", problems))
    with opened(connection, writes=not dry_run) as (database, progress):
        report = load_paths(
            database,
            paths,
            study=study,
            dry_run=dry_run,
            moved=moved,
            quotes=write_quotes,
            repair=repair,
            progress=progress,
        )
        output.show(load_sheet(report))
        print_problems(stderr(), report.problems)
    return Status.FLAGGED if report.flagged else Status.DONE


@command(app, "graphmodel reload my-study")
def reload(
    study: StudyName,
    connection: Connection,
    output: Output,
    without_them: Annotated[
        bool, typer.Option("--without-them", help="Go on without files that are not to be found.")
    ] = False,
) -> Status:
    """Load a study again from its files, also one that an older graphmodel loaded."""
    with opened(connection, writes=True) as (database, progress):
        report = reload_study(database, study, without_them=without_them, progress=progress)
        output.show(load_sheet(report))
        print_problems(stderr(), report.problems)
    return Status.FLAGGED if report.flagged else Status.DONE


@command(app, "graphmodel studies")
def studies(connection: Connection, output: Output) -> None:
    """List the studies in the graph and how much each holds."""
    with opened(connection) as (database, _):
        output.show(studies_sheet(list_studies(database)))


@command(app, "graphmodel themes")
def themes(connection: Connection, output: Output, study: StudyOption = None, withdrawn: Withdrawn = False) -> None:
    """Show the themes of a study, one line each: what they are made of and what they rest on."""
    with opened(connection) as (database, _):
        chosen = choose_study(database, study)
        found = list_themes(database, chosen, withdrawn)
        output.show(themes_sheet(found, read_facts(database, chosen), withdrawn=withdrawn))


@command(app, 'graphmodel trace "Dual roles" --depth 1')
def trace(
    name: ConceptName,
    connection: Connection,
    output: WordsOutput,
    study: StudyOption = None,
    depth: Annotated[int | None, typer.Option(help="How many levels below to show.", min=0)] = None,
    quotes: Annotated[
        str | None, typer.Option(help="How many excerpts of each concept: a number, or all.", show_default="5")
    ] = None,
    brief: Annotated[
        bool, typer.Option("--brief", help="Of each category one code, of each code one excerpt.")
    ] = False,
    withdrawn: Withdrawn = False,
) -> None:
    """Show how a theme, category or code is grounded, down to the words of participants."""
    limit = number_or_all("--quotes", quotes or output.usual_quotes)
    with opened(connection) as (database, _):
        chosen = choose_study(database, study)
        found = trace_concept(database, chosen, " ".join(name), depth, limit, withdrawn)
        output.show(trace_sheet(found, all_words=output.shows_all_words, brief=brief))


@command(app, "graphmodel check")
def check(connection: Connection, output: Output, study: StudyOption = None) -> Status:
    """Compare the graph with what the documents say, and list what is outstanding in the files."""
    with opened(connection) as (database, _):
        found = check_graph(database, choose_study(database, study))
        output.show(check_sheet(found))
    return Status.FLAGGED if found.flagged else Status.DONE


@command(app, 'graphmodel ask ground_theme --param concept="Dual roles"')
def ask(
    connection: Connection,
    output: WordsOutput,
    name: QuestionName = None,
    study: StudyOption = None,
    param: Parameters = None,
    listed: Annotated[bool, typer.Option("--list", help="List the questions.")] = False,
    search: Annotated[str, typer.Option(help="List the questions with these words.")] = "",
    about: Annotated[bool, typer.Option("--about", help="Say what the question means and needs.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the question's Cypher.")] = False,
    browser: Annotated[bool, typer.Option("--browser", help="Open the answer in the Neo4j Browser.")] = False,
) -> None:
    """Ask the theory one of the questions that it can answer, or list these."""
    if name is None or listed or search:
        output.show(questions_sheet(search_questions(search)))
    elif about:
        output.show(question_sheet(find_question(name)))
    elif explain:
        print_statement(find_question(name))
    elif browser:
        browse(connection, study=study, question=name, param=param)
    else:
        with opened(connection) as (database, _):
            answer = ask_question(database, name, study, parameters(param))
            output.show(answer_sheet(answer, all_words=output.shows_all_words))


@command(app, 'graphmodel cypher "MATCH (t:Theme) RETURN t.name"')
def cypher(
    query: Annotated[str, typer.Argument(help="Cypher that reads; the server refuses to write.")],
    connection: Connection,
    output: Output,
    param: Parameters = None,
) -> None:
    """Ask the graph in Cypher; what is found is shown whole, whatever the consent."""
    with opened(connection) as (database, _):
        output.show(found_sheet(run_query(database, query, parameters(param))))


@command(app, 'graphmodel browse "Dual roles"')
def browse(
    connection: Connection,
    name: OpenedConceptName = None,
    study: StudyOption = None,
    question: OpenedQuestion = None,
    param: Parameters = None,
    kit: Annotated[
        Path | None, typer.Option(help="Open nothing; write guide, style and queries into this folder.", metavar="DIR")
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Only say where it is.")] = False,
) -> None:
    """Open the theory in the Neo4j Browser, signed in, with a guide to the study."""
    with opened(connection) as (database, progress):
        if kit:
            print_kit(write_kit(database, study, kit))
            return
        concept = " ".join(name or ())
        session = browse_study(database, study, concept, question, parameters(param), progress)
        with session:
            follow(session, shown=not no_open and webbrowser.open(session.url))


@command(app, 'graphmodel map "Dual roles" -o dual-roles.html')
def map(
    connection: Connection,
    theme: ThemeName = None,
    study: StudyOption = None,
    file: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path("theory.html"),
    quotes: Annotated[str, typer.Option(help="How many excerpts of each concept: a number, or all.")] = "20",
    memos: Annotated[bool, typer.Option("--memos/--memo-titles", help="Memos with their text, or titles only.")] = True,
) -> None:
    """Write the theory as one web page, an interactive map, for people without any Neo4j."""
    limit = number_or_all("--quotes", quotes)
    with opened(connection) as (database, _):
        chosen = choose_study(database, study)
        name = " ".join(theme or ()) or None
        print_map(write_map(database, chosen, name, file, quotes=limit, memo_texts=memos))


@command(app, "graphmodel formats --format csv")
def formats(output: Output) -> None:
    """List the formats of files that are read and written, and what each holds."""
    output.show(formats_sheet(list_formats()))


@command(app, "graphmodel schema --format csv")
def schema(output: Output) -> None:
    """List what the graph may hold: labels, properties, relationships and values, each with its meaning."""
    output.show(schema_sheet())


@command(app, "graphmodel export my-study my-study.qdpx")
def export(
    study: StudyName,
    path: Annotated[
        Path,
        typer.Argument(help="What to write: .qdpx (REFI-QDA) or .xlsx (Excel); without a suffix, a study folder."),
    ],
    connection: Connection,
    csv: Annotated[bool, typer.Option("--csv", help="Write a folder of CSV tables.")] = False,
    all_words: Annotated[bool, typer.Option("--all-words", help="With words that may not be quoted.")] = False,
    withdrawn: Annotated[bool, typer.Option("--withdrawn", help="With participants who withdrew.")] = False,
    utf16: Annotated[bool, typer.Option("--utf16", help="Count positions in UTF-16 units, as NVivo does.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there; a folder never is.")] = False,
) -> None:
    """Write a study for another program, for Excel, or as a study folder, and say what the format has no place for."""
    with opened(connection) as (database, progress):
        chosen = Chosen(all_words, withdrawn, utf16, progress)
        print_exported(export_study(database, study, path, chosen, tables=csv, overwrite=force))


@command(app, "graphmodel new my-study")
def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make.", metavar="DIR")],
    title: Annotated[str | None, typer.Option(help="The study's title.")] = None,
) -> None:
    """Make a study folder to begin with: every file in it is explained, and it loads as it is."""
    print_new(folder, create(folder, title))


@command(app, "graphmodel remove my-study")
def remove(
    study: StudyName,
    connection: Connection,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Take a study out of the graph; its files stay as they are."""
    with opened(connection, writes=True) as (database, _):
        held = remove_study(database, study, dry_run=True)
        yes or typer.confirm(f"Remove {study} with its {held['documents']} documents?", abort=True, err=True)
        remove_study(database, study)
        stdout().print(words(f"{study} is no longer in the graph; `graphmodel load` brings it back from its files"))


@command(server, "graphmodel server start")
def start() -> None:
    """Start the local Neo4j; what is missing for it is fetched."""
    with progress_line() as progress:
        running = local_server.start(progress)
    stdout().print(words(f"Neo4j {running.version} runs at {running.bolt_uri}, its Browser at {running.http_url}"))


@command(server, "graphmodel server stop")
def stop() -> None:
    """Stop the local Neo4j; the graph stays on disk."""
    stopped = local_server.stop()
    stdout().print(words("Neo4j is stopped" if stopped else "no local Neo4j was running"))


@command(server, "graphmodel server status")
def status(output: Output) -> None:
    """Show whether the local Neo4j runs, where, and how much memory it takes."""
    output.show(status_sheet(local_server.status()))


@command(server, "graphmodel server logs")
def logs(lines: Annotated[int, typer.Option(help="How many lines, from the end.")] = 50) -> None:
    """Show what the local Neo4j has printed, the latest last."""
    print_log(local_server.logs_path(), lines)


@command(server, "graphmodel server path")
def path() -> None:
    """Show the folder in which the local Neo4j keeps the graph, its log and its password."""
    typer.echo(local_server.chosen_home().folder)


@command(server, "graphmodel server password")
def password() -> None:
    """Show the password of the local Neo4j, for signing in to its Browser."""
    typer.echo(read_credentials(local_server.chosen_home()).password)


@command(server, "graphmodel server fetch --to bundle.zip")
def fetch(
    to: Annotated[Path | None, typer.Option(help="Write all parts into this zip file, for another machine.")] = None,
    source: Annotated[Path | None, typer.Option("--from", help="Take all parts from such a zip file.")] = None,
) -> None:
    """Fetch the parts of the local Neo4j, or carry them to a machine without a network."""
    with progress_line() as progress:
        if to:
            local_server.fetch_to(to, progress)
        elif source:
            local_server.fetch_from(source, progress)
        else:
            local_server.fetch(progress)
    stdout().print(words(f"all parts of Neo4j are in {to}" if to else "all parts of Neo4j are here"))


def main() -> None:
    """Runs the command line."""
    typer.main.get_command(app).main()
