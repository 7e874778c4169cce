"""A study of a few lines that has one of everything which a graph may hold: every label, relationship, property and
value. Nobody in it exists."""

from __future__ import annotations

from pathlib import Path

ID = "whole"

FILES = {
    "study.yaml": """
        id: whole
        title: One of everything
        approach: grounded theory
        question: What may a graph hold?
        notice: "Synthetic: made up for tests."
        levels: [Theme, Category, Code]
        researchers: [{name: AB, role: coder}, CD]
        sources: [highlights.csv]
    """,
    "highlights.csv": """
        id,document,tag,content
        1,P1-1,Tea,And with tea.
    """,
    "participants.csv": """
        participant,consent,quote_consent,age band,months
        P1,active,verbatim,20-29,14
        P2,active,paraphrase,,3.5
        P3,withdrawn,none,30-39,
    """,
    "interviews.csv": """
        interview,participant,date,sequence,mode,duration_min,interviewer,sampled_for,rationale
        P1-1,P1,2015-03-01,1,at home,62.5,AB,,The first to answer
        P2-1,P2,2015-04,2,,,CD,Beans; Tea,
        Field,P9,,,,,AB,Beans,It was there
        Walk,P1; P2,,,,,,,
    """,
    "interviews/P1-1.txt": """
        Interviewer: How did it begin?

        P1: With beans. With beans. And with tea.

        W: He's fond of “beans” - he is.
    """,
    "interviews/P2-1.vtt": """
        WEBVTT

        00:01.000 --> 00:04.000
        <v Interviewer>And you?

        00:04.500 --> 00:06.000
        <v P2>I came for the tea.
    """,
    "interviews/P3-1.txt": """
        Interviewer: And you?

        P3: I would rather not say.
    """,
    "interviews/Walk.txt": """
        We went round the plots.

        We said little.
    """,
    "codebook.csv": """
        code,parents,level,definition,properties,origin,stage,id,was,merged_into,split_from,guids
        Company,,Theme,What is kept,,sensitising,theoretical,,,,,
        Growing,Company,Category,,pace: slow…fast,data,focused,,,,,
        Beans,Growing,Code,,,in_vivo,initial,c1,Runner beans,,Vegetables,6F9619FF-8B86-D011-B42D-00CF4FC964FF
        Tea,Growing,Code,,,literature,,,,,Beans,
        Peas,,,,,,,,,,,
        Pulses,,,Beans and their like,,,,c2,Legumes,Beans,,
        Biscuits,,,,,,,,,Tea,,
    """,
    "codings.csv": """
        interview,quote,start,end,occurrence,codes,coder,date,note,stance
        P1-1,How did it begin?,,,,Beans,AB,2015-03-05,,
        P1-1,And with tea.,,,,Tea,AB,2015-03-05,He laughs,
        P1-1,With beans.,,,2,Beans,CD,,,
        P1-1,How did it begin? With beans.,,,,Beans,AB,,,
        P1-1,He's fond of "beans" - he is.,,,,Beans,AB,,,contradicts
        P1-1,With beans. And,4,19,,Beans,AB,,,
        P1-1,,37,41,,Beans,AB,,,
        P1-1,Nobody said this.,,,,Weather,XY,,,
        Field,Notes of the day.,,,,Tea,,,,
        ,From nowhere.,,,,Tea,,,,
        Shed,It was dark.,,,,Tea,,,,
        P2-1,I came for the tea.,,,,Tea,AB,,,
        P3-1,I would rather not say.,,,,Tea,AB,,,
        Walk,We said little.,,,,Tea,AB,,,
    """,
    "theory.yaml": """
        propositions:
          - id: p1
            subject: Beans
            relation: leads_to
            object: Tea
            statement: Who comes for beans stays for tea.
            supports:
              - {interview: P1-1, quote: And with tea., coder: AB, date: 2015-04-01, note: So he says}
              - {interview: P1-1, quote: And  with tea.}
            contradicts:
              - {interview: P2-1, quote: I came for the tea., coder: AB, date: 2015-04-01, note: Not she}
              - {interview: P1-1, quote: He's fond of "beans" - he is.}
          - {id: p2, subject: Beans, relation: condition_for, object: Tea}
          - {id: p3, subject: Beans, relation: context_for, object: Tea}
          - {id: p4, subject: Beans, relation: strategy_for, object: Tea}
          - {id: p5, subject: Beans, relation: consequence_of, object: Tea}
          - {id: p6, subject: Beans, relation: contingent_on, object: Tea}
          - {id: p7, subject: Beans, relation: covaries_with, object: Tea}
          - {id: p8, subject: Beans, relation: contrasts_with, object: Tea}
          - {id: p9, subject: Beans, relation: phase_of, object: Tea}
          - {id: p10, subject: Beans, relation: type_of, object: Tea}
        negative_cases:
          - {concept: Company, sought: 2015-05-01, by: AB, memo: one, found: []}
          - {concept: Growing, found: []}
        core: Company
    """,
    "memos/one.md": """
        ---
        kind: code
        title: The first
        date: 2015-04-02
        author: AB
        about: [Beans, P1-1, mead2001, "memo:two", "proposition:p1", "participant:P1"]
        cites: [mead2001, nobody2000]
        develops_into: [two, three]
        ---
        On beans.
    """,
    "memos/two.md": "Two.",
    **{
        f"memos/{kind}.md": f"---\nkind: {kind}\n---\nOn it."
        for kind in (
            *("analytic", "comparison", "theoretical", "sampling", "sufficiency", "reflexive"),
            *("methodological", "literature", "member-check", "field note"),
        )
    },
    "literature.bib": """
        @article{mead2001, title = {Peer support}, author = {Mead, Shery and Hilton, David}, year = {2001},
          journal = {Psychiatric Rehabilitation Journal}, volume = {25}, number = {2}, pages = {134--141},
          doi = {10.1037/h0095032}}
        @misc{untitled, author = {Mead, Shery}}
    """,
    "links.csv": """
        reference,concept,proposition,stance,memo,date,note
        mead2001,Beans,,supports,one,2015-02-01,As we do
        mead2001,Beans,,challenges,,,
        mead2001,Beans,,extends,,,
        mead2001,Beans,,sensitises,,,
        mead2001,Beans,,contextualises,,,
        mead2001,,p1,,,,
        mead2001,,p11,,,,
    """,
    "revisions.csv": """
        date,kind,before,after,by,memo,note
        2015-03-06,create,,Beans,AB,one,The first
        ,rename,Runner beans,Beans,,,
        ,redefine,Beans,Beans,,,
        ,merge,Pulses; Beans,Beans,,,
        ,split,Vegetables,Beans; Peas,,,
        ,promote,Growing,Growing,,,
        ,move,Tea,Tea,,,
        ,retire,Soil,,,,
    """,
}
FROM_ELSEWHERE = '[{"id": "glaser1967", "title": "The Discovery of Grounded Theory"}]\n'
BARE = "id: bare\n"


def make_whole_study(folder: Path) -> Path:
    """Write the study into a new folder and return it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_unindented(text), encoding="utf-8")
    return folder


def _unindented(text: str) -> str:
    lines = text.strip("\n").split("\n")
    return "\n".join(line.removeprefix("        ") for line in lines).rstrip() + "\n"
