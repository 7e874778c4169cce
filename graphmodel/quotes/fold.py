"""Words folded for comparison, with the way back to where they stand in the source.

Folding forgets what two copies of one sentence differ in without being different words: white space, the
shape of quotation marks and dashes, ligatures and other compatibility forms, Unicode normal form, and what
cannot be seen. Case stays. A text is folded cluster by cluster (a character with its combining marks, a run
of white space, a run of dashes), so that the fold of a part is a part of the fold.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache

_SINGLE_QUOTES = "`´‘’‚‛′‵‹›ʹʻʼʽˊˋ՚❛❜"
_DOUBLE_QUOTES = "“”„‟«»″‶ʺ❝❞〝〞〟⹂"
_DASHES = "‐‑‒–—―⁃−˗־⸺⸻"
_STAND_INS = dict.fromkeys(_SINGLE_QUOTES, "'") | dict.fromkeys(_DOUBLE_QUOTES, '"') | dict.fromkeys(_DASHES, "-")
_ASCII_STAND_INS = {char: " " for char in map(chr, range(128)) if char.isspace() and char != " "} | {"`": "'"}
_UNSEEN_RANGES = (
    (0xAD, 0xAD),  # soft hyphen
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x180B, 0x180F),
    (0x200B, 0x200F),  # zero-width space and joiners, marks of direction
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xE0000, 0xE0FFF),  # tags, more variation selectors
)
_UNSEEN = "".join(chr(code) for first, last in _UNSEEN_RANGES for code in range(first, last + 1))
_UNSEEN_SET = frozenset(_UNSEEN)
_COMPOSING_LETTERS = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF), (0x16D63, 0x16D6A))  # Hangul vowels and finals, Kirat Rai
_MARKS_IN_A_CLUSTER = 30  # as Unicode's stream-safe format has it: sorting more of them takes quadratic time
_MANY_STAND_INS = 20
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_DASH_RUN = re.compile("--+")


def fold(text: str) -> str:
    """The words of `text` as they are compared: white space runs are one space and stripped at both ends, quotation
    marks and dashes are ASCII, compatibility forms are resolved, unseen characters dropped, the rest in NFC."""
    simple = text if text.isascii() else _sign_by_sign(text)
    if simple is None:
        return Folded(text).text.strip(" ")
    words = " ".join(simple.split())
    if "--" in words:
        words = _DASH_RUN.sub("-", words)
    return words.replace("`", "'")


class Folded:
    """A text and its fold (`text`; not stripped), with the map between their offsets.

    Offsets are code points, 0-based. The map is kept as clusters, the stretches where source and fold run apart;
    between two of them, each character of the fold is one character of the source.
    """

    __slots__ = ("_ends", "_source_ends", "_source_starts", "_starts", "_visible_ends", "_wide", "text")

    def __init__(self, source: str) -> None:
        """Fold `source`."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._source_starts: list[int] = []
        self._source_ends: list[int] = []
        self._visible_ends: list[int] = []
        self._wide = False
        plain, pattern = _plain(source)
        self.text = self._fold_clusters(plain, pattern)

    def _fold_clusters(self, plain: str, pattern: re.Pattern[str]) -> str:
        pieces: list[str] = []
        done = position = 0
        for match in pattern.finditer(plain):
            start, end = match.span()
            cluster = match.group()
            piece = cluster[0] if cluster[0] in " -" else _fold_cluster(cluster)
            pieces += (plain[done:start], piece)
            position += start - done
            self._starts.append(position)
            position += len(piece)
            self._ends.append(position)
            self._source_starts.append(start)
            self._source_ends.append(end)
            self._visible_ends.append(start + len(cluster.rstrip(_UNSEEN)))
            self._wide = self._wide or len(piece) > 1
            done = end
        if not pieces:
            return plain
        return "".join((*pieces, plain[done:]))

    def source_start(self, position: int) -> int:
        """Where the cluster that holds the folded character at `position` begins in the source."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position
        if position < self._ends[index]:
            return self._source_starts[index]
        return self._source_ends[index] + position - self._ends[index]

    def source_end(self, position: int) -> int:
        """Where the words before the folded `position` (above 0) end in the source, unseen characters aside."""
        index = bisect_right(self._starts, position - 1) - 1
        if index < 0:
            return position
        if position <= self._ends[index]:
            return self._visible_ends[index]
        return self._source_ends[index] + position - self._ends[index]

    def span_at(self, start: int, end: int) -> tuple[int, int]:
        """The folded span of all clusters that the source's `start` to `end` touches, white space trimmed; it may be
        empty. Both offsets must be within the source."""
        first = self._cluster_start(start)
        last = self._cluster_end(end) if end else 0
        while first < last and self.text[first] == " ":
            first += 1
        while first < last and self.text[last - 1] == " ":
            last -= 1
        return first, last

    def _cluster_start(self, offset: int) -> int:
        index = bisect_right(self._source_starts, offset) - 1
        if index < 0:
            return offset
        if offset < self._visible_ends[index]:
            return self._starts[index]
        return self._ends[index] + max(0, offset - self._source_ends[index])

    def _cluster_end(self, offset: int) -> int:
        index = bisect_right(self._source_starts, offset - 1) - 1
        if index < 0:
            return offset
        return self._ends[index] + max(0, offset - self._source_ends[index])

    def places(self, words: str) -> list[int]:
        """Each folded position where the folded `words` (not empty) stand and cut no cluster, ascending. Places may
        overlap, so that each place has a number of its own."""
        found = occurrences(self.text, words)
        if not self._wide:
            return found
        return [place for place in found if self._cuts_nothing(place) and self._cuts_nothing(place + len(words))]

    def _cuts_nothing(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index < 0 or position == self._starts[index] or position >= self._ends[index]

    def splits_word(self, start: int, end: int) -> bool:
        """Tell whether the folded `start` or `end` lies between two letters or digits."""
        return _within_word(self.text, start) or _within_word(self.text, end)


def _within_word(text: str, position: int) -> bool:
    return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()


def occurrences(text: str, words: str) -> list[int]:
    """Every place of `words` (not empty) in `text` as it stands, overlapping ones too, ascending. Linear in the text:
    where the words repeat themselves ("aaaa"), the run is measured once and its places are counted off."""
    found: list[int] = []
    place = text.find(words)
    while place >= 0:
        found.append(place)
        following = text.find(words, place + 1)
        step = following - place
        if following >= 0 and step * 2 <= len(words):
            room = _repeats_until(text, following + len(words), step) - len(words) - place
            found.extend(range(following, place + room + 1, step))
            following = text.find(words, found[-1] + 1)
        place = following
    return found


def _repeats_until(text: str, position: int, step: int) -> int:
    """The first offset from `position` on where a character differs from the one `step` before it."""
    width = 1
    while width:
        ahead = text[position : position + width]
        if len(ahead) == width and ahead == text[position - step : position - step + width]:
            position += width
            width *= 2
        else:
            width //= 2
    return position


def _plain(source: str) -> tuple[str, re.Pattern[str]]:
    """The source with each character that has a stand-in replaced (offsets stay), and what finds its clusters."""
    for char, stand_in in _ASCII_STAND_INS.items():
        source = source.replace(char, stand_in)
    if source.isascii():
        return source, _clusters("", "", "")
    stand_ins = {char: _stand_in(char) for char in set(_BEYOND_ASCII.findall(source))}
    changing = {char: stand_in for char, stand_in in stand_ins.items() if char != stand_in}
    if len(changing) > _MANY_STAND_INS:
        source = source.translate({ord(char): stand_in for char, stand_in in changing.items()})
    else:
        for char, stand_in in changing.items():
            source = source.replace(char, stand_in)
    return source, _clusters(*_kinds(set(stand_ins.values())))


def _sign_by_sign(text: str) -> str | None:
    """The text with each character beyond ASCII as it is compared, where each is one that is compared by itself; else
    None."""
    for char in set(_BEYOND_ASCII.findall(text)):
        stand_in = _by_itself(char)
        if not stand_in:
            return None
        if stand_in != char:
            text = text.replace(char, stand_in)
    return text


@cache
def _by_itself(char: str) -> str:
    """What stands for a character that joins no other one and is no several; empty where it is not of this kind."""
    stand_in = _stand_in(char)
    return stand_in if stand_in.isascii() or not any(_kinds({stand_in})) else ""


def _kinds(alphabet: set[str]) -> tuple[str, str, str]:
    """The alphabet's characters that are unseen, that join the one before, and that are several when folded."""
    unseen = alphabet & _UNSEEN_SET
    joining = {char for char in alphabet - unseen if _joins(char)}
    expanding = {char for char in alphabet - unseen - joining if _fold_cluster(char) != char}
    return "".join(sorted(unseen)), "".join(sorted(joining)), "".join(sorted(expanding))


