"""REFI-QDA projects as programs write them, for samples and tests: `python -m tests.loaders.builders.refi FOLDER`."""

from __future__ import annotations

import io
import sys
import uuid
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from loaders.offset_readings import Breaks, Reading, Unit

NAMESPACE = "urn:QDA-XML:project:1.0"
NVIVO = Reading(Unit.UTF16, Breaks.STORED)
DAY = "2024-03-02T09:30:00Z"


def tag(name: str, /, *inside: str, **attributes: object) -> str:
    """An element; what is None is left out."""
    written = "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items() if value is not None)
    return f"<{name}{written}>{''.join(inside)}</{name}>"


def text(name: str, words: str) -> str:
    """An element of words."""
    return f"<{name}>{escape(words)}</{name}>"


def package(xml: str, parts: Mapping[str, bytes], qde: str = "project.qde") -> bytes:
    """A .qdpx, the same bytes for the same contents."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in {qde: xml.encode(), **parts}.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def document(
    *parts: str, origin: str = "NVivo for Windows 14", namespace: str = NAMESPACE, **attributes: object
) -> str:
    """The XML of a project."""
    declared = tag("Project", *parts, name="A project", origin=origin, xmlns=namespace, **attributes)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{declared}'


@dataclass
class Writer:
    """A program that writes projects: how it spells GUIDs, which it makes of labels and a seed; how it counts."""

    seed: str = "first"
    reading: Reading = NVIVO
    origin: str = "NVivo for Windows 14"
    spelling: Callable[[str], str] = str
    crlf: bool = True
    bom: bool = True
    keeps_quotes: bool = False
    parts: dict[str, bytes] = field(default_factory=dict)

    def guid(self, label: str) -> str:
        """The GUID of what a label names, in this program's spelling."""
        return self.spelling(str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.seed}/{label}")))

    def code(self, name: str, *inside: str, label: str | None = None, about: str = "") -> str:
        """A code with those below it."""
        described = text("Description", about) if about else ""
        return tag("Code", described, *inside, guid=self.guid(f"code {label or name}"), name=name, isCodable="true")

    def position(self, words: str, index: int) -> int:
        """Where a character stands, as this program counts."""
        before = words[:index]
        if self.reading.breaks is not Breaks.ONE and self.crlf:
            before = before.replace("\n", "\r\n")
        if self.bom and self.reading.bom:
            before = "\ufeff" + before
        if self.reading.unit is Unit.CODE_POINT:
            return len(before)
        encoding = "utf-16-le" if self.reading.unit is Unit.UTF16 else "utf-8"
        return len(before.encode(encoding)) // (2 if self.reading.unit is Unit.UTF16 else 1)

    def selection(self, words: str, quote: str, *inside: str, kind: str = "PlainTextSelection") -> str:
        """A passage, by its words."""
        start = words.index(quote)
        return tag(
            kind,
            *inside,
            guid=self.guid(f"selection {quote}"),
            name=quote if self.keeps_quotes else "",
            startPosition=self.position(words, start),
            endPosition=self.position(words, start + len(quote)) - self.reading.inclusive,
            creatingUser=self.guid("user Ada"),
            creationDateTime=DAY,
        )

    def coding(self, code: str, *notes: str, user: str = "Ada", date: str = DAY) -> str:
        """A coding with a code, by its label."""
        reference = tag("CodeRef", targetGUID=self.guid(f"code {code}"))
        noted = "".join(self.note_ref(note) for note in notes)
        guid = self.guid(f"coding {code} {user} {uuid.uuid5(uuid.NAMESPACE_URL, ''.join(self.parts))}")
        return tag("Coding", reference, noted, guid=guid, creatingUser=self.guid(f"user {user}"), creationDateTime=date)

    def note_ref(self, note: str) -> str:
        """A reference to a note."""
        return tag("NoteRef", targetGUID=self.guid(f"note {note}"))

    def source(self, name: str, words: str, *inside: str, label: str | None = None) -> str:
        """A text source whose words are a part of the package."""
        part = f"{self.guid(f'text {label or name}').strip('{}')}.txt"
        stored = words.replace("\n", "\r\n") if self.crlf else words
        self.parts[f"Sources/{part}"] = (("\ufeff" if self.bom else "") + stored).encode()
        return tag(
            "TextSource",
            *inside,
            guid=self.guid(f"source {label or name}"),
            name=name,
            plainTextPath=f"internal://{part}",
            richTextPath=f"internal://{part.replace('.txt', '.docx')}",
            creatingUser=self.guid("user Ada"),
            creationDateTime=DAY,
        )

    def value(self, variable: str, value: str, kind: str = "TextValue") -> str:
        """What a variable is."""
        return tag("VariableValue", tag("VariableRef", targetGUID=self.guid(f"variable {variable}")), text(kind, value))

    def variables(self, **kinds: str) -> str:
        """The variables of a project with their types; `_` in a name is a blank."""
        named = [(name.replace("_", " "), kind) for name, kind in kinds.items()]
        return tag(
            "Variables",
            *(tag("Variable", guid=self.guid(f"variable {n}"), name=n, typeOfVariable=kind) for n, kind in named),
        )

    def users(self, *names: str) -> str:
        """The users of a project."""
        return tag("Users", *(tag("User", guid=self.guid(f"user {name}"), name=name) for name in names))

    def link(self, name: str, origin: str, target: str, *inside: str) -> str:
        """A link between two things, by their labels."""
        return tag(
            "Link",
            *inside,
            guid=self.guid(f"link {name} {origin} {target}"),
            name=name,
            direction="OneWay",
            originGUID=self.guid(origin),
            targetGUID=self.guid(target),
        )


