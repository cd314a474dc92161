"""Whether a model fits on a host, said in one line; and what it needs, with how sure that is."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.memory import Fit, Verdict
from desktop.domain.text import visible
from desktop.memory.snapshot import Basis, FitAnswer, Missing
from desktop.ui import joining, units
from desktop.ui.bridge.tokens import Role
from desktop.ui.memory.words import consequence

_ICONS: dict[Verdict, tuple[str, Role]] = {
    Verdict.ROOMY: ("check", "success"),
    Verdict.TIGHT: ("circle-check", "warning"),
    Verdict.PARTLY: ("triangle-alert", "warning"),
    Verdict.NO: ("circle-alert", "danger"),
    Verdict.UNKNOWN: ("info", "muted"),
}
_MISSING: dict[Missing, tuple[str, object]] = {
    Missing.ASKING: (
        "hourglass",
        QT_TRANSLATE_NOOP("Memory", "{host} is being asked how much memory it takes"),
    ),
    Missing.NO_MEASURES: (
        "info",
        QT_TRANSLATE_NOOP("Memory", "It does not say how much memory it takes"),
    ),
    Missing.IN_THE_CLOUD: (
        "cloud",
        QT_TRANSLATE_NOOP("Memory", "It runs in the cloud and takes no memory here"),
    ),
    Missing.FAILED: (
        "circle-slash",
        QT_TRANSLATE_NOOP("Memory", "{host} did not say how much memory it takes"),
    ),
    Missing.NO_HOST: (
        "circle-slash",
        QT_TRANSLATE_NOOP("Memory", "The model or its host is not in the list any more"),
    ),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict in words: one line with its icon, and what a tooltip adds."""

    icon: str
    role: Role
    line: str
    more: str = ""


def said_of(answer: FitAnswer, host: str) -> Said:
    """Return what to say of an answer; `host` is what the host is called."""
    host = visible(host)
    if answer.fit is None:
        return missing_words(answer.missing or Missing.NO_MEASURES, host)
    icon, role = _ICONS[answer.fit.verdict]
    if answer.fit.verdict is Verdict.PARTLY and answer.memory.room.gpus == ():
        icon, role = "info", "muted"  # Without a GPU that is how every model runs.
    line = _line(answer.fit, is_shared=answer.memory.is_unified).format(
        host=host,
        need=units.size(answer.fit.need.total),
        used=_used(answer.fit),
        count=units.number(answer.fit.layers_on_gpu),
        all=units.number(answer.fit.layers),
    )
    if answer.is_silent:
        icon, role, line = "unplug", "muted", joining.sentences(line, silence_words(host))
    more = (
        need_words(answer),
        consequence(answer.fit, answer.load, answer.largest),
        _guessed(answer, host),
    )
    return Said(icon, role, line, "\n".join(part for part in more if part))


def missing_words(missing: Missing, host: str) -> Said:
    """Return why there is no verdict."""
    icon, text = _MISSING[missing]
    words = QCoreApplication.translate("Memory", str(text))
    return Said(icon, "muted", words.format(host=visible(host)))


def silence_words(host: str) -> str:
    """Return what is said beside a verdict for a host that does not answer."""
    text = QCoreApplication.translate("Memory", "{host} does not answer at the moment.")
    return text.format(host=visible(host))


def need_words(answer: FitAnswer) -> str:
    """What it needs: "24.9–27.6 GB, estimated", or "12.4 GB, as measured"."""
    if answer.fit is None:
        return ""
    match answer.basis:
        case Basis.MEASURED:
            text = QCoreApplication.translate("Memory", "Needs {size}, as measured")
        case Basis.SIZE:
            text = QCoreApplication.translate("Memory", "Needs {size}, guessed from its size")
        case Basis.CORRECTED:
            text = QCoreApplication.translate("Memory", "Needs {size}, learned from other loads")
        case Basis.FORMULA:
            text = QCoreApplication.translate("Memory", "Needs {size}, estimated")
    return text.format(size=range_words(answer))


def range_words(answer: FitAnswer) -> str:
    """The range of the need: "24.9 to 27.6 GB"; one figure where both ends read alike."""
    if answer.fit is None:
        return ""
    low, high = answer.low, answer.high
    if not 0 < low < high or units.size(low) == units.size(high):
        return units.size(answer.fit.need.total)
    text = QCoreApplication.translate("Memory", "{low} to {high}")
    return text.format(low=units.size(low), high=units.size(high))


def _used(fit: Fit) -> str:
    used = units.size_of(fit.need.total, fit.free)
    if not fit.room.is_at_least:
        return used
    return QCoreApplication.translate("Memory", "{used} or more").format(used=used)


def _guessed(answer: FitAnswer, host: str) -> str:
    if answer.fit is None or not answer.fit.room.is_at_least:
        return ""
    text = QCoreApplication.translate(
        "Memory", "How much {host} has is guessed: it had that much in use once."
    )
    return text.format(host=host)


def _line(fit: Fit, *, is_shared: bool) -> str:
    match fit.verdict:
        case Verdict.ROOMY if is_shared:
            return QCoreApplication.translate("Memory", "Fits in {host}'s memory: {used}")
        case Verdict.ROOMY:
            return QCoreApplication.translate("Memory", "Fits on {host}'s GPU: {used}")
        case Verdict.TIGHT if is_shared:
            return QCoreApplication.translate("Memory", "Just fits in {host}'s memory: {used}")
        case Verdict.TIGHT:
            return QCoreApplication.translate("Memory", "Just fits on {host}'s GPU: {used}")
        case Verdict.PARTLY if not fit.layers_on_gpu:
            return QCoreApplication.translate("Memory", "Runs on {host}'s CPU, takes {need}")
        case Verdict.PARTLY:
            return QCoreApplication.translate(
                "Memory", "Part runs on {host}'s CPU: {count} of {all} layers fit on the GPU"
            )
        case Verdict.NO:
            return QCoreApplication.translate("Memory", "Does not fit on {host}: needs {need}")
        case Verdict.UNKNOWN:
            return QCoreApplication.translate(
                "Memory", "Needs {need}; how much memory {host} has is not known"
            )
