"""A theory as Python objects, for notebooks: py2neo models of concepts, propositions, interviews, excerpts, memos and
references.

They are read only. Where one relationship joins a pair of nodes (SUBSUMED_BY, FROM, GAVE, SAID, ABOUT, CITES …) the
models follow it. py2neo keeps one relationship a pair, so what several coders or memos may say of the same pair
(CODED_AS, CONTRADICTS, BEARS_ON) comes from the questions of cypher/ask instead: those are methods, and return what
`graphmodel.ask` returns.
"""

from __future__ import annotations

from dataclasses import replace
from types import TracebackType
from typing import Any, Self

from graphmodel.database import open_database
from graphmodel.errors import GraphmodelError
from graphmodel.lookup import CONCEPT, INTERVIEW, MEMO, PARTICIPANT, Named, Names, choose_study, read_names
from graphmodel.notebook import framed
from graphmodel.questions import Answer
from graphmodel.questions import ask as ask_question
from graphmodel.read_only import Model, Property, ReadOnlyGraph, RelatedFrom, RelatedTo
from graphmodel.settings import Settings, resolve_settings

__all__ = [
    "Concept",
    "Excerpt",
    "Interview",
    "Memo",
    "Participant",
    "Proposition",
    "Reference",
    "Researcher",
    "RetiredConcept",
    "Theory",
    "Thing",
    "Turn",
]


class Theory(ReadOnlyGraph):
    """One study's theory in a running Neo4j. Use it in a `with` block, or call `close`.

    Without `settings` those of the environment or the local server are used; `study` may be left out where the graph
    holds one. It is a py2neo graph too: `theory.query("MATCH …")` reads it with Cypher of one's own. Raises
    GraphmodelError where the server or the study is not there.
    """

    def __init__(self, study: str | None = None, settings: Settings | None = None) -> None:
        self.database = open_database(settings or resolve_settings())
        try:
            self.study = choose_study(self.database, study)
        except GraphmodelError:
            self.database.close()
            raise
        used = self.database.settings
        super().__init__(used.uri, name=used.database, auth=(used.username, used.password))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections. The server goes on."""
        self.service.connector.close()
        self.database.close()

    def all(self, model: type[Model]) -> list[Any]:
        """Everything of one kind in the study, in order of key: `theory.all(Memo)`."""
        return sorted(model.match(self).where(study=self.study), key=lambda each: str(each.key))

    def find(self, model: type[Model], name: str) -> Any:
        """The one of a kind that a name, a path, a title, a former name or a key stands for, in any case.

        Raises GraphmodelError, with the nearest names, where there is none or where several have the name.
        """
        kind = model.__primarylabel__.lower()
        names = read_names(self.database, self.study) if kind in _NAMED else self._names_of(model, kind)
        return model.match(self, names.find(name, kind).key).first()

    def themes(self) -> list[Any]:
        """The concepts of level Theme, else the outermost ones: where to begin walking down `children`."""
        concepts = self.all(Concept)
        themes = [concept for concept in concepts if concept.__node__.has_label("Theme")]
        return themes or [concept for concept in concepts if not concept.parents]

    def answer(self, question: str, **parameters: object) -> Answer:
        """The answer to a question of cypher/ask about this study, as `graphmodel.questions.ask` gives it."""
        return ask_question(self.database, question, self.study, parameters)

    def _names_of(self, model: type[Model], kind: str) -> Names:
        named = (Named(kind, each.key, each.name or each.key, getattr(each, "title", None)) for each in self.all(model))
        return Names(self.study, {each.key: each for each in named})


_NAMED = (CONCEPT, INTERVIEW, MEMO, PARTICIPANT)


class _Asking(Model):
    def _ask(self, question: str, **parameters: object) -> Any:
        return framed(self._theory.answer(question, **parameters))

    @property
    def _theory(self) -> Theory:
        graph = self.__node__.graph
        if not isinstance(graph, Theory):
            raise GraphmodelError(
                f"`{self.key}` was not read through a Theory, so nothing can be asked about it",
                "read it with `theory.find` or `theory.all`",
            )
        return graph


class Thing(Model):
    """Whatever a memo may be about; as a model of its own kind where there is one."""

    @classmethod
    def wrap(cls, node: Any) -> Any:
        """The node as the model of its label."""
        model = next((each for each in _KINDS if node is not None and node.has_label(each.__name__)), None)
        return model.wrap(node) if model else super().wrap(node)


class Concept(_Asking):
    """A code, category or theme."""

    definition = Property()
    level = Property()
    origin = Property()
    stage = Property()
    dimensions = Property("properties")
    is_core = Property("isCore")
    former_names = Property("formerNames")

    parents = RelatedTo("Concept", "SUBSUMED_BY")
    children = RelatedFrom("Concept", "SUBSUMED_BY")
    merged = RelatedFrom("RetiredConcept", "MERGED_INTO")
    split_from = RelatedTo("Thing", "SPLIT_FROM")
    split_into = RelatedFrom("Concept", "SPLIT_FROM")
    memos = RelatedFrom("Memo", "ABOUT")
    sampled_by = RelatedFrom("Interview", "SAMPLED_FOR")
    subject_of = RelatedFrom("Proposition", "SUBJECT")
    object_of = RelatedFrom("Proposition", "OBJECT")

    def grounding(self, withdrawn: bool = False) -> Any:
        """Rows of ground_theme: the words at or below the concept, by concept and participant, with all coders."""
        return self._ask("ground_theme", concept=self.key, withdrawn=withdrawn)

    def voices(self, withdrawn: bool = False) -> Any:
        """Rows of measure_dominance: each participant's share of the excerpts at or below the concept."""
        return self._ask("measure_dominance", concept=self.key, withdrawn=withdrawn)

    def negative_cases(self, withdrawn: bool = False) -> Any:
        """Rows of list_negative_cases: each coder's reading of words that contradict the concept."""
        return self._ask("list_negative_cases", concept=self.key, withdrawn=withdrawn)

    def disagreements(self, withdrawn: bool = False) -> Any:
        """Rows of compare_coders: what one coder saw at or below the concept and another did not."""
        return self._ask("compare_coders", concept=self.key, withdrawn=withdrawn)

    def literature(self) -> Any:
        """Rows of list_literature: every stance of every reference on the concept and what is below it."""
        return self._ask("list_literature", concept=self.key)


