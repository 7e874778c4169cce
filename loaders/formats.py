"""The formats that are read, in the order in which their loaders are asked whether a file is theirs.

A new format is a constant here and the module that it names.
"""

from __future__ import annotations

from graphmodel.errors import GraphmodelError
from graphmodel.records import Kind
from loaders.format import Format

TABLE_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xls")
_WORDS = "An interview's words, with speakers' turns"

STUDY = Format(
    id="study",
    name="study",
    kind=Kind.STUDY,
    suffixes=(".yaml",),
    reads="The study's id, title, approach, question, researchers and settings",
    module="loaders.study",
)
PARTICIPANTS = Format(
    id="participants",
    name="participants",
    kind=Kind.PARTICIPANTS,
    suffixes=TABLE_SUFFIXES,
    reads="Pseudonyms, consent, consent to be quoted, attributes",
    module="loaders.participants",
)
INTERVIEWS = Format(
    id="interviews",
    name="interviews",
    kind=Kind.INTERVIEWS,
    suffixes=TABLE_SUFFIXES,
    reads="Who gave each interview, when, how, to whom, and why",
    module="loaders.interviews",
)
CODEBOOK = Format(
    id="codebook",
    name="codebook",
    kind=Kind.CODEBOOK,
    suffixes=TABLE_SUFFIXES,
    reads="Codes, categories and themes with parents and definitions",
    module="loaders.codebook",
)
CODINGS = Format(
    id="codings",
    name="codings",
    kind=Kind.CODINGS,
    suffixes=TABLE_SUFFIXES,
    reads="Excerpts with the codes that were put to them, by whom and when",
    module="loaders.codings",
)
LINKS = Format(
    id="links",
    name="links",
    kind=Kind.LINKS,
    suffixes=TABLE_SUFFIXES,
    reads="Which literature bears on which concept or proposition, and how",
    module="loaders.links",
)
REVISIONS = Format(
    id="revisions",
    name="revisions",
    kind=Kind.REVISIONS,
    suffixes=TABLE_SUFFIXES,
    reads="What was created, renamed, merged, split or dropped, and why",
    module="loaders.revisions",
)
TRANSCRIPT_TEXT = Format(
    id="transcript-text",
    name="text transcript",
    kind=Kind.TRANSCRIPT,
    suffixes=(".txt", ".md", ".markdown"),
    reads=_WORDS,
    module="loaders.transcript_text",
)
TRANSCRIPT_DOCX = Format(
    id="transcript-docx",
    name="Word transcript",
    kind=Kind.TRANSCRIPT,
    suffixes=(".docx",),
    reads=_WORDS,
    module="loaders.transcript_docx",
)
TRANSCRIPT_ODT = Format(
    id="transcript-odt",
    name="OpenDocument transcript",
    kind=Kind.TRANSCRIPT,
    suffixes=(".odt",),
    reads=_WORDS,
    module="loaders.transcript_odt",
)
TRANSCRIPT_RTF = Format(
    id="transcript-rtf",
    name="RTF transcript",
    kind=Kind.TRANSCRIPT,
    suffixes=(".rtf",),
    reads=_WORDS,
    module="loaders.transcript_rtf",
)
TRANSCRIPT_PDF = Format(
    id="transcript-pdf",
    name="PDF transcript",
    kind=Kind.TRANSCRIPT,
    suffixes=(".pdf",),
    reads=_WORDS,
    module="loaders.transcript_pdf",
)
TRANSCRIPT_HTML = Format(
    id="transcript-html",
    name="HTML transcript",
    kind=Kind.TRANSCRIPT,
    suffixes=(".html", ".htm"),
    reads=_WORDS,
    module="loaders.transcript_html",
)
TRANSCRIPT_VTT = Format(
    id="transcript-vtt",
    name="WebVTT transcript",
    kind=Kind.TRANSCRIPT,
    suffixes=(".vtt",),
    reads="An interview's words with times and speakers",
    module="loaders.transcript_vtt",
)
TRANSCRIPT_SRT = Format(
    id="transcript-srt",
    name="SubRip transcript",
    kind=Kind.TRANSCRIPT,
    suffixes=(".srt",),
    reads="An interview's words with times",
    module="loaders.transcript_srt",
)
MEMO = Format(
    id="memo",
    name="memo",
    kind=Kind.MEMO,
    suffixes=(".md", ".markdown"),
    reads="A memo's kind, title, date, author, text and what it is about",
    module="loaders.memos",
)
THEORY = Format(
    id="theory",
    name="theory",
    kind=Kind.THEORY,
    suffixes=(".yaml", ".yml"),
    reads="Propositions and negative cases with excerpts, the core category",
    module="loaders.theory",
)
BIBTEX = Format(
    id="bibtex",
    name="BibTeX",
    kind=Kind.BIBLIOGRAPHY,
    suffixes=(".bib",),
    reads="References by key, with authors, title, year and where they appeared",
    module="loaders.bibtex",
)
RIS = Format(
    id="ris",
    name="RIS",
    kind=Kind.BIBLIOGRAPHY,
    suffixes=(".ris",),
    reads="References, with authors, title, year and where they appeared",
    module="loaders.ris",
)
CSL = Format(
    id="csl",
    name="CSL-JSON",
    kind=Kind.BIBLIOGRAPHY,
    suffixes=(".json",),
    reads="References by id, with authors, title, year and where they appeared",
    module="loaders.csl",
)
ZOTERO_RDF = Format(
    id="zotero-rdf",
    name="Zotero RDF",
    kind=Kind.BIBLIOGRAPHY,
    suffixes=(".rdf",),
    reads="References, with authors, title, year and where they appeared",
    module="loaders.zotero_rdf",
)
ENDNOTE_XML = Format(
    id="endnote-xml",
    name="EndNote XML",
    kind=Kind.BIBLIOGRAPHY,
    suffixes=(".xml",),
    reads="References, with authors, title, year and where they appeared",
    module="loaders.endnote_xml",
)
TAGUETTE_HIGHLIGHTS = Format(
    id="taguette-highlights",
    name="Taguette highlights",
    kind=Kind.PROJECT,
    suffixes=TABLE_SUFFIXES,
    reads="Highlights with their tags; highlights without a tag are not in it",
    module="loaders.taguette_highlights",
)
TAGUETTE_CODEBOOK = Format(
    id="taguette-codebook",
    name="Taguette codebook",
    kind=Kind.PROJECT,
    suffixes=TABLE_SUFFIXES,
    reads="Tags with their descriptions",
    module="loaders.taguette_codebook",
)
ATLASTI_QUOTATIONS = Format(
    id="atlasti-quotations",
    name="ATLAS.ti quotations",
    kind=Kind.PROJECT,
    suffixes=TABLE_SUFFIXES,
    reads="Quotations with their codes, comments, authors and dates",
    module="loaders.atlasti_quotations",
)
MAXQDA_SEGMENTS = Format(
    id="maxqda-segments",
    name="MAXQDA coded segments",
    kind=Kind.PROJECT,
    suffixes=TABLE_SUFFIXES,
    reads="Segments with code paths, weights, comments, authors and dates; headers in ten languages",
    module="loaders.maxqda_segments",
)
DEDOOSE_EXCERPTS = Format(
    id="dedoose-excerpts",
    name="Dedoose excerpts",
    kind=Kind.PROJECT,
    suffixes=TABLE_SUFFIXES,
    reads="Excerpts with code paths, weights, who made them and when",
    module="loaders.dedoose_excerpts",
)
NVIVO_REFERENCES = Format(
    id="nvivo-references",
    name="NVivo references",
    kind=Kind.PROJECT,
    suffixes=(".txt", ".docx", ".rtf", ".html", ".htm"),
    reads="The passages of one code, by source",
    module="loaders.nvivo_references",
)
NVIVO_CODES = Format(
    id="nvivo-codes",
    name="NVivo codes",
    kind=Kind.PROJECT,
    suffixes=TABLE_SUFFIXES,
    reads="Codes or nodes with their descriptions and, where given, paths",
    module="loaders.nvivo_codes",
)
NVIVO_SUMMARY = Format(
    id="nvivo-summary",
    name="NVivo coding summary",
    kind=Kind.PROJECT,
    suffixes=TABLE_SUFFIXES,
    reads="The report Coding Summary by Code: codes with their references, who coded them and when",
    module="loaders.nvivo_summary",
)
OPENQDA_CODINGS = Format(
    id="openqda-codings",
    name="OpenQDA codings",
    kind=Kind.PROJECT,
    suffixes=TABLE_SUFFIXES,
    reads="Selections with their codes, positions, authors and dates",
    module="loaders.openqda_codings",
)
REQUAL_SEGMENTS = Format(
    id="requal-segments",
    name="requal segments",
    kind=Kind.PROJECT,
    suffixes=TABLE_SUFFIXES,
    reads="Segments with their codes, positions and users",
    module="loaders.requal_segments",
)
WORD_COMMENTS = Format(
    id="word-comments",
    name="Word document with comments",
    kind=Kind.PROJECT,
    suffixes=(".docx",),
    reads="A transcript with its comments as codes and notes, their authors and dates",
    module="loaders.word_comments",
)
REFI_PROJECT = Format(
    id="refi-project",
    name="REFI-QDA project",
    kind=Kind.PROJECT,
    suffixes=(".qdpx", ".qde"),
    reads="Users, code tree, cases with variables, sources with their words, codings, notes, links, sets and graphs",
    module="loaders.refi",
)
REFI_CODEBOOK = Format(
    id="refi-codebook",
    name="REFI-QDA codebook",
    kind=Kind.PROJECT,
    suffixes=(".qdc",),
    reads="The code tree with definitions",
    module="loaders.refi_qdc",
)
QUALCODER_PROJECT = Format(
    id="qualcoder-project",
    name="QualCoder project",
    kind=Kind.PROJECT,
    suffixes=(".qda",),
    reads=(
        "Sources, categories, codes with sub-codes, codings with coder, date and memo, annotations, "
        "cases with attributes, journal, references"
    ),
    module="loaders.qualcoder",
)
RQDA_PROJECT = Format(
    id="rqda-project",
    name="RQDA project",
    kind=Kind.PROJECT,
    suffixes=(".rqda",),
    reads="Files, codes and their categories, codings, cases with attributes, journal, memos, annotations",
    module="loaders.rqda",
)
TAGUETTE_PROJECT = Format(
    id="taguette-project",
    name="Taguette project",
    kind=Kind.PROJECT,
    suffixes=(".sqlite3", ".sqlite", ".db"),
    reads="Documents, tags, highlights with who made them and when, the changes of the tags from the log of commands",
    module="loaders.taguette",
)

FORMATS = tuple(each for each in globals().values() if isinstance(each, Format))
"""All of the above."""
_BY_ID = {each.id: each for each in FORMATS}


def format_of(identity: str) -> Format:
    """The format of an id. Raises GraphmodelError where none has it."""
    if identity not in _BY_ID:
        hint = f"Formats that are read: {', '.join(_BY_ID)}. A newer graphmodel may read more"
        raise GraphmodelError(f"no format is called `{identity[:60]}`", hint)
    return _BY_ID[identity]


def format_for(kind: Kind, suffix: str) -> Format | None:
    """The first format of a kind of document whose files end in the suffix, None where there is none."""
    return next((each for each in FORMATS if each.kind is kind and suffix.lower() in each.suffixes), None)
