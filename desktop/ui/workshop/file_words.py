"""What is said of a file that a Modelfile would send: its kind, and each doubt in a sentence."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.gguf_facts import GgufFacts
from desktop.ui import units
from desktop.ui.workshop.gguf_words import problem_words
from desktop.workshop.doubts import FORBIDDING, Doubt
from desktop.workshop.kinds import SourceKind
from desktop.workshop.looking import SourceFile

_KINDS: dict[SourceKind, object] = {
    SourceKind.GGUF: QT_TRANSLATE_NOOP("Files", "GGUF model"),
    SourceKind.LORA_GGUF: QT_TRANSLATE_NOOP("Files", "LoRA adapter"),
    SourceKind.PROJECTOR: QT_TRANSLATE_NOOP("Files", "projector, for pictures or sound"),
    SourceKind.VOCABULARY: QT_TRANSLATE_NOOP("Files", "GGUF tokenizer without weights"),
    SourceKind.OTHER_GGUF: QT_TRANSLATE_NOOP("Files", "GGUF that is no model"),
    SourceKind.OLD_GGML: QT_TRANSLATE_NOOP("Files", "GGML, a format from before GGUF"),
    SourceKind.SAFETENSORS: QT_TRANSLATE_NOOP("Files", "safetensors"),
    SourceKind.PYTORCH: QT_TRANSLATE_NOOP("Files", "PyTorch weights"),
    SourceKind.PICKLE: QT_TRANSLATE_NOOP("Files", "pickle"),
    SourceKind.CONFIG: QT_TRANSLATE_NOOP("Files", "configuration"),
    SourceKind.TOKENIZER: QT_TRANSLATE_NOOP("Files", "tokenizer"),
    SourceKind.TEMPLATE: QT_TRANSLATE_NOOP("Files", "chat template"),
    SourceKind.LFS_POINTER: QT_TRANSLATE_NOOP("Files", "pointer of git-lfs"),
    SourceKind.WEB_PAGE: QT_TRANSLATE_NOOP("Files", "web page"),
    SourceKind.PRIVATE_KEY: QT_TRANSLATE_NOOP("Files", "private key"),
    SourceKind.ARCHIVE: QT_TRANSLATE_NOOP("Files", "archive"),
    SourceKind.TEXT: QT_TRANSLATE_NOOP("Files", "text"),
    SourceKind.FOLDER: QT_TRANSLATE_NOOP("Files", "folder"),
    SourceKind.UNKNOWN: QT_TRANSLATE_NOOP("Files", "unknown"),
}
_DOUBTS: dict[Doubt, object] = {
    Doubt.MISSING: QT_TRANSLATE_NOOP("Files", "There is no such file."),
    Doubt.NO_FOLDER: QT_TRANSLATE_NOOP(
        "Files", "The path begins at the Modelfile's folder. Save the Modelfile first."
    ),
    Doubt.BAD_PATH: QT_TRANSLATE_NOOP("Files", "No file can have this path here."),
    Doubt.OTHERS_HOME: QT_TRANSLATE_NOOP("Files", "It names somebody else's folder."),
    Doubt.NETWORK_PATH: QT_TRANSLATE_NOOP(
        "Files", "It lies on another computer. To look at it would sign you in there."
    ),
    Doubt.SYSTEM_FILE: QT_TRANSLATE_NOOP("Files", "The system makes it up; it is no file."),
    Doubt.NOT_REGULAR: QT_TRANSLATE_NOOP("Files", "It is a device, a pipe or a socket."),
    Doubt.UNREADABLE: QT_TRANSLATE_NOOP("Files", "It cannot be read."),
    Doubt.EMPTY: QT_TRANSLATE_NOOP("Files", "There is nothing in it that makes a model."),
    Doubt.TOO_MANY: QT_TRANSLATE_NOOP("Files", "These are too many files for one model."),
    Doubt.NOT_DOWNLOADED: QT_TRANSLATE_NOOP(
        "Files", "It only stands in for the model. Download the model itself."
    ),
    Doubt.SECRET: QT_TRANSLATE_NOOP("Files", "It holds a private key."),
    Doubt.OUTSIDE_FOLDER: QT_TRANSLATE_NOOP("Files", "It lies outside the Modelfile's folder."),
    Doubt.LINK_OUT: QT_TRANSLATE_NOOP("Files", "A link leads out of the Modelfile's folder to it."),
    Doubt.HARD_LINK: QT_TRANSLATE_NOOP("Files", "It has a second name elsewhere on the disk."),
    Doubt.NOT_A_MODEL: QT_TRANSLATE_NOOP("Files", "Nothing in it looks like part of a model."),
    Doubt.PICKLE: QT_TRANSLATE_NOOP("Files", "Such files can run code where they are read."),
    Doubt.DAMAGED: QT_TRANSLATE_NOOP("Files", "It is damaged."),
    Doubt.UNCHECKED: QT_TRANSLATE_NOOP("Files", "It could not be checked to its end."),
    Doubt.UNFINISHED: QT_TRANSLATE_NOOP("Files", "By its name, the download has not ended."),
    Doubt.OTHER_NAME: QT_TRANSLATE_NOOP("Files", "It is not what its name says."),
    Doubt.WRONG_PART: QT_TRANSLATE_NOOP("Files", "It is not what this place is for."),
    Doubt.SPLIT_PART: QT_TRANSLATE_NOOP("Files", "It is one of several parts of a model."),
    Doubt.SPARSE: QT_TRANSLATE_NOOP("Files", "Most of it is empty."),
    Doubt.HIDDEN_NAME: QT_TRANSLATE_NOOP("Files", "There are hidden characters in its name."),
}


def kind_words(kind: SourceKind) -> str:
    """Return what a file is, in a few words."""
    return QCoreApplication.translate("Files", str(_KINDS[kind]))


def doubt_words(doubt: Doubt, file: SourceFile) -> str:
    """Return one sentence about what speaks against sending a file."""
    match doubt:
        case Doubt.DAMAGED | Doubt.UNCHECKED if file.header and file.header.problems:
            return problem_words(file.header.problems[0])
        case Doubt.DAMAGED if file.want > file.file.size:
            text = QCoreApplication.translate("Files", "It is cut short: {part} are there.")
            return text.format(part=units.size_of(file.file.size, file.want))
        case Doubt.SPLIT_PART if file.header and file.header.split:
            return _split_words(file.header)
        case Doubt.SPARSE:
            text = QCoreApplication.translate("Files", "Most of it is empty: {part} are there.")
            return text.format(part=units.size_of(file.allocated, file.file.size))
        case _:
            return QCoreApplication.translate("Files", str(_DOUBTS[doubt]))


def doubts_of(file: SourceFile) -> tuple[tuple[Doubt, str], ...]:
    """Return a file's doubts with their sentences, those that forbid first."""
    ordered = sorted(file.doubts, key=lambda doubt: (doubt not in FORBIDDING, doubt.value))
    return tuple((doubt, doubt_words(doubt, file)) for doubt in ordered)


def _split_words(header: GgufFacts) -> str:
    split = header.split
    text = QCoreApplication.translate(
        "Files", "It is part {number} of {count}. A model is made of all parts together."
    )
    number, count = (split.number, split.count) if split else (0, 0)
    return text.format(number=units.number(number), count=units.number(count))
