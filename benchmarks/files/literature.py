"""Large bibliographies as reference managers export them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.loaders.golden import SAMPLES

JOURNALS = ("Voices", "Journal of Plots", "Revista de Enfermería", "Zeitschrift für Gärten")


@dataclass(frozen=True, slots=True)
class Article:
    """What is written of one piece of literature."""

    number: int

    @property
    def key(self) -> str:
        """Its key."""
        return f"lind{1990 + self.number % 30}n{self.number}"

    @property
    def title(self) -> str:
        """Its title."""
        return f"On being told, part {self.number}: café, naïveté and «voices» in {self.number % 97} wards"

    @property
    def authors(self) -> list[tuple[str, str]]:
        """Family and given names of three of about 100 people."""
        return [
            (FAMILIES[at % len(FAMILIES)], GIVEN[at % len(GIVEN)])
            for at in (self.number, self.number // 3, 7 * self.number)
        ]

    @property
    def year(self) -> int:
        """Its year."""
        return 1990 + self.number % 30

    @property
    def journal(self) -> str:
        """Where it appeared."""
        return JOURNALS[self.number % len(JOURNALS)]


FAMILIES = tuple(
    f"{first}{last}" for first in ("Lind", "Gårdh", "Ek", "Ó Néill", "Kerr") for last in ("", "berg", "gren")
)
GIVEN = ("Bo", "Åsa", "Cy", "Inés", "Ada", "Mo", "Jørn")
LATEX = {"é": r"{\'e}", "É": r"{\'E}", "Ó": r"{\'O}", "å": r"{\aa}", "Å": r"{\AA}", "ø": r"{\o}"}


def _articles(count: int) -> Iterator[Article]:
    return map(Article, range(count))


def bib(count: int, file: Path) -> None:
    """BibTeX, its accents in LaTeX."""
    entries = (
        f"@article{{{each.key},\n  author = {{{_latex(' and '.join(map(', '.join, each.authors)))}}},\n"
        f"  title = {{{_latex(each.title)}}},\n  journal = {{{_latex(each.journal)}}},\n"
        f"  year = {{{each.year}}},\n  volume = {{{each.number % 40}}},\n  number = {{2}},\n  pages = {{10--20}},\n"
        f"  doi = {{10.1000/x.{each.number}}}\n}}\n"
        for each in _articles(count)
    )
    file.write_text("\n".join(entries), "utf-8")


def _latex(text: str) -> str:
    return "".join(LATEX.get(sign, sign) for sign in text)


def ris(count: int, file: Path) -> None:
    """RIS with CRLF."""
    entries = (
        f"TY  - JOUR\nID  - {each.key}\n{_lines(each)}\nTI  - {each.title}\nJO  - {each.journal}\n"
        f"PY  - {each.year}///\nVL  - {each.number % 40}\nIS  - 2\nSP  - 10\nEP  - 20\n"
        f"DO  - 10.1000/x.{each.number}\nER  - \n"
        for each in _articles(count)
    )
    file.write_bytes("\n".join(entries).replace("\n", "\r\n").encode())


def _lines(article: Article) -> str:
    return "\n".join(f"AU  - {family}, {given}" for family, given in article.authors)


def csl(count: int, file: Path) -> None:
    """CSL-JSON."""
    entries = [
        {
            "id": each.key, "type": "article-journal", "title": each.title, "container-title": each.journal,
            "author": [{"family": family, "given": given} for family, given in each.authors],
            "issued": {"date-parts": [[each.year]]}, "volume": str(each.number % 40), "issue": "2",
            "page": "10-20", "DOI": f"10.1000/x.{each.number}",
        }
        for each in _articles(count)
    ]  # fmt: skip
    file.write_text(json.dumps(entries, ensure_ascii=False, indent=1), "utf-8")


def zotero(count: int, file: Path) -> None:
    """Zotero's RDF, a journal within each article."""
    sample = (SAMPLES / "zotero_rdf" / "literature.rdf").read_text("utf-8")
    entries = (
        f'<bib:Article rdf:about="#item_{each.number}"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf>'
        f"<bib:Journal><dc:title>{each.journal}</dc:title><prism:volume>{each.number % 40}</prism:volume>"
        f"<dc:identifier>DOI 10.1000/x.{each.number}</dc:identifier></bib:Journal></dcterms:isPartOf>"
        f"<bib:authors><rdf:Seq>{_people(each)}</rdf:Seq></bib:authors><dc:title>{each.title}</dc:title>"
        f"<dc:date>{each.year}-05</dc:date><dc:description>Citation Key: {each.key}</dc:description>"
        "<bib:pages>10–20</bib:pages></bib:Article>\n"
        for each in _articles(count)
    )
    file.write_text(f"{sample[: sample.index('<bib:Article')]}{''.join(entries)}</rdf:RDF>", "utf-8")


def _people(article: Article) -> str:
    return "".join(
        f"<rdf:li><foaf:Person><foaf:surname>{family}</foaf:surname><foaf:givenName>{given}</foaf:givenName>"
        "</foaf:Person></rdf:li>"
        for family, given in article.authors
    )


def endnote(count: int, file: Path) -> None:
    """EndNote's XML, each text in an element that says its font."""
    entries = (
        f'<record><rec-number>{each.number}</rec-number><ref-type name="Journal Article">17</ref-type><contributors>'
        f"<authors>{_authors(each)}</authors></contributors><titles><title>{_styled(each.title)}</title><secondary-title>"
        f"{_styled(each.journal)}</secondary-title></titles><pages>{_styled('10-20')}</pages><volume>"
        f"{_styled(str(each.number % 40))}</volume><number>{_styled('2')}</number><dates><year>"
        f"{_styled(str(each.year))}</year></dates><label>{_styled(each.key)}</label></record>\n"
        for each in _articles(count)
    )
    head = '<?xml version="1.0" encoding="UTF-8" ?>\n<xml><records>'
    file.write_text(f"{head}{''.join(entries)}</records></xml>", "utf-8")


def _authors(article: Article) -> str:
    return "".join(f"<author>{_styled(f'{family}, {given}')}</author>" for family, given in article.authors)


def _styled(text: str) -> str:
    return f'<style face="normal" font="default" size="100%">{text}</style>'


LITERATURE: dict[str, Callable[[int, Path], None]] = {
    ".bib": bib, ".ris": ris, ".json": csl, ".rdf": zotero, ".xml": endnote,
}  # fmt: skip
