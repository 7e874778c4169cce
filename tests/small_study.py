"""A study of a few lines for tests of the whole program: two participants, of whom one may not be quoted."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "study.yaml": (
        "id: small\ntitle: A small study\nnotice: Made up for tests.\nresearchers: [AB]\n"
        "levels: [Theme, Category, Code]\n"
    ),
    "participants.csv": "participant,consent,quote_consent\nP01,active,verbatim\nP02,active,none\n",
    "interviews/P01-1.txt": "Interviewer: How is it?\nP01: She was like a friend to me. I never knew where we stood.\n",
    "interviews/P02-1.txt": "Interviewer: How is it?\nP02: He told me about his own time in hospital.\n",
    "codebook.csv": (
        "code,parents,level,definition\n"
        "Dual roles,,Theme,Friend and professional at once\n"
        "Being friends,Dual roles,Category,\n"
        "Like a friend,Being friends,Code,\n"
        "Not knowing where we stand,Being friends,Code,\n"
        "Disclosure,,Theme,\n"
        "Telling one's own story,Disclosure,Code,\n"
    ),
    "codings.csv": (
        "interview,quote,codes,coder,date,stance\n"
        "P01-1,She was like a friend to me.,Like a friend,AB,2015-04-02,\n"
        "P01-1,I never knew where we stood.,Not knowing where we stand,AB,2015-04-02,\n"
        "P02-1,He told me about his own time in hospital.,Telling one's own story,AB,2015-04-03,\n"
        "P02-1,He told me about his own time in hospital.,Dual roles,AB,2015-04-03,contradicts\n"
    ),
    "memos/between.md": "---\nkind: analytic\ntitle: In between\ndate: 2015-04-05\n---\nOn [[Dual roles]].\n",
}
QUOTABLE = "She was like a friend to me."
NOT_QUOTABLE = "He told me about his own time in hospital."


def make_study(folder: Path) -> Path:
    """Write the study into a new folder and return it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
