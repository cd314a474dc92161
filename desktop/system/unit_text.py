"""How systemd writes a service's environment: its quoting, its files, its drop-ins.

From systemd.syntax(7), systemd.exec(5) and systemd.unit(5): words are parted by spaces, may
stand in quotes, know C's escapes, and `%` begins a specifier. `$` means nothing here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

_ESCAPES = {
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    "s": " ",
    "\\": "\\",
    '"': '"',
    "'": "'",
}
_WRITTEN = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "%": "%%"}
_NUMBERED = {"x": 2, "u": 4, "U": 8}
_OCTAL = re.compile(r"[0-3][0-7]{2}")
_HEX = re.compile(r"[0-9A-Fa-f]+")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SPACES = " \t\n\r"


class BadSyntax(ValueError):
    """A line that systemd would not read to its end: a quote or an escape is wrong."""


def assignment(name: str, value: str) -> str:
    """Return `"NAME=value"`, quoted so that systemd reads exactly that value.

    Raises:
        BadSyntax: systemd could not hold it: a strange name, or a control character.
    """
    if not _NAME.fullmatch(name):
        raise BadSyntax(name)
    if any(letter not in "\n\t" and (letter < " " or letter == "\x7f") for letter in value):
        raise BadSyntax(name)
    return '"' + "".join(_WRITTEN.get(letter, letter) for letter in f"{name}={value}") + '"'


def drop_in(environment: Mapping[str, str], unset: Iterable[str] = ()) -> str:
    """Return the text of a drop-in that sets these variables, and takes away what others set.

    Raises:
        BadSyntax: systemd could not hold a value.
    """
    lines = [f"Environment={assignment(name, value)}" for name, value in environment.items()]
    without = [f"UnsetEnvironment={name}" for name in sorted(unset) if _NAME.fullmatch(name)]
    return "\n".join(["[Service]", *lines, *without, ""])


def settings(text: str, section: str = "Service") -> Iterator[tuple[str, str]]:
    """Yield each `Key=value` of a section, in order; a line may go on after a backslash."""
    here = ""
    for line in _whole_lines(text):
        if line.startswith("[") and line.endswith("]"):
            here = line[1:-1]
        elif here == section and "=" in line:
            key, _, value = line.partition("=")
            yield key.strip(), value.strip()


def read_environment(known: Mapping[str, str], text: str) -> dict[str, str]:
    """Return what is known with what a unit's or drop-in's text sets; the later one holds.

    An empty `Environment=` forgets everything before it. What systemd would not read is left out.
    """
    found = dict(known)
    for key, value in settings(text):
        if key == "Environment" and not value:
            found.clear()
        elif key == "Environment":
            found |= _assignments(value)
        elif key == "UnsetEnvironment":
            for word in _readable(value):
                found.pop(word.partition("=")[0], None)
    return found


def words(text: str) -> Iterator[str]:
    """Yield the words of a line, without quotes and escapes.

    Raises:
        BadSyntax: at the word that systemd stops at too.
    """
    at = 0
    while at < len(text):
        if text[at] in _SPACES:
            at += 1
            continue
        word, at = _word(text, at)
        yield word


def _assignments(value: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in _readable(value):
        name, equals, rest = word.partition("=")
        if equals and _NAME.fullmatch(name):
            found[name] = rest.replace("%%", "%")
    return found


def _readable(text: str) -> Iterator[str]:
    try:
        yield from words(text)
    except BadSyntax:
        return


def _word(text: str, at: int) -> tuple[str, int]:
    parts: list[bytes] = []
    quote = ""
    while at < len(text) and (quote or text[at] not in _SPACES):
        letter = text[at]
        at += 1
        if letter == "\\":
            part, at = _escaped(text, at)
            parts.append(part)
        elif letter == quote:
            quote = ""
        elif not quote and letter in "\"'":
            quote = letter
        else:
            parts.append(letter.encode(errors="replace"))
    if quote:
        raise BadSyntax(text)
    return b"".join(parts).decode(errors="replace"), at


def _escaped(text: str, at: int) -> tuple[bytes, int]:
    """Return the bytes an escape stands for and where the text goes on, from after its backslash.

    `\\x` and octal numbers are bytes, of which several make one letter; the others are letters.
    """
    letter = text[at : at + 1]
    if letter in _ESCAPES:
        return _ESCAPES[letter].encode(), at + 1
    if match := _OCTAL.match(text, at):
        return bytes([int(match.group(), 8)]), at + 3
    size = _NUMBERED.get(letter, 0)
    digits = text[at + 1 : at + 1 + size]
    if not size or len(digits) != size or not _HEX.fullmatch(digits):
        raise BadSyntax(text)
    number = int(digits, 16)
    if letter == "x" and number:
        return bytes([number]), at + 3
    if not 0 < number < 0x110000:
        raise BadSyntax(text)
    return chr(number).encode(errors="replace"), at + 1 + size


def _whole_lines(text: str) -> Iterator[str]:
    begun = ""
    for raw in text.split("\n"):
        line = raw.strip()
        if line.startswith(("#", ";")) or (not line and not begun):
            continue
        if (len(line) - len(line.rstrip("\\"))) % 2:
            begun += line[:-1] + " "
            continue
        yield (begun + line).strip()
        begun = ""
    if begun:
        yield begun.strip()
