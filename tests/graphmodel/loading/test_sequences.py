"""Any sequence of edits and loads of a study ends in the graph that one load of its last state makes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.checks import check
from graphmodel.database import Database
from graphmodel.loading import load, remove_study
from tests.graphmodel.snapshot import edges, nodes

STUDY = "id: s\ntitle: A study\nresearchers: [{name: AB}]\n"
FIRST = "Interviewer: How did it start?\n\nP01: I was seen as a person. Not a case.\n\nInterviewer: And then?\n\nP01: We talked as mates.\n"
SECOND = "Interviewer: Tell me.\n\nP02: It was tenuous, it was a job. I was seen as a person.\n"

VARIANTS: dict[str, list[str]] = {
    "study.yaml": [STUDY, STUDY + "levels: [Theme, Category, Code]\n"],
    "participants.csv": [
        "participant,consent,quote_consent,region\nP01,active,verbatim,North\nP02,active,none,South\n",
        "participant,consent,quote_consent\nP01,withdrawn,none\n",
    ],
    "interviews.csv": [
        "interview,participant,date,interviewer,sampled_for\nP01-1,P01,2015-01-02,AB,Being seen\nP02-1,P02,2015,CD,\n",
        "interview,participant,date\nP02-1,P01,2015-03\n",
        "interview,file,sampled_for\nP03-1,P01-1.txt,Mates; B7\n",
    ],
    "codebook.csv": [
        "code,parent,definition\nDisclosure,,The process\nBeing seen,Disclosure,As a person\nMates,Disclosure,\n",
        "code,parent,definition,id\nDisclosure,,The process,d1\nBeing seen,Disclosure,As a person,b7\nTenuous,,,t1\n",
        "code,parent,definition,was\nDisclosing,,The process,Disclosure\nBeing seen,Disclosing,Seen,\nMates,Being seen,,\n",
        "code,parent,definition,was\nDisclosure,,,\nSeen as a person,Disclosure,Whole,Being seen\nMates,,,\n",
        "code,parent,merged_into\nBeing seen,,\nMates,,Being seen\nP01-1,,\n",
        "code,parent,merged_into,was,id\nTwo,,,,\nBeing seen,Two,,,\nPeople,Two > Being seen,,,b7\n"
        "Gone,,People,Mates,t1\n",
        "code\n",
    ],
    "codings.csv": [
        "interview,quote,codes,date\nP01-1,seen as a person,Being seen,2015-02-01\nP01-1,We talked as mates,Mates; Being seen,2015-02\n",
        "interview,quote,codes,date\nP01-1,seen as a person,being  seen; Disclosure > Being seen,2015-02-01\nP02-1,it was a job,Tenuous,\n",
        "interview,quote,codes,stance\nP01-1,I was […] a case,Being seen,\nP01-1,as mates,Tenuous,contradicts\nP02-1,nowhere said,Mates,\n",
        "interview,quote,codes\n,seen as a person,Being seen\nP01-1,seen as a person,B7\n",
        "interview,quote,codes,date,note\nP01-1,seen as a person,b7,2016,One\n"
        "P01-1,seen  as a person,Being seen,2015,Two\n",
        "interview,quote,codes\n",
    ],
    "codings/second.csv": [
        "interview,quote,codes,coder,date\nP01-1,seen as a person,Being seen,CD,2015-03-01\nP02-1,seen as a person,Being seen,,\n",
        "interview,quote,codes,coder,date\nP01-1,seen as a person,Being seen,AB,2015-01-15\nP01-1,Not a case,Seen as a person,CD,\n",
    ],
    "interviews/P01-1.txt": [
        FIRST,
        FIRST.replace("Not a case", "I was never a case"),
        FIRST.replace("How did it start?", "Where would you like to begin today?"),
        FIRST.replace("seen as  a", "seen").replace("mates", "friends").replace("I was seen", "I  was\tseen"),
    ],
    "interviews/P02-1.txt": [SECOND, "P02: It was a job.\n" + SECOND],
    "memos/one.md": [
        "---\nkind: analytic\ndate: 2015-04\nauthor: AB\ncites: [hill2001]\n---\nOn [[Being seen]] and [[P01-1]], see [[memo:two]].\n",
        "---\nkind: theoretical\nabout: [Mates]\ndevelops_into: [two]\n---\nAbout [[Disclosure]], [[hill2001]] and [[two]].\n",
        "On [[interview:P01-1]], [[P01-1]], [[memo:two]], [[b7]] and [[Two > Being seen]].\n",
    ],
    "memos/two.md": ["---\nkind: reflexive\n---\nNothing links here: [[Tenuous]].\n"],
    "theory.yaml": [
        "propositions:\n  - {id: p1, subject: Disclosure, relation: leads_to, object: Being seen,"
        " supports: [{interview: P01-1, quote: seen as a person}], contradicts: [{interview: P02-1, quote: it was a job}]}\n"
        "negative_cases:\n  - {concept: Mates, sought: 2015-04-02, by: AB, memo: two, found: [{interview: P01-1, quote: Not a case}]}\n"
        "core: Disclosure\n",
        "negative_cases:\n  - {concept: Being seen, sought: 2015-05, by: CD, memo: one, found: []}\ncore: Mates\n",
    ],
    "literature.bib": [
        "@article{hill2001, title={Self-disclosure}, author={Hill, Clara and Knox, Sarah}, year={2001}}\n",
        "@article{hill2001, title={Self-disclosure}, author={Hill, C.}, year={2001}}\n@book{two, title={Two}, year={1999}}\n",
    ],
    "links.csv": [
        "reference,concept,stance,memo\nhill2001,Disclosure,supports,one\nhill2001,Being seen,challenges,two\n",
        "reference,concept,proposition,stance\nhill2001,,p1,extends\ntwo,Mates,,supports\n",
    ],
    "revisions.csv": [
        "date,kind,before,after,by,memo\n2015-03-01,rename,Disclosing,Disclosure,AB,one\n2015-04-01,merge,Mates; Being seen,Being seen,AB,\n",
        "date,kind,before,after,by\n2015-05,retire,Tenuous,,CD\n",
    ],
}

EDITS = st.sampled_from(sorted(VARIANTS)).flatmap(
    lambda name: st.tuples(
        st.just(name),
        st.sampled_from(
            [*range(len(VARIANTS[name])), None] if name != "study.yaml" else list(range(len(VARIANTS[name])))
        ),
        st.sampled_from(["file", "folder", "later"]),
    )
)


@given(st.lists(EDITS, min_size=1, max_size=14))
@settings(
    max_examples=int(os.environ.get("GRAPHMODEL_EXAMPLES", "25")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_last_state_is_what_counts(graph: Database, edits: list[tuple[str, int | None, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, "study.yaml", 0)
        if "s" in {row["study"] for row in graph.read("MATCH (s:Study) RETURN s.key AS study")}:
            remove_study(graph, "s")
        for file, variant, then in edits:
            _write(folder, file, variant)
            if then != "later":
                path = folder / file if then == "file" and variant is not None else folder
                dry = load(graph, [path], dry_run=True)
                real = load(graph, [path])
                assert (dry.documents, dry.problems) == (real.documents, real.problems)
        load(graph, [folder])
        reached = nodes(graph), edges(graph)
        assert list(check(graph, "s").findings) == []
        again = load(graph, [folder])
        remove_study(graph, "s")
        load(graph, [folder])
        assert not again.written
        assert reached[0] == nodes(graph)
        assert reached[1] == edges(graph)


def _write(folder: Path, file: str, variant: int | None) -> None:
    path = folder / file
    if variant is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(VARIANTS[file][variant], encoding="utf-8")
