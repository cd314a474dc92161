"""What a file is, by its first bytes; the name only says what it should be."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.gguf import MAGIC, MAGIC_TURNED
from desktop.domain.gguf_facts import GgufFacts, GgufKind, facts_of
from desktop.domain.gguf_stream import Stream
from desktop.domain.safetensors import is_safetensors, safetensors_facts
from desktop.workshop.doubts import Doubt

HEAD = 4096
"""Bytes that are looked at to tell what a file is."""


class SourceKind(Enum):
    """What a file is that a Modelfile names."""

    GGUF = auto()
    LORA_GGUF = auto()
    PROJECTOR = auto()
    VOCABULARY = auto()
    OTHER_GGUF = auto()
    OLD_GGML = auto()
    """The formats before GGUF, which no server reads any more."""
    SAFETENSORS = auto()
    PYTORCH = auto()
    PICKLE = auto()
    CONFIG = auto()
    TOKENIZER = auto()
    TEMPLATE = auto()
    LFS_POINTER = auto()
    WEB_PAGE = auto()
    PRIVATE_KEY = auto()
    ARCHIVE = auto()
    TEXT = auto()
    FOLDER = auto()
    UNKNOWN = auto()
    """Other bytes, or nothing that could be looked at."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a file's contents. `want` is how many bytes it should have, where known."""

    kind: SourceKind
    doubts: frozenset[Doubt] = frozenset()
    header: GgufFacts | None = None
    want: int = 0


_GGUF_KINDS = {
    GgufKind.MODEL: SourceKind.GGUF,
    GgufKind.LORA: SourceKind.LORA_GGUF,
    GgufKind.PROJECTOR: SourceKind.PROJECTOR,
    GgufKind.VOCAB: SourceKind.VOCABULARY,
    GgufKind.OTHER: SourceKind.OTHER_GGUF,
}
GGUF_KINDS = frozenset(_GGUF_KINDS.values())
_ENDINGS = {
    ".gguf": GGUF_KINDS,
    ".safetensors": frozenset({SourceKind.SAFETENSORS}),
    ".bin": GGUF_KINDS | {SourceKind.PYTORCH, SourceKind.PICKLE},
    ".pth": frozenset({SourceKind.PYTORCH, SourceKind.PICKLE}),
    ".json": frozenset({SourceKind.CONFIG, SourceKind.TOKENIZER}),
}
_UNFINISHED = re.compile(r"\.(part|partial|crdownload|download|incomplete|tmp|aria2)\Z", re.I)
_TOKENIZERS = frozenset(
    {
        "tokenizer.json",
        "tokenizer_config.json",
        "special_tokens_map.json",
        "added_tokens.json",
        "vocab.json",
        "tekken.json",
    }
)
_CONFIGS = re.compile(
    r"(config|generation_config|adapter_config|modules|params|chat_template|config_[a-z_]+|"
    r"(pre|video_pre)?processor(_config)?|preprocessor_config|quantize_config|[\w.-]+\.index)\.json"
)
_TIKTOKEN = re.compile(rb"[A-Za-z0-9+/=]+ \d+\n")

_PLAIN: tuple[tuple[re.Pattern[bytes], SourceKind, Doubt], ...] = (
    (re.compile(rb"(lmgg|tjgg|fmgg|algg)"), SourceKind.OLD_GGML, Doubt.NOT_A_MODEL),
    (re.compile(rb"\x80[\x02-\x05]"), SourceKind.PICKLE, Doubt.PICKLE),
    (re.compile(rb"version https://git-lfs"), SourceKind.LFS_POINTER, Doubt.NOT_DOWNLOADED),
    (re.compile(rb"\s*<(!doctype\s+)?html", re.I), SourceKind.WEB_PAGE, Doubt.NOT_DOWNLOADED),
    (
        re.compile(rb"\s*(-----BEGIN [A-Z ]*PRIVATE KEY|PuTTY-User-Key-File|AGE-SECRET-KEY)"),
        SourceKind.PRIVATE_KEY,
        Doubt.SECRET,
    ),
    (
        re.compile(rb"PK\x03\x04|\x1f\x8b|7z\xbc\xaf|\xfd7zXZ|Rar!|BZh|\x28\xb5\x2f\xfd"),
        SourceKind.ARCHIVE,
        Doubt.NOT_A_MODEL,
    ),
)


