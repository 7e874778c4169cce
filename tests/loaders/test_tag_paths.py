from __future__ import annotations

import time

import pytest

from loaders.tag_paths import parts_of


@pytest.mark.parametrize(
    ("tags", "parts"),
    [
        (["people", "people.anna"], {"people.anna": ("people", "anna")}),
        (["people.anna", "people.bo"], {"people.anna": ("people", "anna"), "people.bo": ("people", "bo")}),
        (["People / Anna", "people"], {"People / Anna": ("People", "Anna")}),
        (["a::b", "a::c"], {"a::b": ("a", "b")}),
        (["a > b > c", "a > b"], {"a > b > c": ("a", "b", "c"), "a > b": ("a", "b")}),
        (["a > b > c", "x"], {"a > b > c": ("a > b > c",)}),
        (["a > b > c", "a > b", "a"], {"a > b > c": ("a", "b", "c"), "a > b": ("a", "b")}),
        (["people.anna"], {"people.anna": ("people.anna",)}),
        (["and/or", "when"], {"and/or": ("and/or",)}),
        (["e.g. this", "e.g. that"], {"e.g. this": ("e.g. this",)}),
        (["Dr. Ek", "Dr. Lind"], {"Dr. Ek": ("Dr. Ek",)}),
        (["1.1 told", "1.2 untold"], {"1.1 told": ("1.1 told",)}),
        (["round1.told", "round1.untold"], {"round1.told": ("round1", "told")}),
        (["...", "/", ">a", "b>"], {"...": ("...",), "/": ("/",), ">a": (">a",), "b>": ("b>",)}),
    ],
)
def test_a_tag_is_parted_where_the_others_bear_it_out(tags: list[str], parts: dict[str, tuple[str, ...]]) -> None:
    found = parts_of(tags)
    assert list(found) == tags
    assert {tag: found[tag] for tag in parts} == parts


@pytest.mark.parametrize("tag", ["a/" * 100_000, "aa." * 100_000, "a" + " " * 100_000 + "b", "> " * 100_000])
def test_a_tag_as_long_as_a_book_takes_bounded_time(tag: str) -> None:
    started = time.process_time()
    assert list(parts_of([tag, f"{tag}b", "a"])) == [tag, f"{tag}b", "a"]
    assert time.process_time() - started < 2
