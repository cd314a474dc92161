"""Text as it is searched: folded, and cut into words and into signs.

A word is found by how it begins, whatever its case and accents. Writing that
puts no space between words (Han, kana, hangul, Thai …) has no beginnings to go
by: there every sign is a token of its own, and a run of them is asked for as a
phrase. So 向量 is found inside 高维向量空间. An emoji is a sign too.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_QUERY = 1_000
"""Characters of a query that are looked at."""
MOST_PIECES = 20
"""Words and runs of a query that are looked for; all of them must be found."""
EXCERPT = 160
"""Characters of an entry that are shown around a hit."""
_WINDOW = 300
_GAP = " x "
"""Stands between two runs, so that no phrase reaches from one into the other."""

_DROPPED = (
    "\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff"  # what is not seen
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
)
_SIGNS = (
    "\u0900-\u109f\u1780-\u17ff"  # Indic scripts, Thai, Lao, Tibetan, Burmese, Khmer
    "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff"  # hangul
    "\u2600-\u27bf\U0001f000-\U0001faff"  # emoji
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u31ff"  # kana and its neighbours
    "\u3400-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"  # Han, Yi
)
_LETTER = rf"[^\W_{_SIGNS}]"
_DROP = re.compile(f"[{_DROPPED}]+")
_RUN = re.compile(f"[{_SIGNS}]+")
_WORD = re.compile(f"{_LETTER}+")
_FOLLOWS = rf"[{_DROPPED}\u1160-\u11ff\u3099\u309a\uff9e\uff9f]"
_CLUSTER = re.compile(rf"[\x00-\x7f]+(?!{_FOLLOWS})|.{_FOLLOWS}*", re.DOTALL)
"""ASCII, which keeps its length when folded, or a sign with all that changes it."""
_FENCE = re.compile(
    r"^[ \t]*(?:`{3,}|~{3,})[^\n`]*$|^[ \t]*\|?[ \t]*:?-{3,}[-:| \t]*$", re.MULTILINE
)
"""A fence of code, a rule, or the line below a table's head."""
_TABLE_ROW = re.compile(r"^[ \t]*\|.*$", re.MULTILINE)
_LINE_SIGNS = re.compile(
    r"^[ \t]*(?:(?:#{1,6}|>|[-*+](?:[ \t]+\[[ xX]\])?)(?:[ \t]+|$))+", re.MULTILINE
)
_PAIRS = (
    re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*"),
    re.compile(r"(?<![*\w])\*(?=\S)([^*\n]+)(?<=\S)\*(?![*\w])"),
    re.compile(r"`([^`\n]+)`"),
)
_STRAY = re.compile(r"(?<!\S)\*\*(?=\S)|(?<=\S)\*\*(?=[\s.,;:!?)，。；：！？]|$)|`{3,}")
"""Half of a pair whose other half is beyond the piece."""
_CHUNK = re.compile(r'"([^"]+)"|([^\s"]+)')


def words(text: str) -> str:
    """Return the words of a text, folded, a space between."""
    return " ".join(_WORD.findall(_fold(text)))


def spaced(text: str) -> str:
    """Return the signs of a text, a space between: 用ollama吧 becomes 用 x 吧."""
    if text.isascii():
        return ""
    return _GAP.join(" ".join(run) for run in _RUN.findall(_fold(text)))


def query(text: str) -> str:
    """Return the FTS5 expression over the columns `words` and `signs`, "" if nothing is asked.

    Between quotes, and within one word such as node.js, the parts must follow
    each other. No character of a query is an operator.
    """
    return " AND ".join(piece.expression for piece in _pieces(text))


def marks(excerpt: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of the query `text` stand: (start, length) pairs, in order."""
    pattern = _pattern(text)
    if pattern is None:
        return ()
    folded, starts, ends = _with_origins(excerpt)
    places = (match.span() for match in pattern.finditer(folded))
    return tuple((starts[a], ends[b - 1] - starts[a]) for a, b in places)


def excerpt(text: str, asked: str) -> str:
    """Return a piece of a text in one line, about where the query `asked` is first found.

    It is read as prose, so markdown's signs are left out of it.
    """
    begin = _before(text, _first_place(text, asked))
    piece = " ".join(without_signs(text[begin : begin + EXCERPT]).split())
    head = "…" if text[:begin].strip() else ""
    return head + piece + ("…" if text[begin + EXCERPT :].strip() else "")


def without_signs(text: str) -> str:
    """Return markdown without the signs of headings, lists, quotes, tables, emphasis and code.

    A sign that may be meant, as in `2 ** 3` or `__init__`, stays.
    """
    text = _TABLE_ROW.sub(lambda row: row[0].replace("|", " "), _FENCE.sub("", text))
    text = _LINE_SIGNS.sub("", text)
    for pair in _PAIRS:
        text = pair.sub(r"\1", text)
    return _STRAY.sub("", text)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What must be found in one go: words that follow each other, or a run of signs."""

    tokens: tuple[str, ...]
    is_run: bool

    @property
    def expression(self) -> str:
        phrase = " ".join(self.tokens)
        return f'signs : "{phrase}"' if self.is_run else f'words : "{phrase}" *'

    @property
    def pattern(self) -> str:
        if self.is_run:
            return re.escape("".join(self.tokens))
        between = f"(?:(?!{_LETTER}).)+"
        return f"(?<!{_LETTER})" + between.join(map(re.escape, self.tokens))


def _pieces(text: str) -> tuple[_Piece, ...]:
    found: dict[_Piece, None] = {}
    for quoted, bare in _CHUNK.findall(text[:LONGEST_QUERY]):
        folded = _fold(quoted or bare)
        if tokens := tuple(_WORD.findall(folded)):
            found[_Piece(tokens, is_run=False)] = None
        for run in _RUN.findall(folded):
            found[_Piece(tuple(run), is_run=True)] = None
    return tuple(found)[:MOST_PIECES]


def _pattern(text: str) -> re.Pattern[str] | None:
    longest_first = sorted((piece.pattern for piece in _pieces(text)), key=len, reverse=True)
    return re.compile("|".join(longest_first), re.DOTALL) if longest_first else None


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", _DROP.sub("", plain))


def _with_origins(text: str) -> tuple[str, list[int], list[int]]:
    """Fold a text, and say where each character of the result begins and ends in it."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        begin, end = cluster.span()
        signs = _fold(cluster.group())
        is_kept = end - begin == len(signs)
        folded.append(signs)
        starts += range(begin, end) if is_kept else [begin] * len(signs)
        ends += range(begin + 1, end + 1) if is_kept else [end] * len(signs)
    return "".join(folded), starts, ends


def _first_place(text: str, asked: str) -> int:
    """Where the first word of a query stands; only the window around it is looked at closely."""
    if (pattern := _pattern(asked)) is None:
        return 0
    for begin, window in _windows(text):
        if pattern.search(_fold(window)) and (found := marks(window, asked)):
            return begin + found[0][0]
    return 0


def _windows(text: str) -> Iterator[tuple[int, str]]:
    for begin in range(0, max(len(text), 1), _WINDOW):
        yield begin, text[begin : begin + _WINDOW + EXCERPT]


def _before(text: str, place: int) -> int:
    """Return where an excerpt begins that shows this place: some way before it, at a word."""
    if place <= EXCERPT // 3:
        return 0
    begin = place - EXCERPT // 4
    space = re.search(r"\s", text[begin:place])
    return begin + space.end() if space and space.end() < EXCERPT // 5 else begin
