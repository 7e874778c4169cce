"""The demo study holds together: read with csv and yaml alone, so that no loader vouches for its own example."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from ruamel.yaml import YAML

EXAMPLES = Path(__file__).parents[2] / "examples"
STUDY = EXAMPLES / "from-the-same-mad-planet"
TWELFTH = EXAMPLES / "twelfth-interview"

MEMO_KINDS = {
    "code", "analytic", "comparison", "theoretical", "sampling", "sufficiency", "reflexive",
    "methodological", "literature", "member-check", "field note",
}  # fmt: skip
STANCES = {"supports", "challenges", "extends", "sensitises", "contextualises"}
REVISIONS = {"create", "rename", "redefine", "merge", "split", "promote", "move", "retire"}
FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
LINK = re.compile(r"\[\[([^\[\]]+)\]\]")

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def parsed(text: str) -> Any:
    return YAML(typ="safe").load(text)


def several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(FOLDED)).strip()


def words_of(path: Path) -> str:
    """The transcript's text as its format keeps it, times and cue numbers left out."""
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".vtt", ".srt"):
        cues = [block.split("\n") for block in text.split("\n\n") if "-->" in block]
        return "\n".join(re.sub(r"^<v ([^>]+)>", r"\1: ", cue[-1]) for cue in (strip_blank(cue) for cue in cues))
    return text


def strip_blank(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip()]


def plain(text: str) -> str:
    """The text without timestamps and Markdown's stars."""
    return folded(re.sub(r"\[\d\d:\d\d:\d\d\]", "", text).replace("**", ""))


def stands_in(quote: str, text: str) -> bool:
    """Whether the quote's parts stand in the text in their order."""
    position = 0
    for part in (folded(part) for part in re.split(r"\[…\]|\[\.\.\.\]", quote)):
        found = text.find(part, position)
        if found < 0:
            return False
        position = found + len(part)
    return True


@dataclass(frozen=True)
class Book:
    """The codebook, with every name a table may use for a concept."""

    rows: list[Row]

    @property
    def known(self) -> dict[str, Row]:
        by_name = Counter(row["code"] for row in self.rows)
        paths = {self.path(row): row for row in self.rows}
        unique = {row["code"]: row for row in self.rows if by_name[row["code"]] == 1}
        return paths | unique | {row["id"]: row for row in self.rows if row["id"]}

    def parents(self, row: Row) -> list[Row]:
        leaves = [path.split(">")[-1].strip() for path in several(row["parent"])]
        return [next(other for other in self.rows if other["code"] == leaf) for leaf in leaves]

    def path(self, row: Row) -> str:
        parents = self.parents(row)
        return f"{self.path(parents[0])} > {row['code']}" if parents else row["code"]

    def above(self, row: Row, seen: tuple[str, ...] = ()) -> set[str]:
        """The names of the concept and of all above it; fails on a cycle."""
        assert row["code"] not in seen, f"cycle at {row['code']}"
        names = {row["code"]}
        for parent in self.parents(row):
            names |= self.above(parent, (*seen, row["code"]))
        return names


@dataclass(frozen=True)
class Memo:
    stem: str
    front: dict[str, Any]
    text: str


def memos() -> list[Memo]:
    found = []
    for path in sorted((STUDY / "memos").glob("*.md")):
        _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
        found.append(Memo(path.stem, parsed(front), text))
    return found


BOOK = Book(rows(STUDY / "codebook.csv"))
INTERVIEWS = {row["interview"]: row for row in rows(STUDY / "interviews.csv")}
PARTICIPANTS = {row["participant"]: row for row in rows(STUDY / "participants.csv")}
CODINGS = rows(STUDY / "codings.csv")
LINKS = rows(STUDY / "links.csv")
CHANGES = rows(STUDY / "revisions.csv")
MEMOS = memos()
STEMS = {memo.stem for memo in MEMOS}
THEORY = parsed((STUDY / "theory.yaml").read_text(encoding="utf-8"))
PROPOSITIONS = {proposition["id"] for proposition in THEORY["propositions"]}
REFERENCES = re.findall(r"^@\w+\{(\w+),", (STUDY / "literature.bib").read_text(encoding="utf-8"), re.M)
RESEARCHERS = {person["name"] for person in parsed((STUDY / "study.yaml").read_text(encoding="utf-8"))["researchers"]}
TEXTS = {name: words_of(STUDY / row["file"]) for name, row in INTERVIEWS.items()}


