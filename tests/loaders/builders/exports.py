"""Exports as programs write them: `python -m tests.loaders.builders.exports FOLDER` makes one of each."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path

import openpyxl

Rows = Sequence[Sequence[object]]

TEXT = (
    "I: How did it begin?\nP1: She told me first, and then 🙂 I could say it.\nI: And after that?\n"
    "P1: We were in it together. Nobody else had been on that ward.\n"
)
TOLD, TOGETHER = "She told me first", "We were in it together."

TAGUETTE_HIGHLIGHTS: Rows = (
    ("id", "document", "tag", "content"),
    (1, "Interview 1.docx", "Telling", TOLD),
    (1, "Interview 1.docx", "Being first", TOLD),
    (2, "Interview 1.docx", "Together", TOGETHER),
)
TAGUETTE_CODEBOOK: Rows = (
    ("tag", "description", "number of highlights"),
    ("Telling", "Saying what one has, to somebody", 2),
    ("Together", "", 1),
)
ATLASTI: Rows = (
    ("ID", "Quotation Name", "Document", "Document Groups", "Quotation Content", "Comment", "Codes", "Reference",
     "Density", "Created by", "Modified by", "Created", "Modified"),
    ("1:1", "She told me…", "Interview 1", "Women", TOLD, "Compare with Ben", "Telling, at last\nBeing first", "2 - 2",
     2, "ada", "ada", "13/04/2023 10:20", "14/04/2023 08:00"),
    ("1:2", "The heart of it", "Interview 1", "Women", TOGETHER, "", "Together", "4 - 4", 1, "ben", "ada",
     "02/05/2023 09:00", "02/05/2023 09:00"),
    ("1:3", "Nobody else", "Interview 1", "Women", "Nobody else had been on that ward.", "", "", "4 - 4", 0, "ben",
     "ada", "02/05/2023 09:05", "02/05/2023 09:05"),
    ("2:1", "", "Photo", "", "", "", "Together", "", 1, "ben", "ada", "", ""),
)  # fmt: skip
MAXQDA_CODES = ("Disclosure\\Telling", "Disclosure\\Telling\\First", "Together")
MAXQDA_HEADERS = {
    "en": ("Document group", "Document name", "Code", "Beginning", "End", "Weight score", "Segment", "Author", "Created",
           "Comment"),
    "de": ("Dokumentgruppe", "Dokumentname", "Code", "Anfang", "Ende", "Gewicht", "Segment", "Autor", "Erstellt am",
           "Kommentar"),
    "es": ("Grupo de documentos", "Nombre del documento", "Código", "Inicio", "Fin", "Peso", "Segmento", "Autor",
           "Creado", "Comentario"),
    "fr": ("Groupe de documents", "Nom du document", "Code", "Début", "Fin", "Poids", "Segment", "Auteur", "Créé",
           "Commentaire"),
    "pt": ("Grupo de documentos", "Nome do documento", "Código", "Início", "Fim", "Peso", "Segmento", "Autor",
           "Criado em", "Comentário"),
    "it": ("Gruppo di documenti", "Nome del documento", "Codice", "Inizio", "Fine", "Peso", "Segmento", "Autore",
           "Creato", "Commento"),
    "nl": ("Documentgroep", "Documentnaam", "Code", "Begin", "Einde", "Gewicht", "Segment", "Auteur", "Gemaakt op",
           "Opmerking"),
    "pl": ("Grupa dokumentów", "Nazwa dokumentu", "Kod", "Początek", "Koniec", "Waga", "Fragment", "Autor",
           "Data utworzenia", "Komentarz"),
    "sv": ("Dokumentgrupp", "Dokumentnamn", "Kod", "Början", "Slut", "Vikt", "Segment", "Författare", "Skapad",
           "Kommentar"),
    "ja": ("ドキュメントグループ", "ドキュメント名", "コード", "開始", "終了", "重み", "セグメント", "作成者", "作成日", "コメント"),
}  # fmt: skip
DEDOOSE: Rows = (
    ("Media Title", "Excerpt Range", "Excerpt Creator", "Excerpt Date", "Excerpt Copy", "Resource Creator",
     "Resource Date", "Codes Applied Combined", "Code: Telling Applied", "Code: Telling Range", "Code: Telling Weight",
     "Code: Telling\\First Applied", "Code: Telling\\First Range", "Code: Telling\\First Weight"),
    ("Interview 1.docx", "26-43", "ada", "4/3/2023", TOLD, "ada", "4/1/2023", "Telling, First", True, "", "", True,
     "1-5", 4),
    ("Interview 1.docx", "96-119", "ben", "4/13/2023", TOGETHER, "ada", "4/1/2023", "Telling", True, "", "", False, "",
     ""),
)  # fmt: skip
OPENQDA: Rows = (
    ("source", "code category", "created by", "created at", "last update", "start pos", "end pos", "selection"),
    ("Interview 1", "Telling", "ada", "2024-05-03T10:11:12.000000Z", "", TEXT.index(TOLD),
     TEXT.index(TOLD) + len(TOLD), TOLD),
    ("Interview 1", "Together", "ada", "2024-05-03T10:12:00.000000Z", "", TEXT.index(TOGETHER),
     TEXT.index(TOGETHER) + len(TOGETHER), TOGETHER),
)  # fmt: skip
REQUAL: Rows = (
    ("", "doc_name", "doc_id", "code_name", "code_id", "segment_text", "segment_start", "segment_end", "user_name"),
    (1, "Interview 1", 1, "Telling", 1, TOLD, TEXT.index(TOLD) + 1, TEXT.index(TOLD) + len(TOLD), "ada"),
    (2, "Interview 1", 1, "Together", 2, TOGETHER, TEXT.index(TOGETHER) + 1, TEXT.index(TOGETHER) + len(TOGETHER),
     "ben"),
)  # fmt: skip
NVIVO_CODES: Rows = (
    ("Hierarchical Name", "Description", "Aggregate", "Files", "References"),
    ("Codes\\Disclosure", "What is told, and when", "No", 0, 0),
    ("Codes\\Disclosure\\Telling", "Saying it", "No", 3, 7),
    ("Codes\\Together", "", "Yes", 2, 4),
)
NVIVO_REFERENCES = (
    f"<Files\\\\Women\\\\Interview 1> - § 2 references coded [ 6.78% Coverage]\n\nReference 1 - 5.80% Coverage\n\n{TOLD}\n\n"
    f"Reference 2 - 0.98% Coverage\n\n{TOGETHER}\nNobody else had been on that ward.\n\n"
    "<Dateien\\\\Gespräch 2> - § 1 Referenz codiert [ 4,20% Abdeckung]\n\nReferenz 1 - 4,20% Abdeckung\n\nIch war's zuerst.\n"
)
NVIVO_SUMMARY: Rows = (
    ("", "Coding Summary By Code"),
    ("Peer support",),
    ("13/04/2023 12:00",),
    ("Aggregate", "Classification", "Coverage", "Number Of Coding References", "Reference Number", "Coded By Initials",
     "Modified On"),
    ("Code",),
    ("Codes\\\\Disclosure\\Telling",),
    ("", "Document"),
    ("", "Files\\\\Women\\Interview 1",),
    ("No", "", 0.0678, 2),
    ("", "", "", "", 1, "ABC", "13/04/2023 10:20"),
    (TOLD,),
    ("", "", "", "", 2, "BD", "02/05/2023 09:00"),
    (f"{TOGETHER}\nNobody else had been on that ward.",),
    ("", "PDF"),
    ("", "Files\\\\Interview 2",),
    ("No", "", 0.01, 1),
    ("", "", "", "", 1, "ABC", "13/04/2023 10:30"),
    ("Document",),
    ("Reports\\\\Coding Summary By Code Report", "", "Page 1 of 2"),
    ("Code",),
    ("Codes\\\\Together",),
    ("", "Document"),
    ("", "Files\\\\Women\\Interview 1",),
    ("Yes", "", 0.01, 1),
    ("", "", "", "", 1, "BD", "02/05/2023 09:01"),
    (TOGETHER,),
)  # fmt: skip


def maxqda(language: str) -> Rows:
    """Coded segments with the headers of a language."""
    told, first, together = MAXQDA_CODES
    return (
        MAXQDA_HEADERS[language],
        ("Women", "Interview 1", told, 2, 2, 0, TOLD, "ada", "13.04.2023 10:20:30", ""),
        ("Women", "Interview 1", first, 2, 2, 80, TOLD, "ada", "13.04.2023 10:21:00", "In vivo?"),
        ("Men", "Interview 2", together, 4, 4, 0, TOGETHER, "ben", "2023-04-14 09:00:00", ""),
    )


def as_csv(rows: Rows, delimiter: str = ",") -> str:
    """The rows as a CSV file."""
    whole = io.StringIO()
    csv.writer(whole, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return whole.getvalue()


def save_xlsx(rows: Rows, path: Path) -> Path:
    """The rows as the first sheet of a workbook."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([None if cell == "" else cell for cell in row])
    book.save(path)
    return path


