"""What the memory page says: where a model lies, and whether one would fit."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desktop.domain.memory import Fit, Load, Verdict
from desktop.ui import joining
from desktop.ui.units import number, size, tokens


def placement(on_gpu: int, on_cpu: int) -> str:
    """Where so many bytes lie: "8.7 GB on the GPU, 1.7 GB on the CPU"."""
    gpu = QCoreApplication.translate("Memory", "{size} on the GPU").format(size=size(on_gpu))
    cpu = QCoreApplication.translate("Memory", "{size} on the CPU").format(size=size(on_cpu))
    if not on_gpu:
        return cpu
    return gpu if not on_cpu else joining.phrases((gpu, cpu))


def sentence(fit: Fit) -> str:
    """The verdict, in one sentence."""
    match fit.verdict:
        case Verdict.ROOMY:
            return QCoreApplication.translate("Memory", "Fits on the GPU, with room to spare")
        case Verdict.TIGHT:
            return QCoreApplication.translate("Memory", "Fits on the GPU, but only just")
        case Verdict.PARTLY:
            return _partly(fit)
        case Verdict.NO:
            return QCoreApplication.translate("Memory", "Does not fit on this host")
        case Verdict.UNKNOWN:
            return QCoreApplication.translate(
                "Memory", "How much memory this host has is not known"
            )
        case _:
            assert_never(fit.verdict)


def consequence(fit: Fit, load: Load, largest: int | None) -> str:
    """What follows from the verdict, and which context would fit; may be empty.

    `largest` is the largest context that the GPU holds whole, in tokens: 0
    where none does, None where nobody worked it out.
    """
    match fit.verdict:
        case Verdict.ROOMY:
            said = ""
        case Verdict.TIGHT:
            said = QCoreApplication.translate("Memory", "Other models may be unloaded for it.")
        case Verdict.PARTLY:
            said = _slowly(fit)
        case Verdict.NO:
            text = QCoreApplication.translate(
                "Memory", "{size} would be left for the CPU, more than is free there."
            )
            said = text.format(size=size(fit.on_cpu))
        case Verdict.UNKNOWN:
            said = QCoreApplication.translate(
                "Memory", "Enter it, and whether this fits is worked out."
            )
        case _:
            assert_never(fit.verdict)
    return joining.sentences(said, _room_for(fit, load, largest))


def needed(fit: Fit) -> str:
    """What it takes, of what is free on the GPU where there is one."""
    if not fit.free:
        return size(fit.need.total)
    text = QCoreApplication.translate("Memory", "{size} of {free} free")
    return text.format(size=size(fit.need.total), free=size(fit.free))


def _partly(fit: Fit) -> str:
    if not fit.free:
        return QCoreApplication.translate("Memory", "Runs on the CPU: no GPU is known here")
    if not fit.layers_on_gpu:
        return QCoreApplication.translate("Memory", "Runs on the CPU: no layer fits on the GPU")
    text = QCoreApplication.translate(
        "Memory", "Part runs on the CPU: {count} of {all} layers on the GPU"
    )
    return text.format(count=number(fit.layers_on_gpu), all=number(fit.layers))


def _slowly(fit: Fit) -> str:
    if not fit.free:
        text = QCoreApplication.translate("Memory", "It takes {size} of the computer's memory.")
        return text.format(size=size(fit.on_cpu))
    text = QCoreApplication.translate("Memory", "{size} lies in the computer's memory, so slower.")
    return text.format(size=size(fit.on_cpu))


def _room_for(fit: Fit, load: Load, largest: int | None) -> str:
    """Which context would fit; nothing where that is no news."""
    if largest is None or fit.verdict is Verdict.UNKNOWN or not fit.free:
        return ""
    if largest == 0:
        return QCoreApplication.translate("Memory", "No context makes it fit on the GPU.")
    if fit.verdict in {Verdict.ROOMY, Verdict.TIGHT} and largest <= load.context:
        return QCoreApplication.translate("Memory", "This is the largest context that fits.")
    text = QCoreApplication.translate("Memory", "Up to {context} of context would fit.")
    return text.format(context=tokens(largest))
