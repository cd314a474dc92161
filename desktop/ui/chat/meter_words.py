"""What is said of a context: how much of it is used, and who says how long it is."""

from PySide6.QtCore import QCoreApplication

from desktop.chat.snapshot import Meter
from desktop.domain.text import visible
from desktop.ui import units

_FULL = 0.9
"""From here on a context counts as nearly full."""


def is_nearly_full(meter: Meter) -> bool:
    """Whether it is time to say so."""
    return meter.share >= _FULL


def tokens_of(used: int, context: int) -> str:
    """How much of a context, both counted in 1024s: 6.7 of 16 k, 300 of 512."""
    text = QCoreApplication.translate("Meter", "{used} of {context}")
    factor = 1 << 20 if context >= 1 << 20 else 1 << 10 if context >= 1 << 10 else 1
    if factor > 1 and used < factor // 10:  # 6.7 k of 1 M rather than 0.0 of 1 M.
        return text.format(used=units.tokens(used) or "0", context=units.tokens(context))
    value = units.decimal(used / factor, 0 if factor == 1 or used == 0 else 1)
    return text.format(used=value, context=units.tokens(context))


def _used_of(meter: Meter) -> str:
    """The same, marked where some of it was not counted by the server."""
    is_estimate = meter.used and (meter.fresh or not meter.counted)
    return f"{'~' if is_estimate else ''}{tokens_of(meter.used, meter.context)}"


def ring_text(meter: Meter) -> str:
    """What stands beside the ring; "" where nothing is known at all."""
    if meter.context:
        return _used_of(meter)
    return f"~{units.number(meter.used)}" if meter.used else ""


def ring_sentence(meter: Meter) -> str:
    """The same for a tooltip and for a screen reader."""
    if not meter.context:
        text = QCoreApplication.translate("Meter", "About {used} tokens; the context is not known.")
        return text.format(used=units.number(meter.used))
    text = QCoreApplication.translate("Meter", "{used} of {context} tokens used, {share}.")
    return text.format(
        used=units.number(meter.used),
        context=units.number(meter.context),
        share=units.percent(meter.share),
    )


def context_line(meter: Meter, host_name: str) -> str:
    """How much of which context, and whether the host told it or it was only asked for."""
    if not (meter.context or meter.used):
        return QCoreApplication.translate("Meter", "Known once the model is loaded")
    if not meter.context:
        text = QCoreApplication.translate("Meter", "~{used} tokens, of a context not known yet")
        return text.format(used=units.number(meter.used))
    if not meter.is_effective:
        text = QCoreApplication.translate("Meter", "{used} tokens, as asked for")
    elif host_name:
        text = QCoreApplication.translate("Meter", "{used} tokens, effective on {host}")
    else:
        text = QCoreApplication.translate("Meter", "{used} tokens, effective")
    return text.format(used=_used_of(meter), host=visible(host_name))


def warning(meter: Meter) -> str:
    """What is wrong with the context, in one sentence; "" where nothing is."""
    if meter.cut_off:
        return QCoreApplication.translate(
            "Meter", "Older messages were cut off: the model did not see them."
        )
    if meter.share > 1:
        return QCoreApplication.translate(
            "Meter", "This is more than fits: the oldest messages would be cut off."
        )
    return ""


def no_more(trained: int) -> str:
    """Why the context cannot be raised."""
    text = QCoreApplication.translate("Meter", "This model was trained for no more than {tokens}.")
    return text.format(tokens=units.tokens(trained))
