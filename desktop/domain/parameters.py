"""Which parameters a model can have: their types, ranges and what Ollama does without them.

From DefaultOptions and Options of Ollama's api/types.go, 0.33.0. The server
checks none of this when a model is created (fact 49): a wrong value makes
every later use of the model fail.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from math import inf, isfinite

from desktop.domain.model import JsonValue


class Kind(Enum):
    """What a value has to be. TEXTS may be given several times."""

    WHOLE = auto()
    REAL = auto()
    SWITCH = auto()
    TEXTS = auto()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; `default` is None where Ollama or the host chooses.

    `lowest` and `highest` are what makes sense, not what the server enforces:
    it enforces nothing but the type. `automatic` is the value below `lowest` that
    means "as you like": -1 for most, 0 for threads.
    """

    name: str
    kind: Kind
    default: float | bool | None = None
    lowest: float = -inf
    highest: float = inf
    automatic: int | None = None


PARAMETERS: dict[str, Parameter] = {
    parameter.name: parameter
    for parameter in (
        Parameter("temperature", Kind.REAL, 0.8, 0, 2),
        Parameter("top_p", Kind.REAL, 0.9, 0, 1),
        Parameter("top_k", Kind.WHOLE, 40, 0, 1_000),
        Parameter("min_p", Kind.REAL, 0, 0, 1),
        Parameter("typical_p", Kind.REAL, 1, 0, 1),
        Parameter("num_ctx", Kind.WHOLE, None, 4, 16_777_216),
        Parameter("num_predict", Kind.WHOLE, -1, 0, 16_777_216, automatic=-1),
        Parameter("stop", Kind.TEXTS),
        Parameter("seed", Kind.WHOLE, -1, 0, 2**32 - 1, automatic=-1),
        Parameter("repeat_penalty", Kind.REAL, 1, 0, 2),
        Parameter("repeat_last_n", Kind.WHOLE, 64, 0, 16_777_216, automatic=-1),
        Parameter("presence_penalty", Kind.REAL, 0, -2, 2),
        Parameter("frequency_penalty", Kind.REAL, 0, -2, 2),
        Parameter("num_keep", Kind.WHOLE, 4, 0, 16_777_216, automatic=-1),
        Parameter("num_batch", Kind.WHOLE, 512, 1, 65_536),
        Parameter("num_gpu", Kind.WHOLE, -1, 0, 10_000, automatic=-1),
        Parameter("main_gpu", Kind.WHOLE, 0, 0, 64),
        Parameter("num_thread", Kind.WHOLE, 0, 1, 1_024, automatic=0),
        Parameter("draft_num_predict", Kind.WHOLE, 4, 0, 1_024),
        Parameter("use_mmap", Kind.SWITCH),
    )
}
DEPRECATED = frozenset(
    {
        "penalize_newline",
        "low_vram",
        "f16_kv",
        "logits_all",
        "vocab_only",
        "use_mlock",
        "mirostat",
        "mirostat_tau",
        "mirostat_eta",
    }
)
"""Still read without an error, and without any effect."""

_TRUE = frozenset({"1", "t", "T", "TRUE", "true", "True"})
_FALSE = frozenset({"0", "f", "F", "FALSE", "false", "False"})
_LARGEST = 2**63
_LARGEST_REAL = 3.4028235e38
"""Of 32 bits, which is what the server has for these."""


class BadValue(ValueError):
    """A value of the wrong type, in Ollama's words."""


def read_value(name: str, text: str) -> JsonValue:
    """Return what a PARAMETER line's text means: a number, a bool, or the text of a `stop`.

    Raises:
        BadValue: with the words of Ollama's own client for it.
    """
    parameter = PARAMETERS.get(name)
    if parameter is None:
        raise BadValue(f"unknown parameter '{name}'")
    match parameter.kind:
        case Kind.TEXTS:
            return text
        case Kind.SWITCH:
            return _read_switch(text)
        case Kind.WHOLE:
            return _read_whole(text)
        case Kind.REAL:
            return _read_real(text)


def is_sensible(name: str, value: float) -> bool:
    """Whether a number lies in the range that makes sense, or is the one that means automatic."""
    parameter = PARAMETERS[name]
    return value == parameter.automatic or parameter.lowest <= value <= parameter.highest


def unquoted(text: str) -> str:
    """Read what Go quoted, as a card does with every text among its parameters (fact 64).

    What is no quoted text is returned as it is. Go's escapes are not JSON's: it
    has \\a, \\v and \\x, and writes a byte that is no UTF-8 as \\xff, which is U+FFFD here.
    """
    if len(text) < 2 or not text[0] == text[-1] == '"':
        return text
    return _ESCAPE.sub(_unescaped, text[1:-1])


def written_value(name: str, shown: str) -> str:
    """Return what a PARAMETER line has to say for the value that a card shows.

    Go shows every number as a float, and a large one as 1.048576e+06, which its
    own parser refuses for a parameter that has to be whole.
    """
    value = unquoted(shown)
    parameter = PARAMETERS.get(name)
    if parameter is None or parameter.kind is not Kind.WHOLE or "e" not in value.lower():
        return value
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if isfinite(number) and number.is_integer() else value


_ESCAPE = re.compile(r"\\(?:([abfnrtv\\\"'])|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")
_SHORT = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def _unescaped(match: re.Match[str]) -> str:
    if short := match[1]:
        return _SHORT.get(short, short)
    code = int(match[2] or match[3] or match[4], 16)
    is_broken_byte = match[2] is not None and code > 0x7F
    return "\ufffd" if is_broken_byte or code > 0x10FFFF else chr(code)


def _read_switch(text: str) -> bool:
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    raise BadValue(f"invalid bool value [{text}]")


def _read_whole(text: str) -> int:
    digits = text[1:] if text[:1] in {"+", "-"} else text
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 19:
        raise BadValue(f"invalid int value [{text}]")
    value = int(text)
    if not -_LARGEST <= value < _LARGEST:
        raise BadValue(f"invalid int value [{text}]")
    return value


def _read_real(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = inf
    if not abs(value) <= _LARGEST_REAL or "_" in text or text != text.strip():
        raise BadValue(f"invalid float value [{text}]")
    return value