class RetiredConcept(Model):
    """A concept that was given up, or that went into another."""

    definition = Property()
    former_names = Property("formerNames")

    merged_into = RelatedTo("Concept", "MERGED_INTO")
    split_into = RelatedFrom("Concept", "SPLIT_FROM")


class Proposition(Model):
    """A statement that relates a subject to an object."""

    statement = Property()
    relation = Property()

    subjects = RelatedTo("Concept", "SUBJECT")
    objects = RelatedTo("Concept", "OBJECT")


class Memo(Model):
    """A piece of analytic writing."""

    title = Property()
    kind = Property()
    text = Property()
    written_at = Property("writtenAt")

    about = RelatedTo("Thing", "ABOUT")
    cites = RelatedTo("Reference", "CITES")
    develops_into = RelatedTo("Memo", "DEVELOPS_INTO")
    developed_from = RelatedFrom("Memo", "DEVELOPS_INTO")


class Participant(Model):
    """A pseudonym, with what it consented to."""

    consent = Property()
    quote_consent = Property("quoteConsent")

    interviews = RelatedTo("Interview", "GAVE")
    said = RelatedTo("Excerpt", "SAID")
    spoke = RelatedTo("Turn", "SPOKE")


class Researcher(Model):
    """Somebody who works on the study."""

    role = Property()

    conducted = RelatedTo("Interview", "CONDUCTED")
    wrote = RelatedTo("Memo", "WROTE")
    spoke = RelatedTo("Turn", "SPOKE")


class Interview(Model):
    """A conversation. It is `withdrawn` where everybody who gave it withdrew; such interviews are among the others."""

    sequence = Property()
    date = Property()
    mode = Property()
    duration_min = Property("durationMin")
    rationale = Property()
    unnamed = Property()
    withdrawn = Property()

    participants = RelatedFrom("Participant", "GAVE")
    interviewers = RelatedFrom("Researcher", "CONDUCTED")
    turns = RelatedFrom("Turn", "PART_OF")
    excerpts = RelatedFrom("Excerpt", "FROM")
    sampled_for = RelatedTo("Concept", "SAMPLED_FOR")


class Turn(Model):
    """What one speaker said until another began: `start` and `end` are code points of the interview's transcript."""

    index = Property()
    speaker = Property()
    role = Property()
    text = Property()
    start = Property()
    end = Property()

    interviews = RelatedTo("Interview", "PART_OF")
    speakers = RelatedFrom("Thing", "SPOKE")
    excerpts = RelatedFrom("Excerpt", "SPANS")


class Excerpt(_Asking):
    """A coded span of an interview: `start` and `end` are code points of its transcript, 0-based and half-open.

    `spoken_by` says whose words they are (participant, interviewer, both, other or unknown), `participants` which
    participants are known to have said them. They are `quotable` where everybody who said them takes part and agreed to
    be quoted word for word, and `withdrawn` where anybody of them withdrew.
    """

    text = Property()
    quote = Property()
    start = Property()
    end = Property()
    verification = Property()
    spoken_by = Property("spokenBy")
    quotable = Property()
    withdrawn = Property()

    interviews = RelatedTo("Interview", "FROM")
    participants = RelatedFrom("Participant", "SAID")
    turns = RelatedTo("Turn", "SPANS")

    def codings(self, withdrawn: bool = False) -> Any:
        """Rows of trace_quote: who coded the excerpt as what, with every path from there up to an outermost concept."""
        return self._ask("trace_quote", quote=self.key, withdrawn=withdrawn)


class Reference(_Asking):
    """A piece of literature; its name is its citation key."""

    title = Property()
    authors = Property()
    year = Property()
    type = Property()
    doi = Property()

    memos = RelatedFrom("Memo", "CITES")

    def stances(self) -> Any:
        """Rows of list_literature about this reference: what it does for which concept, and through which memo."""
        answer = self._theory.answer("list_literature")
        return framed(replace(answer, rows=[row for row in answer.rows if row["reference"] == self.name]))


_KINDS: tuple[type[Model], ...] = (
    Concept,
    RetiredConcept,
    Proposition,
    Memo,
    Participant,
    Researcher,
    Interview,
    Turn,
    Excerpt,
    Reference,
)
