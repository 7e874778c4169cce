from __future__ import annotations

from itertools import combinations

import pytest

from graphmodel.browser.key import NODES, key_slide
from graphmodel.browser.slides import Node
from graphmodel.browser.style import style
from graphmodel.schema import Label, Type

# What people without one of the three kinds of cones see: sRGB in, sRGB out (Machado, Oliveira & Fernandes 2009).
SEEN_BY = {
    "everybody": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "people with protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "people with deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "people with tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
FAR_ENOUGH = 40
ANOTHER_SIZE_PX = 20


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def seen(colour: str, by: str) -> tuple[float, ...]:
    return tuple(sum(part * value for part, value in zip(row, rgb(colour), strict=True)) for row in SEEN_BY[by])


def apart(one: Node, other: Node, by: str) -> bool:
    squares = ((a - b) ** 2 for a, b in zip(seen(one.colour, by), seen(other.colour, by), strict=True))
    return sum(squares) ** 0.5 >= FAR_ENOUGH or abs(one.diameter - other.diameter) >= ANOTHER_SIZE_PX


@pytest.mark.parametrize("by", SEEN_BY)
def test_kinds_of_nodes_are_told_apart(by: str) -> None:
    nodes = [part for part in key_slide().parts if isinstance(part, Node)]
    assert len(nodes) == len(NODES)
    alike = [(a.means, b.means) for a, b in combinations(nodes, 2) if not apart(a, b, by)]
    assert alike == []


def luminance(colour: str) -> float:
    parts = (value / 255 for value in rgb(colour))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("selector", [each for each in style() if each.startswith("node")])
def test_a_caption_is_readable_on_its_colour(selector: str) -> None:
    rule = style()[selector]
    dark, light = sorted((luminance(rule["color"]), luminance(rule["text-color-internal"])))
    assert (light + 0.05) / (dark + 0.05) >= 4.5
    assert rule["caption"] == "{caption}"


def test_every_rule_is_for_something_that_the_graph_holds() -> None:
    assert named("node") <= {str(label) for label in Label}
    assert named("relationship") <= {str(kind) for kind in Type}


def test_every_arrow_between_things_of_the_study_has_words() -> None:
    assert {str(kind) for kind in Type if kind is not Type.OF} == named("relationship")


def named(kind: str) -> set[str]:
    return {each.partition(".")[2] for each in style() if each.startswith(f"{kind}.")}
