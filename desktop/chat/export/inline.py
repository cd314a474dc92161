"""Markdown within a line as HTML: code, bold, emphasis and safe links, all else escaped.

Whatever goes into the page goes through `escaped`, once, at the lowest level.
"""

import html
import re
from urllib.parse import urlsplit

from desktop.domain.text import visible

_SIGNS = re.compile(
    r"(?<!`)(?P<ticks>`++)(?P<code>[^`\n]+)(?P=ticks)(?!`)"
    r"|\*\*(?P<bold>[^\s*][^*\n]*)\*\*"
    r"|(?<![*\w])\*(?P<soft>[^\s*][^*\n]*)\*(?![*\w])"
    r"|(?<!!)\[(?P<label>[^\[\]\n]{1,500})\]\((?P<address>[^()\s<>\"]{1,2000})\)"
    r"|(?P<bare>https?://[^\s<>\"'`*\[\](){}|\\^]{1,2000}[^\s<>\"'`*\[\](){}|\\^.,;:!?])"
)
_SCHEMES = frozenset({"http", "https", "mailto"})


def escaped(text: str) -> str:
    """Return text that is nothing but text in HTML, with everything unseen written out."""
    return html.escape(visible(text, keep_newlines=True), quote=True)


def inline(text: str) -> str:
    """Return a paragraph's text as HTML."""
    parts: list[str] = []
    at = 0
    for match in _SIGNS.finditer(text):
        parts += [escaped(text[at : match.start()]), _element(match)]
        at = match.end()
    return "".join([*parts, escaped(text[at:])])


def _element(match: re.Match[str]) -> str:
    if match["code"] is not None:
        return f"<code>{escaped(match['code'])}</code>"
    if match["bold"] is not None:
        return f"<strong>{escaped(match['bold'])}</strong>"
    if match["soft"] is not None:
        return f"<em>{escaped(match['soft'])}</em>"
    if match["bare"] is not None:
        return _link(match["bare"], match["bare"], match[0])
    return _link(match["address"], match["label"], match[0])


def _link(address: str, label: str, whole: str) -> str:
    """A link that is followed to the address it shows; anything else stays text."""
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return escaped(whole)
    if scheme not in _SCHEMES or not address.isprintable() or not address.isascii():
        return escaped(whole)
    shown = escaped(label) if label == address else f"{escaped(label)} ({escaped(address)})"
    safe = html.escape(address, quote=True)
    return f'<a href="{safe}" rel="noopener noreferrer">{shown}</a>'