def evidence() -> Iterator[dict[str, Any]]:
    for proposition in THEORY["propositions"]:
        yield from proposition.get("supports", [])
        yield from proposition.get("contradicts", [])
    for search in THEORY["negative_cases"]:
        yield from search["found"]


def applications(stance: str = "") -> Iterator[tuple[Row, Row]]:
    """A coding's row and the codebook's row of each code in it."""
    for row in CODINGS:
        if row["stance"] == stance:
            for code in several(row["codes"]):
                yield row, BOOK.known[code]


def person(row: Mapping[str, str]) -> str:
    return INTERVIEWS[row["interview"]]["participant"]


def coders(code_name: str) -> set[str]:
    return {row["coder"] for row, code in applications() if code["code"] == code_name}


def active_people(concept: str) -> set[str]:
    return {
        person(row)
        for row, code in applications()
        if concept in BOOK.above(code) and PARTICIPANTS[person(row)]["consent"] == "active"
    }


@pytest.mark.parametrize("row", [row for row in CODINGS if row["quote"]], ids=lambda row: row["quote"][:40])
def test_a_quote_stands_in_its_transcript(row: Row) -> None:
    assert stands_in(row["quote"], plain(TEXTS[row["interview"]]))


def test_a_row_without_a_quote_names_a_span_of_whole_words() -> None:
    spans = [row for row in CODINGS if not row["quote"]]
    assert spans
    for row in spans:
        text, start, end = TEXTS[row["interview"]], int(row["start"]), int(row["end"])
        assert re.match(r".*\W$", text[:start], re.S) and text[end:].startswith("\n")
        assert 0 < len(text[start:end].strip()) == end - start


def test_a_quote_that_stands_twice_says_which_one_is_meant() -> None:
    for row in CODINGS:
        if row["quote"] and "[…]" not in row["quote"] and not row["start"]:
            times = plain(TEXTS[row["interview"]]).count(folded(row["quote"]))
            assert times == 1 or 1 <= int(row["occurrence"]) <= times, row["quote"]


def test_given_positions_hold_the_quoted_words() -> None:
    both = [row for row in CODINGS if row["quote"] and row["start"]]
    assert both
    for row in both:
        assert TEXTS[row["interview"]][int(row["start"]) : int(row["end"])] == row["quote"]


def test_evidence_of_the_theory_stands_in_its_transcript() -> None:
    for piece in evidence():
        assert stands_in(piece["quote"], plain(TEXTS[piece["interview"]])), piece["quote"]


def test_codes_coders_and_interviews_are_known() -> None:
    for row in CODINGS:
        assert row["interview"] in INTERVIEWS
        assert row["coder"] in RESEARCHERS
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"])
        for code in several(row["codes"]):
            assert code in BOOK.known, code
            assert not BOOK.known[code]["merged_into"], code


def test_in_vivo_names_are_the_words_of_an_excerpt_that_is_coded_so() -> None:
    for concept in (row for row in BOOK.rows if row["origin"] == "in_vivo"):
        quotes = [row["quote"] for row, code in applications() if code is concept]
        assert any(concept["code"].casefold() in folded(quote).casefold() for quote in quotes), concept["code"]


def test_nothing_is_coded_before_it_was_said() -> None:
    for row in CODINGS:
        assert row["date"] > INTERVIEWS[row["interview"]]["date"], row["quote"]


def test_no_coding_is_given_twice() -> None:
    seen = Counter(
        (row["interview"], row["quote"], row["occurrence"], row["start"], row["coder"], code)
        for row in CODINGS
        for code in several(row["codes"])
    )
    assert [coding for coding, times in seen.items() if times > 1] == []


def test_the_code_tree_has_no_cycle_and_levels_go_up() -> None:
    order = ["Code", "Category", "Theme"]
    for row in BOOK.rows:
        BOOK.above(row)
        for parent in BOOK.parents(row):
            assert order.index(parent["level"]) > order.index(row["level"])


def test_definitions_are_there_and_are_all_different() -> None:
    definitions = [row["definition"] for row in BOOK.rows if row["code"] != "Facing the ending"]
    assert all(definitions)
    assert len(set(definitions)) == len(definitions)


def test_memo_links_resolve_and_are_not_ambiguous() -> None:
    for memo in MEMOS:
        about = memo.front.get("about", [])
        for target in [*about, *LINK.findall(memo.text)]:
            kind, _, rest = target.rpartition(":")
            homes = {
                "": [BOOK.known, INTERVIEWS, REFERENCES, STEMS],
                "memo": [STEMS],
                "proposition": [PROPOSITIONS],
            }[kind]
            assert sum(rest in home for home in homes) == 1, (memo.stem, target)