FIRST = (
    "Ada: How did you come to the café? ☕\n"
    "Maya: I was 😀 to be heard by somebody who had been there too.\n"
    "Ada: And then?\n"
    "Maya: It turned into a job, and that was hard. We were friends and colleagues at once.\n"
)
SECOND = "Ada: Tell me about the café.\nRuth: Nobody asked me anything there, 😶 and I liked that. I went every week.\n"
PDF = "Leaflet of the café\nCome as you are. Nobody has to tell anything.\n"


def rich(writer: Writer, *, sources: Sequence[str] = (), rename: Mapping[str, str] | None = None) -> bytes:
    """A project in which everything stands that a reader has to place. `sources` are further ones; `rename` gives codes
    other names under the same GUIDs."""
    w, renamed = writer, rename or {}

    def code(name: str, *inside: str, **more: str) -> str:
        return w.code(renamed.get(name, name), *inside, label=more.pop("label", name), **more)

    codes = tag(
        "CodeBook",
        tag(
            "Codes",
            code(
                "Relationship",
                code("Being heard", about="Somebody listens who knows"),
                code("Dual roles", code("Other", label="other of roles")),
            ),
            code("Silence", code("Other", label="other of silence"), code("Liked", w.note_ref("on liked"))),
        ),
    )
    first = w.source(
        "Interview 1.docx",
        FIRST,
        text("Description", "Held in the back room"),
        w.selection(
            FIRST,
            "😀 to be heard by somebody",
            w.coding("Being heard", "of a coding"),
            w.coding("Being heard", user="Ben"),
        ),
        w.selection(FIRST, "friends and colleagues", text("Description", "both!"), w.coding("Dual roles")),
        w.selection(FIRST, "It turned into a job", text("Description", "When was that?")),
        w.selection(FIRST, "that was hard", w.note_ref("on a passage")),
        w.selection(FIRST, "How did you", ""),
        tag("Coding", tag("CodeRef", targetGUID=w.guid("case Maya")), guid=w.guid("coding of a case")),
    )
    second = w.source(
        "Interview 2.docx",
        SECOND,
        w.selection(SECOND, "Nobody asked me anything there", w.coding("other of silence")),
        w.selection(SECOND, "I liked that", w.coding("Liked", date="2024-03-05T00:00:00")),
        w.value("interview date", "2024-02-01"),
    )
    namesake = w.source("Interview 2", "Ruth: A second talk, by telephone.\n", label="second of a name")
    leaflet = tag(
        "PDFSource",
        tag(
            "PDFSelection",
            w.coding("Silence"),
            guid=w.guid("selection Nobody has to tell anything"),
            page="0", firstX="1", firstY="2", secondX="3", secondY="4",
        ),
        w.source("Leaflet", PDF, w.selection(PDF, "Nobody has to tell anything", w.coding("Silence"))).replace(
            "TextSource", "Representation"
        ),
        guid=w.guid("source leaflet"),
        name="Leaflet.pdf",
        path="internal://leaflet.pdf",
    )  # fmt: skip
    film = tag(
        "VideoSource",
        tag("VideoSelection", w.coding("Liked"), guid=w.guid("scene"), begin="1500", end="62000"),
        guid=w.guid("source film"),
        name="Opening day.mp4",
        path="relative:///film.mp4",
    )
    cases = tag(
        "Cases",
        tag(
            "Case",
            text("Description", "Came with a friend"),
            w.value("age group", "30s"),
            w.value("years", "3", "IntegerValue"),
            w.value("e-mail", "maya@example.org"),
            tag("SourceRef", targetGUID=w.guid("source Interview 1.docx")),
            guid=w.guid("case Maya"),
            name="Maya",
        ),
        tag(
            "Case",
            w.value("age group", "60s"),
            w.value("quote consent", "verbatim"),
            tag("SourceRef", targetGUID=w.guid("source Interview 2.docx")),
            tag("SourceRef", targetGUID=w.guid("source second of a name")),
            guid=w.guid("case Ruth"),
            name="Ruth",
        ),
        tag(
            "Case",
            w.value("region", "North"),
            tag("SourceRef", targetGUID=w.guid("source Interview 2.docx")),
            guid=w.guid("case without a name"),
        ),
    )
    notes = tag(
        "Notes",
        note(w, "on liked", "On liking it", "Silence may be wanted.", date="2024-03-03T08:00:00Z"),
        note(w, "of a coding", "", "said with a laugh"),
        note(w, "on a passage", "", "Ask what was hard."),
        note(w, "linked", "Two kinds of quiet", "See also the first memo."),
    )
    links = tag(
        "Links",
        w.link("", "note linked", "code Silence"),
        w.link("", "note linked", "note on liked"),
        w.link("", "note linked", "selection friends and colleagues"),
        w.link("is cause of", "code Being heard", "code Relationship"),
        w.link("next to", "source film", "source leaflet"),
    )
    sets = tag(
        "Sets",
        tag(
            "Set",
            tag("MemberCode", targetGUID=w.guid("code Silence")),
            tag("MemberSource", targetGUID=w.guid("source Interview 1.docx")),
            guid=w.guid("set quiet"),
            name="Quiet",
        ),
        tag("Set", guid=w.guid("set empty"), name="Empty"),
    )
    variables = w.variables(
        age_group="Text",
        years="Integer",
        region="Text",
        quote_consent="Text",
        interview_date="Date",
        **{"e-mail": "Text"},
    )
    body = tag("Sources", first, second, namesake, leaflet, film, *sources)
    xml = document(w.users("Ada", "Ben"), codes, variables, cases, body, notes, links, sets, origin=w.origin)
    return package(xml, w.parts)


