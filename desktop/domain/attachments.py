"""Which files may go with a message, told from their first bytes and their size."""

from dataclasses import dataclass
from enum import Enum, auto

MAX_IMAGE_BYTES = 20_000_000
MAX_TEXT_BYTES = 1_000_000
MAX_PIXELS = 64_000_000
"""More would need over 256 MB once decoded, which is what Qt allows one picture."""
MAX_SIDE = 2048
"""Pixels of a picture's long side as it is sent; models shrink pictures further by themselves."""
MAX_FILES = 20
"""How many are taken at once; what is beyond was hardly meant."""
HEAD = 65_536
"""Bytes from which a file's kind is told."""
_LONGEST_NAME = 120


class ImageFormat(Enum):
    """A kind of picture that can be read. Only PNG and JPEG are sent as they are."""

    PNG = "image/png"
    JPEG = "image/jpeg"
    WEBP = "image/webp"
    GIF = "image/gif"
    BMP = "image/bmp"
    TIFF = "image/tiff"

    @property
    def media_type(self) -> str:
        return self.value

    @property
    def is_sent_as_is(self) -> bool:
        """Whether every server that sees pictures takes this kind."""
        return self in {ImageFormat.PNG, ImageFormat.JPEG}


class Foreign(Enum):
    """A kind of file that is known and not read: its name as people know it."""

    PDF = "PDF"
    ZIP = "ZIP"
    GZIP = "gzip"
    HEIC = "HEIC"
    AVIF = "AVIF"


class AttachmentProblem(Enum):
    """Why a file does not go along."""

    MISSING = auto()
    LINK = auto()
    FOLDER = auto()
    NOT_A_FILE = auto()
    """A pipe, a device or a socket."""
    NO_ACCESS = auto()
    EMPTY = auto()
    IMAGE_TOO_LARGE = auto()
    TOO_MANY_PIXELS = auto()
    BROKEN_IMAGE = auto()
    TEXT_TOO_LONG = auto()
    FOREIGN = auto()
    BINARY = auto()
    ALREADY = auto()
    TOO_MANY = auto()


class BadAttachment(ValueError):
    """A file that does not go along: why, and what is worth saying of it.

    `size` is in bytes, `width` and `height` in pixels, `kind` a kind of file as
    people call it.
    """

    def __init__(
        self,
        problem: AttachmentProblem,
        *,
        size: int = 0,
        width: int = 0,
        height: int = 0,
        kind: str = "",
    ) -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.size = size
        self.width = width
        self.height = height
        self.kind = kind


@dataclass(frozen=True, slots=True)
class _Mark:
    """Bytes at the beginning of a file, and at another place, that tell its kind."""

    kind: ImageFormat | Foreign
    first: bytes
    at: int = 0
    then: bytes = b""
    then_at: int = 0


_MARKS = (
    _Mark(ImageFormat.PNG, b"\x89PNG\r\n\x1a\n"),
    _Mark(ImageFormat.JPEG, b"\xff\xd8\xff"),
    _Mark(ImageFormat.WEBP, b"RIFF", 0, b"WEBP", 8),
    _Mark(ImageFormat.GIF, b"GIF87a"),
    _Mark(ImageFormat.GIF, b"GIF89a"),
    _Mark(ImageFormat.BMP, b"BM", 0, b"\x00\x00\x00\x00", 6),
    _Mark(ImageFormat.TIFF, b"II*\x00"),
    _Mark(ImageFormat.TIFF, b"MM\x00*"),
    _Mark(Foreign.PDF, b"%PDF-"),
    _Mark(Foreign.ZIP, b"PK\x03\x04"),
    _Mark(Foreign.GZIP, b"\x1f\x8b"),
    _Mark(Foreign.AVIF, b"ftypavif", 4),
    *(_Mark(Foreign.HEIC, b"ftyp" + brand, 4) for brand in (b"heic", b"heix", b"mif1", b"msf1")),
)


def kind_of(head: bytes) -> ImageFormat | Foreign | None:
    """Tell a file's kind from its first bytes, whatever its name says; None is text or unknown."""
    for mark in _MARKS:
        if head.startswith(mark.first, mark.at) and head.startswith(mark.then, mark.then_at):
            return mark.kind
    return None


def is_whole(content: bytes, kind: ImageFormat) -> bool:
    """Whether a picture's data is all there, as far as its kind tells.

    Some decoders paint grey or black over what is missing, and say nothing.
    """
    match kind:
        case ImageFormat.JPEG:
            return _is_whole_jpeg(content)
        case ImageFormat.BMP:
            return int.from_bytes(content[2:6], "little") <= len(content)
        case _:
            return True


def _is_whole_jpeg(content: bytes) -> bool:
    """Look for the end of the data behind all segments, for one of them may hold a small picture.

    That one has an end of its own.
    """
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        if content[at + 1] == 0xDA:
            return content.find(b"\xff\xd9", at) >= 0
        if content[at + 1] == 0xFF:
            at += 1
            continue
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return False


def fitted(width: int, height: int) -> tuple[int, int]:
    """Return the size at which a picture is sent: its long side is at most MAX_SIDE."""
    longest = max(width, height)
    if longest <= MAX_SIDE:
        return width, height
    return (
        max(1, round(width * MAX_SIDE / longest)),
        max(1, round(height * MAX_SIDE / longest)),
    )


def decode_text(content: bytes, *, is_cut: bool = False) -> str:
    """Read a text as UTF-8, or as UTF-16 where a byte order mark says so.

    With `is_cut` the last character may be incomplete, and is left out.

    Raises:
        BadAttachment: BINARY, for it is no text in either.
    """
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    at_fault = 4 if is_cut else 0
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(content) - at_fault:
            raise BadAttachment(AttachmentProblem.BINARY, size=len(content)) from error
        text = content[: error.start].decode(encoding)
    if "\x00" in text:
        raise BadAttachment(AttachmentProblem.BINARY, size=len(content))
    return text


def kept_name(path: str) -> str:
    """Return the file's name alone: which folder it lies in is nobody's business."""
    name = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 8]}…{name[-7:]}"