def test_memos_cite_and_develop_what_exists() -> None:
    for memo in MEMOS:
        assert set(memo.front) <= {"kind", "title", "date", "author", "about", "cites", "develops_into"}
        assert memo.front["author"] in RESEARCHERS
        assert set(memo.front.get("cites", [])) <= set(REFERENCES), memo.stem
        assert set(LINK.findall(memo.text)) & set(REFERENCES) <= set(memo.front.get("cites", [])), memo.stem
        for later in memo.front.get("develops_into", []):
            assert later in STEMS, (memo.stem, later)
            assert str(dates()[later]) >= str(memo.front["date"]), (memo.stem, later)


def dates() -> dict[str, str]:
    return {memo.stem: str(memo.front["date"]) for memo in MEMOS}


def test_memos_do_not_speak_of_interviews_that_were_yet_to_come() -> None:
    for memo in MEMOS:
        if memo.front["kind"] == "sampling" or memo.stem.startswith("guide-"):
            continue
        for target in LINK.findall(memo.text):
            if target in INTERVIEWS:
                assert str(memo.front["date"]) >= INTERVIEWS[target]["date"], (memo.stem, target)


def test_every_reference_is_used_and_every_use_goes_through_a_memo_that_cites_it() -> None:
    cites = {memo.stem: memo.front.get("cites", []) for memo in MEMOS}
    assert {link["reference"] for link in LINKS} == set(REFERENCES)
    for link in LINKS:
        concept, proposition = link["concept"], link["proposition"]
        assert (concept in BOOK.known) != (proposition in PROPOSITIONS), link
        assert link["reference"] in cites[link["memo"]], link
    assert {link["stance"] for link in LINKS} == STANCES


def test_the_theory_names_what_exists() -> None:
    for proposition in THEORY["propositions"]:
        assert proposition["subject"] in BOOK.known and proposition["object"] in BOOK.known
    for search in THEORY["negative_cases"]:
        assert search["concept"] in BOOK.known and search["memo"] in STEMS and search["by"] in RESEARCHERS
    assert THEORY["core"] in BOOK.known


def test_revisions_agree_with_codebook_and_memos() -> None:
    former = {row[column]: row for row in BOOK.rows for column in ("was", "split_from") if row[column]}
    gone = set(former) | {"Working alliance"}
    for change in CHANGES:
        assert change["by"] in RESEARCHERS and (not change["memo"] or change["memo"] in STEMS)
        for name in several(change["before"]) + several(change["after"]):
            assert name in BOOK.known or name in gone, name
    assert {change["kind"] for change in CHANGES} == REVISIONS
    for row in BOOK.rows:
        if row["was"]:
            assert (row["was"], row["code"]) in {(c["before"], c["after"]) for c in CHANGES if c["kind"] == "rename"}
        if row["split_from"]:
            assert any(
                c["kind"] == "split" and c["before"] == row["split_from"] and row["code"] in several(c["after"])
                for c in CHANGES
            )
        if row["merged_into"]:
            assert any(
                c["kind"] == "merge" and row["code"] in several(c["before"]) and c["after"] == row["merged_into"]
                for c in CHANGES
            )


def test_the_study_is_as_large_as_it_says() -> None:
    assert len(INTERVIEWS) == 11 and len(PARTICIPANTS) == 10
    assert Counter(row["participant"] for row in INTERVIEWS.values()).most_common(1)[0] == ("P04", 2)
    for name, text in TEXTS.items():
        assert 1200 <= len(plain(text).split()) <= 2000, name
    assert len(CODINGS) >= 250 and {row["coder"] for row in CODINGS} == {"Ines", "Tom"}
    levels = Counter(row["level"] for row in BOOK.rows if not row["merged_into"])
    assert levels["Theme"] == 3 and 8 <= levels["Category"] <= 10 and 55 <= levels["Code"] <= 65
    assert len(MEMOS) >= 30 and {memo.front["kind"] for memo in MEMOS} == MEMO_KINDS
    assert len(REFERENCES) == 18 and len(THEORY["propositions"]) >= 8
    assert len({proposition["relation"] for proposition in THEORY["propositions"]}) >= 6


