"""What questions 18 to 35 must answer about the small study."""

from __future__ import annotations

from tests.graphmodel.expected.small import BOAT, KNOWN, LISTENED, MIXED, Expected

QUESTIONS_18_TO_35 = [
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
            (["being heard"], ["P1"], "P1-1", False, None, "Did you feel understood?", False),
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
            ("being heard", "P1-1", "Did you feel understood?", "CD", "AB", [], False),
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
