"""The small study (tests/studies/small) in short, and the shape in which answers about it are expected.

Being known > Telling > (telling my story, same boat, friend or worker), and Being known > Feeling
understood > being heard; Two hats > Boundaries > (friend or worker, unsaid rules); Hope > Looking ahead > next steps;
tea stands alone; weather is used and not in the codebook.

P1 gave P1-1, P2 gave P2-1, P3 gave P3-1, P4 (withdrew) gave P4-1, P5 gave P5-1 (not coded). P1 and P3 gave Pair. Nobody
is named for Group. P1 and P3 may be quoted word for word, P2 in paraphrase, P5 not at all.

Excerpts and what they are coded as, with the coder and the day in 2015:
  P1-1  a "I told her about my hospital stay."   telling my story AB 03-05 (and 03-07 in another file)
        b "We were in the same boat 🚣"           same boat, telling my story AB 03-05; being heard CD 03-20
        c "she and I. Did you feel understood?"  Feeling understood CD 03-20: runs into the interviewer's turn
        d "Did you feel understood?"             being heard CD 03-20: the interviewer's words
        e "She listened."                        being heard AB 03-05
        f "She listened. She really listened."   being heard CD 03-20: overlaps e
  P2-1  g "I told him everything."               telling my story AB 03-20
        h "Is he my friend or my worker?"        friend or worker AB 03-20, CD 04-20
        i "We had tea and biscuits."             tea, weather AB 03-20
        j "She knew me at once."                 being heard AB 03-20: not in the transcript
  P3-1  k "It was a job to her."                 contradicts being heard AB 04-25
        l "A friend does not clock off."         friend or worker CD 04-20
        m "She never asked."                     contradicts Feeling understood and p1 AB 04-25
  P4-1  n "He heard me."                         being heard AB 04-22
        o "I told him about the voices."         telling my story, next steps AB 04-22
  Pair  p "We both said so."                     telling my story AB, no date
  Group q "Nobody asked about tea."              tea AB 2015
        r "We talk."                             same boat AB, no date
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Expected:
    """The rows of an answer, in order, by some of its columns."""

    question: str
    columns: str
    rows: list[tuple[Any, ...]]
    parameters: Mapping[str, object] = field(default_factory=dict)


KNOWN = {"concept": "Being known"}
TELLING = "Being known > Telling"
HEARD = "Being known > Feeling understood"
BOAT, LISTENED = "We were in the same boat 🚣", "She listened. She really listened."
MIXED = "she and I.\n\nInterviewer: Did you feel understood?"
