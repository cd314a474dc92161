"""The environment variables that steer a server: their types, defaults and what is wrong with one.

From what a server prints of itself as it starts ("server config") and its `envconfig`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import SplitResult, urlsplit

LONGEST = 8192
"""Characters of a value; setx of Windows takes 1,024."""


class Kind(Enum):
    """What a value is; each kind has its own field in a form."""

    ADDRESS = auto()
    FOLDER = auto()
    DURATION = auto()
    COUNT = auto()
    BYTES = auto()
    SWITCH = auto()
    CHOICE = auto()
    LIST = auto()
    PROXY = auto()


class Problem(Enum):
    """Why a value would not be understood, or not as it was meant."""

    INVISIBLE = auto()
    TOO_LONG = auto()
    NOT_AN_ADDRESS = auto()
    NOT_A_WHOLE_PATH = auto()
    NOT_A_DURATION = auto()
    NOT_A_NUMBER = auto()
    NOT_A_SWITCH = auto()
    NOT_A_CHOICE = auto()
    NOT_A_PROXY = auto()
    SPACE = auto()
    HOLDS_A_SECRET = auto()
    """A proxy's sign-in, where only plain settings would keep it."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable. `help_key` names its explanation; the words are the ui's.

    `default` is what the server does without it; "" where it decides by the machine.
    """

    name: str
    kind: Kind
    default: str = ""
    choices: tuple[str, ...] = ()

    @property
    def help_key(self) -> str:
        return self.name.removeprefix("OLLAMA_").lower()


VARIABLES: tuple[Variable, ...] = (
    Variable("OLLAMA_HOST", Kind.ADDRESS, "127.0.0.1:11434"),
    Variable("OLLAMA_MODELS", Kind.FOLDER),
    Variable("OLLAMA_KEEP_ALIVE", Kind.DURATION, "5m"),
    Variable("OLLAMA_CONTEXT_LENGTH", Kind.COUNT, "0"),
    Variable("OLLAMA_NUM_PARALLEL", Kind.COUNT, "1"),
    Variable("OLLAMA_MAX_LOADED_MODELS", Kind.COUNT, "0"),
    Variable("OLLAMA_MAX_QUEUE", Kind.COUNT, "512"),
    Variable("OLLAMA_FLASH_ATTENTION", Kind.SWITCH),
    Variable("OLLAMA_KV_CACHE_TYPE", Kind.CHOICE, "f16", ("f16", "q8_0", "q4_0")),
    Variable("OLLAMA_GPU_OVERHEAD", Kind.BYTES, "0"),
    Variable("OLLAMA_SCHED_SPREAD", Kind.SWITCH, "0"),
    Variable("OLLAMA_LOAD_TIMEOUT", Kind.DURATION, "5m"),
    Variable("OLLAMA_ORIGINS", Kind.LIST),
    Variable("OLLAMA_NO_CLOUD", Kind.SWITCH, "0"),
    Variable("OLLAMA_REMOTES", Kind.LIST, "ollama.com"),
    Variable("OLLAMA_NOPRUNE", Kind.SWITCH, "0"),
    Variable("OLLAMA_MAX_TRANSFER_STREAMS", Kind.COUNT, "4"),
    Variable("OLLAMA_DEBUG", Kind.CHOICE, "0", ("0", "1", "2")),
    Variable("OLLAMA_VULKAN", Kind.SWITCH, "1"),
    Variable("OLLAMA_LLM_LIBRARY", Kind.LIST),
    Variable("CUDA_VISIBLE_DEVICES", Kind.LIST),
    Variable("ROCR_VISIBLE_DEVICES", Kind.LIST),
    Variable("HIP_VISIBLE_DEVICES", Kind.LIST),
    Variable("GPU_DEVICE_ORDINAL", Kind.LIST),
    Variable("HSA_OVERRIDE_GFX_VERSION", Kind.LIST),
    Variable("HTTPS_PROXY", Kind.PROXY),
    Variable("HTTP_PROXY", Kind.PROXY),
    Variable("NO_PROXY", Kind.LIST),
)
"""In the order of a form: where it listens, memory, the network, the graphics cards, proxies."""

BY_NAME: Mapping[str, Variable] = {variable.name: variable for variable in VARIABLES}

_SWITCHES = frozenset(
    ("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False")
)
"""What Go's strconv.ParseBool takes; any other word counts as "on" for the server."""
_DURATION = re.compile(r"[+-]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+", re.ASCII)
_SECONDS = re.compile(r"-?\d+", re.ASCII)
_NUMBER = re.compile(r"\d{1,19}", re.ASCII)
_PROXIES = frozenset({"http", "https", "socks5", "socks5h"})


def problem_of(variable: Variable, value: str) -> Problem | None:
    """Return what is wrong with a value; an empty one is none, and leaves the default."""
    if any(not letter.isprintable() for letter in value):
        return Problem.INVISIBLE
    if len(value) > LONGEST:
        return Problem.TOO_LONG
    return _problem(variable, value) if value else None


def is_on(value: str) -> bool:
    """Whether the server takes a switch's value as "on"."""
    return value not in {"", "0", "f", "F", "FALSE", "false", "False"}


def parts_of(address: str) -> SplitResult | None:
    """Return OLLAMA_HOST taken apart, with `hostname` None where only a port is given."""
    text = address.strip().strip("\"'")
    try:
        parts = urlsplit(text if "://" in text else f"http://{_bracketed(text)}")
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or parts.username is not None:
        return None
    return parts


def _bracketed(text: str) -> str:
    """Put an IPv6 address that stands alone into the brackets that a URL wants."""
    return f"[{text}]" if text.count(":") > 1 and not text.startswith("[") else text


def _problem(variable: Variable, value: str) -> Problem | None:
    match variable.kind:
        case Kind.ADDRESS:
            return None if _is_address(value) else Problem.NOT_AN_ADDRESS
        case Kind.FOLDER:
            whole = PurePosixPath(value).is_absolute() or PureWindowsPath(value).is_absolute()
            return None if whole else Problem.NOT_A_WHOLE_PATH
        case Kind.DURATION:
            return None if _is_duration(value) else Problem.NOT_A_DURATION
        case Kind.COUNT | Kind.BYTES:
            return None if _NUMBER.fullmatch(value) else Problem.NOT_A_NUMBER
        case Kind.SWITCH:
            return None if value in _SWITCHES else Problem.NOT_A_SWITCH
        case Kind.CHOICE:
            return None if value in variable.choices else Problem.NOT_A_CHOICE
        case Kind.LIST:
            return Problem.SPACE if " " in value else None
        case Kind.PROXY:
            return None if _is_proxy(value) else Problem.NOT_A_PROXY


def _is_address(value: str) -> bool:
    return " " not in value and parts_of(value) is not None


def _is_duration(value: str) -> bool:
    """Whether Go reads it; a whole number alone is seconds, and a negative one is "for ever"."""
    if _SECONDS.fullmatch(value):
        return True
    return bool(_DURATION.fullmatch(value))


def _is_proxy(value: str) -> bool:
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in _PROXIES and bool(parts.hostname) and " " not in value