@cache
def _stand_in(char: str) -> str:
    """The one character that `char` is compared as, where it is one."""
    if char.isspace():
        return " "
    if char in _UNSEEN_SET:
        return char
    if char in _STAND_INS:
        return _STAND_INS[char]
    resolved = unicodedata.normalize("NFKC", char)
    return _stand_in(resolved) if len(resolved) == 1 and resolved != char else char


@cache
def _joins(char: str) -> bool:
    first = unicodedata.normalize("NFKD", char)[0]
    composes = any(low <= ord(first) <= high for low, high in _COMPOSING_LETTERS)
    return composes or unicodedata.category(first).startswith("M")


@lru_cache(maxsize=4096)
def _fold_cluster(cluster: str) -> str:
    seen = "".join(char for char in cluster if char not in _UNSEEN_SET)
    folded = unicodedata.normalize("NFKC", seen)
    if folded != folded.strip():  # a free-standing accent would become a space that carries a mark
        folded = unicodedata.normalize("NFC", seen)
    return "".join(map(_stand_in, folded))


@lru_cache(maxsize=256)
def _clusters(unseen: str, joining: str, expanding: str) -> re.Pattern[str]:
    """What finds the stretches that do not fold character by character, given the alphabet's unusual characters."""
    no, join = re.escape(unseen), re.escape(joining)
    gap = f"[{no}]*" if unseen else ""
    marks = f"(?:[{join}]{gap}){{%d,{_MARKS_IN_A_CLUSTER}}}"
    base = rf"[^ \-{no}{join}]"
    found = [rf" [ {no}]+", rf"-[\-{no}]+"]
    if expanding:
        found.append(f"[{re.escape(expanding)}]{gap}" + (marks % 0 if joining else ""))
    if joining:
        found.append(f"{base}{gap}{marks % 1}")
    if unseen:
        found.append(f"{base}[{no}]+")
    if joining:
        found.append(marks % 1)
    if unseen:
        found.append(f"[{no}]+")
    return re.compile("|".join(found))
