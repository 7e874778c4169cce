"""Changes of bytes: cut, flipped, inserted, doubled, taken out, spliced, with words that formats give a meaning to."""

from __future__ import annotations

import re
from functools import lru_cache

from hypothesis import strategies as st

Draw = st.DrawFn

SIGNS = (
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xed\xa0\x80", b"\xc3", b"\xe9", b"\r\n", b"\r", b"\n\n",
    b"\x1a", b"\x0b", b"\x85", b"\xe2\x80\xa8", b"\xf0\x9f\x98\x80", b"e\xcc\x81", b"\xe2\x80\xae", b"\\ud800", b"\\u0000",
    b"\\0", b"&#0;", b"&#xd800;", b"&amp;", b"&x;", b"&#x10ffff;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?x?>",
    b'<!DOCTYPE x [<!ENTITY x "ha"><!ENTITY y SYSTEM "file:///etc/passwd">]>', b"</", b"/>", b"<", b">",
    b"0", b"-1", b"1e400", b"-1e300", b"-0.0", b"NaN", b"Infinity", b"2147483648", b"-9223372036854775809", b"9" * 30, b"0x10",
    b"\xd9\xa3", b"\xc2\xb2", b"0000-00-00", b"2024-02-30", b"31/12/9999", b"24:61:61", b"99:99:99,999 --> 00:00:00,000",
    b"=1+1", b"@SUM(A1)", b"+1", b"-1+1", b"=HYPERLINK(\"http://127.0.0.1/\")", b'"', b"'", b'""', b";", b",", b"\t", b"|",
    b"[" * 300, b"{" * 300, b"(" * 300, b"}", b"]", b")", b"null", b"true", b"~", b"*a", b"&a ", b"!!python/object:os.system ",
    b"../../../etc/passwd", b"/etc/passwd", b"internal://", b"relative:///../", b"file:///etc/passwd", b"http://127.0.0.1:9/",
    b"{00000000-0000-0000-0000-000000000000}", b"ffffffff-ffff-ffff-ffff-ffffffffffff", b" > ", b"[[", b"\\", b"@", b"%", b"#",
)  # fmt: skip
"""What parsers trip over, whatever the format."""
_WORD = re.compile(rb"[\w.:-]{1,40}|[^\w\s]{1,3}")
_MOST_WORDS = 400
_LONGEST_PIECE = 64


@lru_cache(maxsize=256)
def words_of(content: bytes) -> tuple[bytes, ...]:
    """The words of a seed: the tags, headers, keys, GUIDs and numbers of its format."""
    return tuple(dict.fromkeys(_WORD.findall(content[:100_000])))[:_MOST_WORDS] or (b"x",)


def changed(draw: Draw, content: bytes, other: bytes = b"", most: int = 6) -> bytes:
    """The content after a few changes. `other` is a second seed to splice with."""
    made = bytearray(content)
    for _ in range(draw(st.integers(1, most))):
        _change(draw, made, content, other or content)
    return bytes(made)


def _change(draw: Draw, made: bytearray, content: bytes, other: bytes) -> None:
    at = draw(st.integers(0, len(made)))
    length = draw(st.integers(1, _LONGEST_PIECE))
    match draw(st.integers(0, 8)):
        case 0:
            made[at : at + 1] = bytes([draw(st.integers(0, 255))])
        case 1:
            made[at:at] = draw(st.sampled_from(SIGNS))
        case 2:
            made[at : at + length] = draw(st.sampled_from(SIGNS))
        case 3:
            made[at:at] = draw(st.sampled_from(words_of(content)))
        case 4:
            _replace_word(draw, made, at, content)
        case 5:
            del made[at : at + length]
        case 6:
            start = draw(st.integers(0, len(made)))
            made[at:at] = made[start : start + length] * draw(st.sampled_from((1, 1, 2, 50)))
        case 7:
            start = draw(st.integers(0, len(other)))
            made[at:] = other[start:]
        case 8:
            del made[at:]


def _replace_word(draw: Draw, made: bytearray, at: int, content: bytes) -> None:
    """Another word, or a sign, in place of the next one, so that what stands around it stays sound."""
    found = _WORD.search(made, at)
    if found:
        made[found.start() : found.end()] = draw(st.sampled_from((*words_of(content), *SIGNS)))
