"""Arguments and options that name something, with what the shell completes them to."""

from __future__ import annotations

from typing import Annotated

import typer

from graphmodel.terminal.completing import complete_concept, complete_question, complete_study

StudyName = Annotated[str, typer.Argument(help="The study's id.", autocompletion=complete_study)]
StudyOption = Annotated[
    str | None,
    typer.Option("--study", help="The study; not needed where there is one only.", autocompletion=complete_study),
]
StudyOfFiles = Annotated[
    str | None,
    typer.Option(
        "--study", help="The study that files outside of a study folder belong to.", autocompletion=complete_study
    ),
]
ConceptName = Annotated[
    list[str],
    typer.Argument(
        help="A theme, category or code; where several have the name, A > B.",
        metavar="NAME",
        autocompletion=complete_concept,
    ),
]
ThemeName = Annotated[
    list[str] | None,
    typer.Argument(
        help="Only this theme (or category, or code) and what is below it.",
        metavar="[THEME]",
        show_default=False,
        autocompletion=complete_concept,
    ),
]
OpenedConceptName = Annotated[
    list[str] | None,
    typer.Argument(help="A theme, category or code to begin with.", metavar="[NAME]", autocompletion=complete_concept),
]
OpenedQuestion = Annotated[
    str | None, typer.Option("--ask", help="A question to begin with.", autocompletion=complete_question)
]
QuestionName = Annotated[
    str | None, typer.Argument(help="A question's name or number.", autocompletion=complete_question)
]
Parameters = Annotated[list[str] | None, typer.Option("--param", help="What it wants to be told, as name=value.")]
Withdrawn = Annotated[bool, typer.Option("--withdrawn", help="Count participants who withdrew as well.")]
