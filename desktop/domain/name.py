"""Names of models: the rules of the server, and what people paste where a name is asked for."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import unquote, urlsplit

from desktop.domain.model import DEFAULT_NAMESPACE, DEFAULT_REGISTRY, DEFAULT_TAG

MAX_PART = 80
"""Characters in a namespace, model or tag (types/model/name.go; fact 55)."""
MAX_REGISTRY = 350


class NameProblem(Enum):
    """Why a text is not the name of a model."""

    EMPTY = auto()
    INVISIBLE = auto()
    SPACE = auto()
    NOT_ASCII = auto()
    CHARACTER = auto()
    TOO_LONG = auto()
    DIGEST = auto()
    PART_EMPTY = auto()
    PARTS = auto()
    NOT_A_MODEL_PAGE = auto()


class BadName(ValueError):
    """A text that is not the name of a model: why, and which part of it."""

    def __init__(self, problem: NameProblem, part: str = "") -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.part = part


@dataclass(frozen=True, slots=True)
class ModelName:
    """A name with every part filled in, as a server completes it (fact 56)."""

    registry: str
    namespace: str
    model: str
    tag: str

    @property
    def short(self) -> str:
        """The name as Ollama lists it: default parts are left out, but never the tag."""
        return f"{self.family}:{self.tag}"

    @property
    def family(self) -> str:
        """The name without its tag, default parts left out."""
        if self.registry.lower() != DEFAULT_REGISTRY:
            return f"{self.registry}/{self.namespace}/{self.model}"
        if self.namespace.lower() != DEFAULT_NAMESPACE:
            return f"{self.namespace}/{self.model}"
        return self.model

    @property
    def key(self) -> str:
        """What a server compares: all parts, without case (fact 55)."""
        return f"{self.registry}/{self.namespace}/{self.model}:{self.tag}".lower()


def parse_name(text: str) -> ModelName:
    """Read a name as a server would, and fill in what it leaves out.

    Raises:
        BadName: the server would refuse it.
    """
    text = text.strip(" \t\r\n")
    _check_characters(text)
    if "@" in text:
        raise BadName(NameProblem.DIGEST, text)
    rest = text.split("://", 1)[-1]  # A scheme is dropped (fact 41).
    head, colon, tag = rest.rpartition(":")
    if not colon or "/" in tag:
        head, tag = rest, DEFAULT_TAG
    parts = head.split("/")
    if len(parts) > 3:
        raise BadName(NameProblem.PARTS, head)
    registry, namespace, model = [DEFAULT_REGISTRY, DEFAULT_NAMESPACE][: 3 - len(parts)] + parts
    _check_registry(registry)
    for part in (namespace, model, tag):
        _check_part(part)
    if "." in namespace:
        raise BadName(NameProblem.CHARACTER, ".")
    return ModelName(registry, namespace, model, tag)


def is_same_name(one: str, other: str) -> bool:
    """Whether a server takes both texts for one name; what it would refuse is compared as text."""
    try:
        return parse_name(one).key == parse_name(other).key
    except BadName:
        return one.strip() == other.strip()


def split_tag(name: str) -> tuple[str, str]:
    """Split a listed name into what stands before its tag, and the tag without the colon."""
    head, colon, tag = name.rpartition(":")
    return (head, tag) if colon and "/" not in tag else (name, "")


_COMMAND = re.compile(
    r"\bollama(?:\.exe)?[ \t]+(?:run|pull|show|push|stop)\b(?P<rest>.*)", re.IGNORECASE
)
_TAKES_A_VALUE = {"--keepalive", "--format", "--dimensions"}
"""Options of `ollama run` whose value is a word of its own."""
_AROUND = " \t\r\n`<>\"'"
_HUGGING_FACE = {"huggingface.co", "www.huggingface.co", "hf.co"}
_OLLAMA = {"ollama.com", "www.ollama.com", "ollama.ai", "www.ollama.ai"}


def read_pasted(text: str) -> ModelName:
    """Read a name from whatever people have at hand.

    A plain name, a line such as `ollama run llama3.2 --verbose "hello"`, the
    address of a page of ollama.com or Hugging Face, or `hf.co/user/repo:Q4_K_M`.

    Raises:
        BadName: there is no name in it, or not one that a server takes.
    """
    text = text.strip(_AROUND)
    if match := _COMMAND.search(text):
        text = _first_argument(match["rest"].split())
    host, path = _split_page(text)
    if host in _OLLAMA:
        return parse_name(_library_page(path))
    if host in _HUGGING_FACE:
        return parse_name(_hugging_face_page(path))
    return parse_name(text)


def _first_argument(words: list[str]) -> str:
    is_value = False
    for word in words:
        if not is_value and not word.startswith("-"):
            return word.strip(_AROUND)
        is_value = word in _TAKES_A_VALUE
    return ""


def _split_page(text: str) -> tuple[str, str]:
    address = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(address)
        return (parts.hostname or "", unquote(parts.path)) if "/" in text else ("", "")
    except ValueError:
        return "", ""


def _library_page(path: str) -> str:
    """From /library/qwen2.5:14b, /library/qwen2.5/tags, /user/model:tag or /user/model/blobs/…."""
    parts = [part for part in path.split("/") if part]
    if len(parts) < 2 or parts[0] in {"search", "models", "blog", "download", "docs"}:
        raise BadName(NameProblem.NOT_A_MODEL_PAGE, path)
    return "/".join(parts[:2])


def _hugging_face_page(path: str) -> str:
    """From /user/repo, /user/repo:Q4_K_M, /user/repo/tree/main or …/blob/main/x-Q4_K_M.gguf."""
    parts = [part for part in path.split("/") if part]
    if len(parts) < 2 or parts[0] in {"models", "datasets", "spaces", "docs"}:
        raise BadName(NameProblem.NOT_A_MODEL_PAGE, path)
    name = f"hf.co/{parts[0]}/{parts[1]}"
    quantization = re.search(r"[-.]((?:I?Q\d\w*|F16|F32|BF16))\.gguf$", parts[-1], re.IGNORECASE)
    if quantization and ":" not in parts[1]:
        name += f":{quantization[1]}"
    return name


def _check_characters(text: str) -> None:
    if not text:
        raise BadName(NameProblem.EMPTY)
    for character in text:
        if character == " ":
            raise BadName(NameProblem.SPACE, text)
        if not character.isprintable() or character.isspace():
            raise BadName(NameProblem.INVISIBLE, f"U+{ord(character):04X}")
        if not character.isascii():
            raise BadName(NameProblem.NOT_ASCII, character)


def _check_registry(registry: str) -> None:
    if not registry:
        raise BadName(NameProblem.PART_EMPTY)
    if len(registry) > MAX_REGISTRY:
        raise BadName(NameProblem.TOO_LONG, registry)
    if wrong := re.search(r"[^A-Za-z0-9_.:\-]", registry) or re.match(r"[.:\-]", registry):
        raise BadName(NameProblem.CHARACTER, wrong[0])


def _check_part(part: str) -> None:
    if not part:
        raise BadName(NameProblem.PART_EMPTY)
    if len(part) > MAX_PART:
        raise BadName(NameProblem.TOO_LONG, part)
    if wrong := re.search(r"[^A-Za-z0-9_.\-]", part):
        raise BadName(NameProblem.CHARACTER, wrong[0])
    if not (part[0].isalnum() or part[0] == "_"):
        raise BadName(NameProblem.CHARACTER, part[0])