def test_it_says_everywhere_that_it_is_synthetic() -> None:
    assert "ynthetic" in (STUDY / "study.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert "invented" in (STUDY / "README.md").read_text(encoding="utf-8")[:200]
    assert "invented" in (TWELFTH / "README.md").read_text(encoding="utf-8")[:200]


def test_every_kind_of_file_and_every_column_occurs() -> None:
    assert {Path(row["file"]).suffix for row in INTERVIEWS.values()} == {".txt", ".md", ".docx", ".vtt", ".srt"}
    for table in (INTERVIEWS.values(), CODINGS, BOOK.rows, LINKS, CHANGES, PARTICIPANTS.values()):
        for column in next(iter(table)):
            assert any(row[column] for row in table), column
    assert any("[…]" in row["quote"] for row in CODINGS)
    assert any("\n" in row["quote"] for row in CODINGS)
    assert any(row["occurrence"] == "2" for row in CODINGS)
    curly = [row for row in CODINGS if row["quote"] and row["quote"] not in TEXTS[row["interview"]]]
    assert any("'" in row["quote"] and stands_in(row["quote"], plain(TEXTS[row["interview"]])) for row in curly)


def test_consent_differs_and_one_combination_of_attributes_is_unique() -> None:
    assert Counter(row["quote_consent"] for row in PARTICIPANTS.values())["paraphrase"] == 2
    assert [name for name, row in PARTICIPANTS.items() if row["consent"] == "withdrawn"] == ["P09"]
    combinations = Counter(tuple(row.values())[3:] for row in PARTICIPANTS.values())
    assert list(combinations.values()).count(1) == 1


def test_memos_do_not_print_the_words_of_those_who_allowed_none() -> None:
    for row in CODINGS:
        if PARTICIPANTS[person(row)]["quote_consent"] == "paraphrase" and len(row["quote"].split()) > 4:
            for memo in MEMOS:
                assert folded(row["quote"]) not in folded(memo.text)


def test_the_uncomfortable_answers_are_still_there() -> None:
    assert active_people("Dual roles") == {"P04", "P10"}
    assert len(active_people("The product of disclosure")) == 9
    assert {search["concept"] for search in THEORY["negative_cases"]} >= {"The process of disclosure", "Dual roles"}
    searched = [BOOK.above(BOOK.known[search["concept"]]) for search in THEORY["negative_cases"]]
    assert not any("The product of disclosure" in names for names in searched)
    assert [s["found"] for s in THEORY["negative_cases"] if s["concept"] == "Dual roles"] == [[]]
    assert coders("Seeing what it costs the worker") == {"Tom"}
    assert [row["code"] for row in BOOK.rows if len(several(row["parent"])) == 2] == ["Not being the only one"]
    backing = {p["id"]: {person(piece) for piece in p["supports"]} for p in THEORY["propositions"]}
    assert backing["p9"] == set() and backing["p7"] == {"P04"}
    linked = {target for memo in MEMOS for target in [*memo.front.get("about", []), *LINK.findall(memo.text)]}
    assert "proposition:p9" in linked
    categories = {row["code"] for row in BOOK.rows if row["level"] == "Category"}
    assert categories - linked == {"Facing the ending"}
    challenged = {link["concept"] for link in LINKS if link["stance"] == "challenges"}
    assert challenged == {"The process of disclosure", "The product of disclosure"}


def test_the_two_coders_disagree_in_places_only() -> None:
    by_excerpt: dict[tuple[str, str], dict[str, set[str]]] = {}
    for row, code in applications():
        labels = by_excerpt.setdefault((row["interview"], row["quote"]), {})
        labels.setdefault(row["coder"], set()).add(BOOK.path(code))
    both = [labels for labels in by_excerpt.values() if len(labels) == 2]
    alike = sum(labels["Ines"] == labels["Tom"] for labels in both)
    share_something = sum(bool(labels["Ines"] & labels["Tom"]) for labels in both)
    assert 0 < alike < len(both)
    assert 0.8 * len(both) < share_something < len(both)


def test_the_twelfth_interview_fits_the_study() -> None:
    people, table = rows(TWELFTH / "participants-row.csv"), rows(TWELFTH / "interviews-row.csv")
    assert list(people[0]) == list(next(iter(PARTICIPANTS.values()))) and people[0]["participant"] == "P11"
    assert list(table[0]) == list(next(iter(INTERVIEWS.values())))
    text = words_of(TWELFTH / table[0]["file"])
    assert 1200 <= len(plain(text).split()) <= 2000
    for row in rows(TWELFTH / "codings" / "P11-1.csv"):
        assert list(row) == list(CODINGS[0])
        assert row["quote"] in text
        assert all(code in BOOK.known for code in several(row["codes"]))
