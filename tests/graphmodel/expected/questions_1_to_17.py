"""What questions 1 to 17 must answer about the small study."""

from __future__ import annotations

from tests.graphmodel.expected.small import BOAT, HEARD, KNOWN, TELLING, Expected

QUESTIONS_1_TO_17 = [
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
]