def build(folder: Path) -> None:
    """One of each, in a folder for each format."""
    tables = {
        "taguette_highlights/highlights.csv": TAGUETTE_HIGHLIGHTS,
        "taguette_highlights/highlights.xlsx": TAGUETTE_HIGHLIGHTS,
        "taguette_codebook/codebook.csv": TAGUETTE_CODEBOOK,
        "atlasti_quotations/quotations.xlsx": ATLASTI,
        "dedoose_excerpts/excerpts.xlsx": DEDOOSE,
        "openqda_codings/codings.csv": OPENQDA,
        "requal_segments/segments.csv": REQUAL,
        "nvivo_codes/codes.xlsx": NVIVO_CODES,
        "nvivo_summary/coding-summary.xlsx": NVIVO_SUMMARY,
        "maxqda_segments/segments-de.xlsx": maxqda("de"),
        "maxqda_segments/segments-pl.csv": maxqda("pl"),
    }
    for name, rows in tables.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".xlsx":
            save_xlsx(rows, path)
        else:
            path.write_bytes(as_csv(rows, ";" if "maxqda" in name else ",").encode("utf-8-sig"))
    path = folder / "nvivo_references" / "Telling.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(NVIVO_REFERENCES.replace("\n", "\r\n").encode())


if __name__ == "__main__":
    build(Path(sys.argv[1]))
