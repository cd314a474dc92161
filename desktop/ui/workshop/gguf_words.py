"""What a GGUF file is and what is wrong with it, in sentences."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.gguf_facts import GgufFacts, GgufKind
from desktop.domain.gguf_trouble import GgufProblem, GgufTrouble
from desktop.domain.text import visible
from desktop.ui import units

_KINDS: dict[GgufKind, object] = {
    GgufKind.MODEL: QT_TRANSLATE_NOOP("Gguf", "A model of the family {architecture}"),
    GgufKind.LORA: QT_TRANSLATE_NOOP(
        "Gguf", "A LoRA adapter for {architecture}: it needs a base model"
    ),
    GgufKind.PROJECTOR: QT_TRANSLATE_NOOP(
        "Gguf", "A projector, which lets a language model see or hear"
    ),
    GgufKind.VOCAB: QT_TRANSLATE_NOOP("Gguf", "A tokenizer without weights: no model"),
    GgufKind.OTHER: QT_TRANSLATE_NOOP("Gguf", "A tool for making models: no model itself"),
}
_UNNAMED: dict[GgufKind, object] = {
    GgufKind.MODEL: QT_TRANSLATE_NOOP("Gguf", "A model of an unnamed family"),
    GgufKind.LORA: QT_TRANSLATE_NOOP("Gguf", "A LoRA adapter: it needs a base model"),
}
_TROUBLES: dict[GgufTrouble, object] = {
    GgufTrouble.HEADER_CUT: QT_TRANSLATE_NOOP("Gguf", "It ends in its header. Download it again."),
    GgufTrouble.HEADER_WRONG: QT_TRANSLATE_NOOP("Gguf", "Its header cannot be true: {said}."),
    GgufTrouble.HEADER_LONG: QT_TRANSLATE_NOOP(
        "Gguf", "Its header is unusually long, and only its beginning was read."
    ),
    GgufTrouble.NEW_VERSION: QT_TRANSLATE_NOOP(
        "Gguf", "It is of a newer version of GGUF than this program knows."
    ),
    GgufTrouble.DATA_CUT: QT_TRANSLATE_NOOP(
        "Gguf", "It is cut short: {part} are there. Download it again."
    ),
    GgufTrouble.BIG_ENDIAN: QT_TRANSLATE_NOOP(
        "Gguf", "Its bytes are in the order of other processors; most hosts cannot use it."
    ),
    GgufTrouble.UNKNOWN_TYPE: QT_TRANSLATE_NOOP(
        "Gguf", "Some weights are of a type that this program does not know: {said}."
    ),
    GgufTrouble.MISALIGNED: QT_TRANSLATE_NOOP("Gguf", "Its weights do not lie where they should."),
    GgufTrouble.NO_ARCHITECTURE: QT_TRANSLATE_NOOP("Gguf", "It does not say what model it is."),
}


def kind_sentence(facts: GgufFacts) -> str:
    """Return what the file is good for."""
    table = _KINDS if facts.architecture or facts.kind not in _UNNAMED else _UNNAMED
    text = QCoreApplication.translate("Gguf", str(table[facts.kind]))
    return text.format(architecture=visible(facts.architecture))


def problem_words(problem: GgufProblem) -> str:
    """Return one sentence about what is wrong with a file."""
    text = QCoreApplication.translate("Gguf", str(_TROUBLES[problem.trouble]))
    part = units.size_of(problem.have, problem.want) if problem.want else ""
    return text.format(said=visible(problem.said), part=part)
