from graphmodel.trace import Trace
from graphmodel.trace_cut import shorten
from tests.graphmodel.terminal.test_trace_tree import EXCERPT, concept


def test_each_category_keeps_its_most_grounded_code_with_one_excerpt() -> None:
    codes = tuple(
        concept(f"Code {number}", "Code", excerpt_count=number, excerpts=(EXCERPT, EXCERPT)) for number in range(4)
    )
    deep = concept("Deep", "Code", excerpt_count=0, children=(concept("Deeper", "Code"),))
    categories = tuple(concept(name, "Category", children=(*codes, deep)) for name in ("One", "Two"))
    cut = shorten(Trace("s", (("Theme",),), concept("Theme", "Theme", children=categories), None, ())).concept
    assert [category.name for category in cut.children] == ["One", "Two"]
    assert [code.name for code in cut.children[0].children] == ["Code 3"]
    assert len(cut.children[0].children[0].excerpts) == 1
    assert cut.children[0].hidden == 5