def note(w: Writer, label: str, name: str, words: str, date: str = DAY) -> str:
    """A note with its words inside it."""
    return tag(
        "Note",
        text("PlainTextContent", words),
        guid=w.guid(f"note {label}"),
        name=name,
        creatingUser=w.guid("user Ben"),
        creationDateTime=date,
    )


def codebook(w: Writer, namespace: str = "urn:QDA-XML:codebook:1.0") -> bytes:
    """A codebook as Taguette writes it, with an empty list of sets."""
    tree = tag("Codes", w.code("Silence", w.code("Liked", about="and why")), w.code("Being heard"))
    xml = tag("CodeBook", tree, "<Sets/>", xmlns=namespace, origin="Taguette 1.4")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{xml}'.encode()


def samples(folder: Path) -> None:
    """Write the samples that lie beside the golden records."""
    bare = Writer(seed="bare", spelling=lambda guid: "{" + guid.upper() + "}")
    inline = tag(
        "TextSource",
        text("PlainTextContent", "Maya: I was heard. 😀\nRuth: So was I."),
        tag("PlainTextSelection", bare.coding("Heard"), guid=bare.guid("s"), startPosition="22", endPosition="36"),
        tag("PlainTextSelection", bare.coding("Heard"), guid=bare.guid("t"), startPosition="6", endPosition="17"),
        guid=bare.guid("source"),
        name="Talk",
    )
    book = tag("CodeBook", tag("Codes", bare.code("Heard")))
    xml = document(
        bare.users("Ada"), book, tag("Sources", inline), origin="MAXQDA 2022", namespace="urn:QDA-XML:project:0:4"
    )
    for name, content in {
        "refi/cafe.qdpx": rich(Writer()),
        "refi/bare.qde": xml.encode(),
        "refi_qdc/codebook.qdc": codebook(Writer(seed="book")),
    }.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    samples(Path(sys.argv[1]))
