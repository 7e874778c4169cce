"""What each question must answer about the small study (tests/studies/small), worked out by hand.

The study in short. Being known > Telling > (telling my story, same boat, friend or worker), and Being known > Feeling
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

EXPECTED = [
    # 1. Being known: c; being heard: b d e f of P1, j of P2; friend or worker: h (both coders), l; same boat: b, r;
    # telling my story: a b of P1-1, g, and p for P1 and for P3. n and o are a withdrawn participant's.
    Expected(
        "ground_theme",
        "paths concept level participant excerpts interviews coders",
        [
            ([HEARD], "Feeling understood", "Category", "P1", 1, ["P1-1"], ["CD"]),
            ([f"{HEARD} > being heard"], "being heard", "Code", "P1", 4, ["P1-1"], ["AB", "CD"]),
            ([f"{HEARD} > being heard"], "being heard", "Code", "P2", 1, ["P2-1"], ["AB"]),
            ([f"{TELLING} > friend or worker"], "friend or worker", "Code", "P2", 1, ["P2-1"], ["AB", "CD"]),
            ([f"{TELLING} > friend or worker"], "friend or worker", "Code", "P3", 1, ["P3-1"], ["CD"]),
            ([f"{TELLING} > same boat"], "same boat", "Code", "P1", 1, ["P1-1"], ["AB"]),
            ([f"{TELLING} > same boat"], "same boat", "Code", None, 1, ["Group"], ["AB"]),
            ([f"{TELLING} > telling my story"], "telling my story", "Code", "P1", 3, ["P1-1", "Pair"], ["AB"]),
            ([f"{TELLING} > telling my story"], "telling my story", "Code", "P2", 1, ["P2-1"], ["AB"]),
            ([f"{TELLING} > telling my story"], "telling my story", "Code", "P3", 1, ["Pair"], ["AB"]),
        ],
        KNOWN,
    ),
    Expected(  # a theme's own branch, in any case; h and l
        "ground_theme",
        "paths participant excerpts",
        [
            (["Two hats > Boundaries > friend or worker"], "P2", 1),
            (["Two hats > Boundaries > friend or worker"], "P3", 1),
        ],
        {"concept": "two HATS"},
    ),
    # 2. Being known has P1, P2, P3; Two hats P2 and P3 (h, l); Hope only P4's o.
    Expected(
        "find_narrow_themes",
        "theme participants names interviews excerpts",
        [("Hope", 0, [], 0, 0), ("Two hats", 2, ["P2", "P3"], 2, 2)],
    ),
    Expected(
        "find_narrow_themes",
        "theme participants names interviews excerpts",
        [("Hope", 1, ["P4"], 1, 1)],
        {"minimum": 2, "withdrawn": "yes"},
    ),
    Expected("find_narrow_themes", "theme", [], {"minimum": 0}),
    # 3. Only P4's o reaches Hope; nothing reaches unsaid rules.
    Expected(
        "find_ungrounded_concepts",
        "concept level parents below origin literature negativeCases definedInCodebook",
        [
            ("Hope", "Theme", [], 2, None, 0, 0, True),
            ("Looking ahead", "Category", ["Hope"], 1, None, 0, 0, True),
            ("next steps", "Code", ["Looking ahead"], 0, None, 0, 0, True),
            ("unsaid rules", "Code", ["Boundaries"], 0, "literature", 1, 0, True),
        ],
    ),
    Expected("find_ungrounded_concepts", "concept", [("unsaid rules",)], {"withdrawn": True}),
    # 4. P3 contradicts Feeling understood (m) and being heard (k) and grounds neither; l and p are coded.
    Expected(
        "find_absent_participants",
        "participant interviews excerpts negativeCases",
        [("P3", 2, 2, 2), ("P5", 1, 0, 0)],
        {"concept": "Feeling understood"},
    ),
    Expected(  # P4's n is coded to being heard
        "find_absent_participants",
        "participant",
        [("P3",), ("P5",)],
        {"concept": "Feeling understood", "withdrawn": True},
    ),
    # 5.
    Expected(
        "list_negative_cases",
        "concept participants interview text coder at note soughtAt soughtBy quotable",
        [
            (
                "Feeling understood",
                ["P3"],
                "P3-1",
                "She never asked.",
                "AB",
                "2015-04-25",
                None,
                "2015-04-25",
                "AB",
                True,
            ),
            (
                "being heard",
                ["P3"],
                "P3-1",
                "It was a job to her.",
                "AB",
                "2015-04-25",
                "never a friend",
                None,
                None,
                True,
            ),
        ],
        KNOWN,
    ),
    Expected(  # sought, none found
        "list_negative_cases",
        "concept text soughtAt soughtBy quotable",
        [("Boundaries", None, "2015-05-01", "CD", False)],
        {"concept": "Two hats"},
    ),
    # 6. Searches are recorded for two categories and for no theme. Being known: a-h, j, l, p, r.
    Expected(
        "find_untested_themes",
        "theme soughtBelow negativeCases excerpts",
        [("Being known", ["Feeling understood"], 2, 12), ("Two hats", ["Boundaries"], 0, 2), ("Hope", [], 0, 0)],
    ),
    # 7. p1 has a and g, p3 has b and r; p4 only o of P4.
    Expected(
        "find_unevidenced_propositions",
        "proposition statement subject relation object memos literature contradicting",
        [
            ("p2", "Where there are rules nobody tells.", "Boundaries", "contrasts_with", "Telling", ["On p2"], [], 0),
            ("p4", "Steps are part of hope.", "next steps", "phase_of", "Hope", [], [], 0),
        ],
    ),
    # 8. p1 has P1 and P2; p3 has P1 (b) and r, which is nobody's, and g against it; p4 has P4.
    Expected(
        "find_single_voice_propositions",
        "proposition participant excerpts unattributed contradictedBy",
        [("p3", "P1", 1, 1, ["P2"])],
    ),
    Expected(
        "find_single_voice_propositions", "proposition participant", [("p3", "P1"), ("p4", "P4")], {"withdrawn": True}
    ),
    # 9.
    Expected(
        "trace_code_history",
        "at kind before after by memo note",
        [
            ("2015-03-06", "create", None, ["telling my story"], "AB", None, None),
            (
                "2015-04-03",
                "merge",
                ["speaking out", "telling my story"],
                ["telling my story"],
                "AB",
                "On telling",
                "one idea",
            ),
        ],
        {"concept": "telling my story"},
    ),
    Expected(  # a retired concept has a history too
        "trace_code_history", "at kind before", [("2015-04-20", "retire", ["kindness"])], {"concept": "Kindness"}
    ),
    Expected("trace_code_history", "at", [], KNOWN),
    # 10.
    Expected(
        "find_predecessors",
        "predecessor became at steps living memo",
        [
            ("speaking out", "merge", "2015-04-03", 1, False, "On telling"),
            ("telling my story", "merge", "2015-04-03", 1, True, "On telling"),
        ],
        {"concept": "telling my story"},
    ),
    Expected(
        "find_predecessors",
        "predecessor became at steps living",
        [("we are alike", "rename", "2015-04", 1, False)],
        {"concept": "we are alike"},
    ),
    Expected(
        "find_predecessors",
        "predecessor became at living",
        [("hats", "split", None, False)],
        {"concept": "friend or worker"},
    ),
    # 11. friend or worker: P2-1 in March, P3-1 in April. same boat: P1-1, and Group, which has no date.
    Expected(
        "find_first_interview",
        "interview participants date sequence excerpts certain missing",
        [("P2-1", ["P2"], "2015-03-15", 2, 1, True, [])],
        {"concept": "friend or worker"},
    ),
    Expected(
        "find_first_interview",
        "interview participants excerpts certain missing",
        [("P1-1", ["P1"], 1, False, ["order against Group"]), ("Group", [], 1, False, ["order against P1-1"])],
        {"concept": "same boat"},
    ),
    # 12. friend or worker: h by AB. same boat: b, but r has no date. tea: i on a day of the year in which q was.
    Expected(
        "find_first_coding",
        "at coder interview held participants text certain undated quotable",
        [("2015-03-20", "AB", "P2-1", "2015-03-15", ["P2"], "Is he my friend or my worker?", True, 0, False)],
        {"concept": "friend or worker"},
    ),
    Expected(
        "find_first_coding", "at text certain undated", [("2015-03-05", BOAT, False, 1)], {"concept": "same boat"}
    ),
    Expected(
        "find_first_coding",
        "at text certain undated",
        [("2015", "Nobody asked about tea.", False, 0), ("2015-03-20", "We had tea and biscuits.", False, 0)],
        {"concept": "tea"},
    ),
    # 13. Group's place in the order is unknown, and it may have come before P1-1 or P2-1. same boat and telling my
    # story have a coding without a date; tea was first coded in two interviews on dates that overlap.
    Expected(
        "find_untested_codes",
        "code takenBack arose at earlier missing",
        [
            ("same boat", "unknown", None, None, None, ["codings without a date: 1"]),
            (
                "tea",
                "unknown",
                None,
                None,
                None,
                ["first coded in 2 interviews on dates that cannot be told apart"],
            ),
            ("telling my story", "unknown", None, None, None, ["codings without a date: 1"]),
            ("friend or worker", "unknown", "P2-1", "2015-03-20", 1, ["order against Group"]),
            ("weather", "unknown", "P2-1", "2015-03-20", 1, ["order against Group"]),
            ("Feeling understood", "unknown", "P1-1", "2015-03-20", 0, ["order against Group"]),
            ("being heard", "unknown", "P1-1", "2015-03-05", 0, ["order against Group"]),
        ],
    ),
    # 14. P3-1 ("2015-04") comes before P4-1 by its number, since their dates overlap. Group holds same boat and tea.
    Expected(
        "count_new_codes",
        "interview date sequence codes new maybeNew names missing",
        [
            ("P1-1", "2015-03-01", 1, 4, 3, 1, ["Feeling understood", "being heard", "telling my story"], ["Group"]),
            ("P2-1", "2015-03-15", 2, 5, 2, 1, ["friend or worker", "weather"], ["Group"]),
            ("P3-1", "2015-04", 3, 1, 0, 0, [], ["Group"]),
            ("P5-1", "2015-05-02", 5, 0, 0, 0, [], ["Group"]),
            ("Pair", "2015-05-10", 6, 1, 0, 0, [], ["Group"]),
            ("Group", None, None, 2, 0, 2, [], ["P1-1", "P2-1", "P3-1", "P5-1", "Pair"]),
        ],
    ),
    Expected(
        "count_new_codes",
        "interview codes new names",
        [
            ("P1-1", 4, 3, ["Feeling understood", "being heard", "telling my story"]),
            ("P2-1", 5, 2, ["friend or worker", "weather"]),
            ("P3-1", 1, 0, []),
            ("P4-1", 3, 1, ["next steps"]),
            ("P5-1", 0, 0, []),
            ("Pair", 1, 0, []),
            ("Group", 2, 0, []),
        ],
        {"withdrawn": True},
    ),
    # 15. repper2011 bears on p1, whose subject and object are under Being known; limits cites audet2010 about Two hats.
    Expected(
        "list_literature",
        "theme concept proposition reference stance memos at",
        [
            ("Being known", "Feeling understood", "Who tells is understood.", "repper2011", "supports", [], None),
            ("Being known", "Telling", "Who tells is understood.", "repper2011", "supports", [], None),
            ("Being known", "being heard", None, "repper2011", "sensitises", [], "2015-01-10"),
            ("Being known", "same boat", None, "tajfel1979", "supports", ["Telling, in theory"], "2015-02-01"),
            ("Two hats", "Boundaries", None, "repper2011", "sensitises", [], "2015"),
            ("Two hats", "Two hats", None, "audet2010", "challenges", ["Limits"], "2015-05-02"),
            ("Two hats", "unsaid rules", None, "audet2010", "extends", [], "2015-06-01"),
        ],
    ),
    Expected(
        "list_literature",
        "concept reference",
        [("Boundaries", "repper2011"), ("unsaid rules", "audet2010")],
        {"concept": "boundaries"},
    ),
    # 16. audet2010 came to Two hats in May, after h and l. same boat: r has no date. Boundaries: the link says 2015.
    Expected(
        "find_prior_literature",
        "concept reference attached firstCoded order missing",
        [
            ("being heard", "repper2011", "2015-01-10", "2015-03-05", "before", []),
            ("unsaid rules", "audet2010", "2015-06-01", None, "no data", []),
            (
                "Boundaries",
                "repper2011",
                "2015",
                "2015-03-20",
                "unknown",
                [
                    "coding of 2015-03-20 and link of 2015 cannot be told apart",
                    "coding of 2015-04-20 and link of 2015 cannot be told apart",
                ],
            ),
            ("same boat", "tajfel1979", "2015-02-01", "2015-03-05", "unknown", ["codings without a date: 1 of 2"]),
        ],
    ),
    # 17. Two hats is challenged.
    Expected(
        "find_unchallenged_themes",
        "theme references stances unstated",
        [("Hope", 0, [], 0), ("Being known", 2, ["sensitises", "supports"], 0)],
    ),
    # 18.
    Expected(
        "trace_quote",
        "text participants interview date coder coded note path top level verification quotable",
        [
            (
                "I told her about my hospital stay.",
                ["P1"],
                "P1-1",
                "2015-03-01",
                "AB",
                "2015-03-05",
                "the first",
                ["telling my story", "Telling", "Being known"],
                "Being known",
                "Theme",
                "exact",
                True,
            )
        ],
        {"quote": "HOSPITAL"},
    ),
    Expected(  # two parents: two ways up, for each coder
        "trace_quote",
        "path coder quotable",
        [
            (["friend or worker", "Telling", "Being known"], "AB", False),
            (["friend or worker", "Boundaries", "Two hats"], "AB", False),
            (["friend or worker", "Telling", "Being known"], "CD", False),
            (["friend or worker", "Boundaries", "Two hats"], "CD", False),
        ],
        {"quote": "my friend or"},
    ),
    Expected("trace_quote", "text", [], {"quote": "the voices"}),
    # 19. P1 takes P1-1 and Pair: a-f and p. Being known keeps g h j l r; Feeling understood and being heard keep j;
    # Telling keeps g h l r; telling my story keeps g; same boat and p3 keep r, which is nobody's; p1 keeps g.
    Expected(
        "predict_withdrawal",
        "kind name lost left participantsLeft consequence",
        [
            ("Code", "same boat", 1, 1, 0, "no named voice"),
            ("Proposition", "p3", 1, 1, 0, "no named voice"),
            ("Category", "Feeling understood", 5, 1, 1, "one voice"),
            ("Code", "being heard", 4, 1, 1, "one voice"),
            ("Code", "telling my story", 3, 1, 1, "one voice"),
            ("Proposition", "p1", 1, 1, 1, "one voice"),
            ("Theme", "Being known", 7, 5, 2, "thinner"),
            ("Category", "Telling", 3, 4, 2, "thinner"),
        ],
        {"participant": "p1"},
    ),
    Expected(  # P3 takes P3-1 and Pair: l, p, and the negative cases k and m (m also stands against p1)
        "predict_withdrawal",
        "kind name lost left participantsLeft consequence",
        [
            ("Negative case", "Feeling understood", 1, 0, 0, "empty"),
            ("Negative case", "being heard", 1, 0, 0, "empty"),
            ("Negative case", "p1", 1, 0, 0, "empty"),
            ("Theme", "Two hats", 1, 1, 1, "one voice"),
            ("Category", "Boundaries", 1, 1, 1, "one voice"),
            ("Code", "friend or worker", 1, 1, 1, "one voice"),
            ("Theme", "Being known", 2, 10, 2, "thinner"),
            ("Category", "Telling", 2, 5, 2, "thinner"),
            ("Code", "telling my story", 1, 3, 2, "thinner"),
        ],
        {"participant": "P3"},
    ),
    # 20. telling my story: P1-1 needs P1, P2-1 needs P2, Pair is hit by P1. same boat has r, which is nobody's.
    Expected(
        "find_critical_participants",
        "size participants contributing exact unattributed",
        [(2, ["P1", "P2"], 3, True, 0)],
        {"concept": "telling my story"},
    ),
    Expected(
        "find_critical_participants",
        "size participants contributing exact unattributed",
        [(None, None, 1, True, 1)],
        {"concept": "same boat"},
    ),
    Expected("find_critical_participants", "size", [], {"concept": "Hope"}),
    # 21. 12 excerpts: P1 has a-f and p, P2 g h j, P3 l and p, nobody r.
    Expected(
        "measure_dominance",
        "participant excerpts total share interviews concepts",
        [
            ("P1", 7, 12, 0.583, 2, 4),
            ("P2", 3, 12, 0.25, 1, 3),
            ("P3", 2, 12, 0.167, 2, 2),
            (None, 1, 12, 0.083, 1, 1),
        ],
        KNOWN,
    ),
    # 22. being heard: d asks; b e f answer; j is not found. c runs across both. r and p have no transcript.
    Expected(
        "find_interviewer_words",
        "concept excerpts interviewer both participant unknown",
        [
            ("being heard", 5, 1, 0, 3, 1),
            ("Feeling understood", 1, 0, 1, 0, 0),
            ("friend or worker", 2, 0, 0, 2, 0),
            ("same boat", 2, 0, 0, 1, 1),
            ("telling my story", 4, 0, 0, 3, 1),
        ],
        KNOWN,
    ),
    # 23. d is the interviewer's own turn, and before it P1 spoke.
    Expected(
        "list_prompts",
        "concepts participants interview prompted prompt text quotable",
        [
            (["being heard"], ["P1"], "P1-1", True, "How did it begin?", BOAT, True),
            (["Feeling understood"], ["P1"], "P1-1", True, "How did it begin?", MIXED, True),
            (["being heard"], ["P1"], "P1-1", False, None, "Did you feel understood?", True),
            (["being heard"], ["P1"], "P1-1", True, "Did you feel understood?", LISTENED, True),
            (["being heard"], ["P1"], "P1-1", True, "Did you feel understood?", "She listened.", True),
            (["being heard"], ["P2"], "P2-1", None, None, "She knew me at once.", False),
        ],
        {"concept": "feeling understood"},
    ),
    # 24. Both coders worked on P1-1 and P2-1. In P2-1 they agree on h; e and f overlap.
    Expected(
        "compare_coders",
        "concept interview text coder other instead quotable",
        [
            ("Feeling understood", "P1-1", MIXED, "CD", "AB", [], True),
            ("being heard", "P1-1", BOAT, "CD", "AB", ["same boat", "telling my story"], True),
            ("being heard", "P1-1", "Did you feel understood?", "CD", "AB", [], True),
            ("being heard", "P2-1", "She knew me at once.", "AB", "CD", [], False),
            ("same boat", "P1-1", BOAT, "AB", "CD", ["being heard"], True),
            ("tea", "P2-1", "We had tea and biscuits.", "AB", "CD", [], False),
            ("telling my story", "P1-1", "I told her about my hospital stay.", "AB", "CD", [], True),
            ("telling my story", "P1-1", BOAT, "AB", "CD", ["being heard"], True),
            ("telling my story", "P2-1", "I told him everything.", "AB", "CD", [], False),
            ("weather", "P2-1", "We had tea and biscuits.", "AB", "CD", [], False),
        ],
    ),
    # 25. Both coders saw Being known and Two hats (h by AB and CD).
    Expected("find_single_coder_themes", "theme", []),
    Expected(
        "find_single_coder_themes",
        "theme coder excerpts interviews others",
        [("Hope", "AB", 1, 1, [])],
        {"withdrawn": True},
    ),
    # 26. tea: i and q; weather: i; friend or worker: h and l.
    Expected(
        "find_orphans",
        "concept level problem parents excerpts definedInCodebook",
        [
            ("tea", "Code", "no parent", [], 2, True),
            ("weather", "Code", "no parent", [], 1, False),
            ("friend or worker", "Code", "2 parents", ["Boundaries", "Telling"], 2, True),
        ],
    ),
    # 27. Memos are about Telling, Boundaries and Two hats.
    Expected(
        "find_thin_categories",
        "concept level lacks codes excerpts",
        [
            ("Hope", "Theme", ["definition", "properties", "memo"], 2, 0),
            ("Looking ahead", "Category", ["definition", "properties", "memo"], 1, 0),
            ("Feeling understood", "Category", ["definition", "properties", "memo"], 1, 6),
            ("Boundaries", "Category", ["properties"], 2, 2),
            ("Being known", "Theme", ["memo"], 6, 12),
        ],
    ),
    # 28.
    Expected(
        "trace_memo_lineage",
        "memos dates kinds theoretical",
        [
            (
                ["First impressions", "On telling", "Telling, in theory"],
                ["2015-03-06", "2015-04-02", "2015-05-10"],
                ["analytic", "comparison", "theoretical"],
                True,
            ),
            (["Dead end", "Dead end again"], ["2015-05-01", "2015-05-03"], ["analytic", "analytic"], False),
        ],
    ),
    Expected("trace_memo_lineage", "theoretical", [(False,)], {"memo": "dead end again"}),
    # 29. Only h of P2-1 had spoken to Boundaries. P1-1 was sampled for nothing yet.
    Expected(
        "explain_sampling",
        "interview date concept rationale samplingMemos otherMemos before undecided",
        [
            ("P1-1", "2015-03-01", None, "The first to answer", [], [], [], []),
            (
                "P3-1",
                "2015-04",
                "Boundaries",
                "Somebody for whom it was only a job",
                ["Why P3"],
                [],
                ["P2-1"],
                [],
            ),
        ],
    ),
    Expected("explain_sampling", "interview", [], {"interview": "P2-1"}),
    # 30. P5 has no gender recorded; P4 withdrew. P1: a-f, p; P2: g h j; P3: l, p.
    Expected(
        "compare_by_attribute",
        "value participants contributing excerpts interviews names",
        [("man", 1, 1, 2, 2, ["P3"]), ("woman", 2, 2, 10, 3, ["P1", "P2"]), (None, 1, 0, 0, 0, [])],
        {**KNOWN, "attribute": "Gender"},
    ),
    # 31. P2 allows paraphrase only, P4 withdrew. P3 and P4 are alike; P1 is the only woman in her twenties.
    Expected(
        "list_printable_quotes",
        "concepts participants interview text verification alike quotable",
        [
            (["telling my story"], ["P1"], "P1-1", "I told her about my hospital stay.", "exact", 1, True),
            (["being heard", "same boat", "telling my story"], ["P1"], "P1-1", BOAT, "exact", 1, True),
            (["Feeling understood"], ["P1"], "P1-1", MIXED, "normalised", 1, True),
            (["being heard"], ["P1"], "P1-1", "Did you feel understood?", "exact", 1, True),
            (["being heard"], ["P1"], "P1-1", LISTENED, "exact", 1, True),
            (["being heard"], ["P1"], "P1-1", "She listened.", "exact", 1, True),
            ([], ["P3"], "P3-1", "It was a job to her.", "exact", 2, True),
            ([], ["P3"], "P3-1", "She never asked.", "exact", 2, True),
            (["friend or worker"], ["P3"], "P3-1", "A friend does not clock off.", "exact", 2, True),
            (["telling my story"], ["P1", "P3"], "Pair", "We both said so.", "unchecked", 1, True),
        ],
    ),
    Expected("list_printable_quotes", "text", [("A friend does not clock off.",)], {"concept": "Boundaries"}),
    # 32. b and r are in same boat, h and l in friend or worker; Two hats is in vivo itself.
    Expected(
        "find_surviving_in_vivo",
        "code level theme path rises excerpts participants",
        [
            (
                "friend or worker",
                "Code",
                "Two hats",
                ["friend or worker", "Boundaries", "Two hats"],
                ["Two hats"],
                2,
                2,
            ),
            ("friend or worker", "Code", "Being known", ["friend or worker", "Telling", "Being known"], [], 2, 2),
            ("same boat", "Code", "Being known", ["same boat", "Telling", "Being known"], [], 2, 1),
            ("Two hats", "Theme", "Two hats", ["Two hats"], [], 0, 0),
        ],
    ),
    # 33. By 5 April: a b c d e f g h i j are coded, the merge is made, memos of March and April are written; being
    # heard has b d e f j, friend or worker h (its split has no date). speaking out went into the merge; kindness was
    # given up later; hats at a time unknown. The rename to same boat is of some day in April: its name then is unknown.
    Expected(
        "show_state_on",
        "concept nameThen held because excerpts missing",
        [
            ("Boundaries", "Boundaries", "yes", "a memo by then", 0, []),
            ("Feeling understood", "Feeling understood", "yes", "a coding by then", 1, []),
            ("being heard", "being heard", "yes", "a coding by then", 5, []),
            (
                "friend or worker",
                "friend or worker",
                "yes",
                "a coding by then",
                1,
                ["split without a date cannot be placed"],
            ),
            (
                "same boat",
                None,
                "yes",
                "a coding by then",
                1,
                ["codings without a date: 1", "rename of 2015-04 cannot be placed"],
            ),
            ("tea", "tea", "yes", "a coding by then", 1, ["codings with a date too vague to tell: 1"]),
            ("telling my story", "telling my story", "yes", "a change by then", 3, ["codings without a date: 1"]),
            ("weather", "weather", "yes", "a coding by then", 1, []),
            ("Being known", "Being known", "unknown", "nothing dated by then", 0, []),
            ("Hope", "Hope", "unknown", "nothing dated by then", 0, []),
            ("Looking ahead", "Looking ahead", "unknown", "nothing dated by then", 0, []),
            ("Telling", "Telling", "unknown", "changed later, nobody knows when it was made", 0, []),
            ("Two hats", "Two hats", "unknown", "nothing dated by then", 0, []),
            (
                "hats",
                "hats",
                "unknown",
                "given up, nobody knows when",
                0,
                ["split without a date cannot be placed"],
            ),
            ("kindness", "kindness", "unknown", "changed later, nobody knows when it was made", 0, []),
            ("next steps", "next steps", "unknown", "nothing dated by then", 0, []),
            (
                "unsaid rules",
                "unsaid rules",
                "unknown",
                "nothing dated by then",
                0,
                ["split without a date cannot be placed"],
            ),
            ("speaking out", None, "no", "given up by then", 0, []),
        ],
        {"date": "2015-04-05"},
    ),
    # 34. my-own-telling was written on 1 April, two days before the merge; a-vague-one some time in April.
    Expected(
        "find_reflexive_memos",
        "at kind before after memos undecided missing",
        [
            (
                "2015-04-03",
                "merge",
                ["speaking out", "telling my story"],
                ["telling my story"],
                ["My own telling (-2)"],
                ["A vague one"],
                ["memos without a full date: 1"],
            ),
            ("2015-04-20", "retire", ["kindness"], None, [], ["A vague one"], ["memos without a full date: 1"]),
            ("2015-05-05", "promote", ["Telling"], ["Telling"], [], ["A vague one"], ["memos without a full date: 1"]),
            (
                None,
                "split",
                ["hats"],
                ["friend or worker", "unsaid rules"],
                [],
                ["A vague one", "My own telling"],
                ["the revision has no date"],
            ),
        ],
    ),
    # 35. i is tea and weather (tea 2, weather 1); b is same boat (2), telling my story (4) and being heard (5).
    Expected(
        "find_cooccurring_codes",
        "one other together excerptsOne excerptsOther coefficient",
        [
            ("tea", "weather", 1, 2, 1, 0.5),
            ("same boat", "telling my story", 1, 2, 4, 0.2),
            ("being heard", "same boat", 1, 5, 2, 0.167),
            ("being heard", "telling my story", 1, 5, 4, 0.125),
        ],
    ),
    Expected("find_cooccurring_codes", "one", [], {"minimum": 2}),
]