def look_into(stream: Stream, size: int, name: str) -> Look:
    """Say what a file of that size and name is. At most its header is read, within limits.

    Raises:
        OSError: the stream's own.
    """
    head = stream.read(min(HEAD, size)) or b""
    stream.seek(0)
    look = _by_magic(head, stream, size, name) or _by_name(head, name)
    doubts = set(look.doubts)
    if _UNFINISHED.search(name):
        doubts.add(Doubt.UNFINISHED)
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending in _ENDINGS and look.kind not in _ENDINGS[ending]:
        doubts.add(Doubt.OTHER_NAME)
    return Look(look.kind, frozenset(doubts), look.header, look.want)


def _by_magic(head: bytes, stream: Stream, size: int, name: str) -> Look | None:
    if head[:4] in {MAGIC, MAGIC_TURNED}:
        return _gguf(facts_of(stream, size, name))
    if is_safetensors(head, size):
        want = safetensors_facts(stream, size).want
        doubts = {Doubt.DAMAGED} if size < want else {Doubt.UNCHECKED} if not want else set[Doubt]()
        return Look(SourceKind.SAFETENSORS, frozenset(doubts), want=want)
    if head[:4] == b"PK\3\4" and name.lower().endswith((".bin", ".pth", ".pt", ".ckpt")):
        return Look(SourceKind.PYTORCH, frozenset({Doubt.PICKLE}))
    for pattern, kind, doubt in _PLAIN:
        if pattern.match(head):
            return Look(kind, frozenset({doubt}))
    return None


def _gguf(facts: GgufFacts) -> Look:
    doubts: set[Doubt] = set()
    if facts.is_damaged:
        doubts.add(Doubt.DAMAGED)
    elif facts.problems:
        doubts.add(Doubt.UNCHECKED)
    if facts.split is not None:
        doubts.add(Doubt.SPLIT_PART)
    if facts.kind in {GgufKind.OTHER, GgufKind.VOCAB}:
        doubts.add(Doubt.NOT_A_MODEL)
    want = max((problem.want for problem in facts.problems), default=0)
    return Look(_GGUF_KINDS[facts.kind], frozenset(doubts), facts, want)


def _by_name(head: bytes, name: str) -> Look:
    """Texts have no magic: what goes by a known name must look like it too."""
    for is_named, is_like, kind in _TEXTS:
        if is_named(name.lower()) and is_like(head):
            return Look(kind)
    kind = SourceKind.TEXT if _is_text(head) else SourceKind.UNKNOWN
    return Look(kind, frozenset({Doubt.NOT_A_MODEL}))


def _is_json(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["} and _is_text(head)


def _is_template(head: bytes) -> bool:
    return any(mark in head for mark in (b"{%", b"{{", b"{#"))


def _is_sentencepiece(head: bytes) -> bool:
    """Whether it begins as the protobuf of a tokenizer does, or as a list of tiktoken's."""
    return head[:1] == b"\n" or bool(_TIKTOKEN.match(head))


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    text = head.decode("utf-8", "ignore")
    return len(head) - len(text.encode()) < 4


_TEXTS: tuple[tuple[Callable[[str], bool], Callable[[bytes], bool], SourceKind], ...] = (
    (lambda name: name in _TOKENIZERS, _is_json, SourceKind.TOKENIZER),
    (lambda name: bool(_CONFIGS.fullmatch(name)), _is_json, SourceKind.CONFIG),
    (lambda name: name == "tokenizer.model", _is_sentencepiece, SourceKind.TOKENIZER),
    (lambda name: name == "chat_template.jinja", _is_template, SourceKind.TEMPLATE),
)
