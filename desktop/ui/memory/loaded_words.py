"""What a loaded model's row says, in the chosen language."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from desktop.domain.memory import MARGIN
from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.memory.loaded import Cure, LoadedFacts, Stay
from desktop.ui.memory.words import placement

_MOST_NAMED = 2
_HOUR = 3600


def measures(facts: LoadedFacts) -> str:
    """Quantization and context in force: "Q4_K_M, 16 k context"."""
    quantization = visible(facts.model.details.quantization_level)
    context = units.tokens(facts.model.context_length)
    if not context:
        return quantization
    text = QCoreApplication.translate("Memory", "{context} context").format(context=context)
    if not quantization:
        return text
    both = QCoreApplication.translate("Memory", "{quantization}, {context} context")
    return both.format(quantization=quantization, context=context)


def note(facts: LoadedFacts, now: datetime) -> str:
    """What is particular about its name; "" where nothing is."""
    if facts.is_dead and not facts.living:
        return _deleted(facts, now)
    if facts.is_dead:
        text = QCoreApplication.translate("Memory", "This name was deleted, {name} has its weights")
        return text.format(name=visible(facts.living))
    return _also(facts)


def figures(facts: LoadedFacts) -> str:
    """Where it lies: "8.7 GB on the GPU, 1.7 GB on the CPU"."""
    if facts.model.size <= 0:
        return QCoreApplication.translate("Memory", "The host does not say how large it is")
    return placement(facts.on_gpu, facts.on_cpu)


def countdown(facts: LoadedFacts, now: datetime) -> str:
    """How much longer it stays: "4:12 left", "pinned"."""
    match facts.stay(now):
        case Stay.COUNTING:
            text = QCoreApplication.translate("Memory", "{time} left")
            return text.format(time=_clock(facts.left(now)))
        case Stay.FOR_EVER:
            return QCoreApplication.translate("Memory", "until you say so")
        case Stay.PINNED:
            return QCoreApplication.translate("Memory", "pinned")
        case Stay.LEAVING:
            return QCoreApplication.translate("Memory", "unloading")
        case Stay.UNKNOWN:
            return QCoreApplication.translate("Memory", "not told")


def stay_sentence(facts: LoadedFacts, now: datetime) -> str:
    """What a countdown means, for its tooltip."""
    match facts.stay(now):
        case Stay.COUNTING if (when := facts.leaves_at(now)) is not None:
            text = QCoreApplication.translate(
                "Memory", "Leaves memory at {time}, if nobody asks it"
            )
            return text.format(time=time_of_day(when))
        case Stay.LEAVING:
            return QCoreApplication.translate("Memory", "Leaves memory as soon as it is idle")
        case Stay.PINNED:
            return QCoreApplication.translate(
                "Memory", "Stays in memory, and is loaded again after a restart of its host"
            )
        case Stay.FOR_EVER:
            return QCoreApplication.translate("Memory", "Stays in memory until somebody unloads it")
        case _:
            return QCoreApplication.translate("Memory", "The host does not say how long it stays")


def widest_countdowns() -> tuple[str, ...]:
    """Words that the place of a countdown has room for, so that it never moves."""
    left = QCoreApplication.translate("Memory", "{time} left")
    return (
        left.format(time="88:88"),
        QCoreApplication.translate("Memory", "until you say so"),
        QCoreApplication.translate("Memory", "pinned"),
        QCoreApplication.translate("Memory", "unloading"),
    )


def spoken(facts: LoadedFacts, now: datetime) -> str:
    """The whole row for a screen reader, no finer than a minute."""
    parts = [
        named(facts.name, facts.host),
        figures(facts),
        _spoken_stay(facts, now),
        note(facts, now),
    ]
    return joining.phrases(parts)


def named(model: str, host: str) -> str:
    """A model and where it is: "qwen2.5:14b on tower"."""
    text = QCoreApplication.translate("Memory", "{model} on {host}")
    return text.format(model=visible(model), host=visible(host))


def slow_sentence(facts: LoadedFacts) -> str:
    """Why it is slow, and the context that would help if there is one."""
    share, whole = units.percent(1 - facts.model.gpu_share), units.size(facts.model.size)
    slow = facts.slow
    if slow is None:
        text = QCoreApplication.translate(
            "Memory", "{share} runs on the CPU, though all of it would fit on the GPU."
        )
        return text.format(share=share)
    if slow.free is None:
        text = QCoreApplication.translate(
            "Memory", "{share} runs on the CPU because {size} does not fit on the GPU."
        )
        why = text.format(share=share, size=whole)
    else:
        text = QCoreApplication.translate(
            "Memory",
            "{share} runs on the CPU because {size} does not fit in the {free} that are free.",
        )
        if slow.counts_alone:
            text = QCoreApplication.translate(
                "Memory",
                "{share} runs on the CPU because {size} does not fit in the {free} of the GPU.",
            )
        elif facts.model.size <= slow.free:
            text = QCoreApplication.translate(
                "Memory",
                "{share} runs on the CPU because {size} does not fit in the {free} that are free: "
                "Ollama leaves {margin} of them.",
            )
        sizes = {"free": units.size(slow.free), "margin": units.size(MARGIN)}
        why = text.format(share=share, size=whole, **sizes)
    if not slow.context:
        return why
    would = QCoreApplication.translate("Memory", "With num_ctx {context} it would.")
    if slow.counts_alone:
        would = QCoreApplication.translate(
            "Memory", "With num_ctx {context} it would, without the other models."
        )
    return joining.sentences(why, would.format(context=units.number(slow.context)))


def slow_advice(facts: LoadedFacts) -> str:
    """What would help where no context does."""
    match facts.cure:
        case Cure.UNLOAD_OTHERS:
            text = QCoreApplication.translate(
                "Memory", "The other models here hold {size} of the GPU."
            )
            return text.format(size=units.size(facts.others))
        case Cure.LOAD_ANEW:
            return QCoreApplication.translate(
                "Memory", "It stays where it is until it is loaded anew."
            )
        case Cure.NONE:
            return QCoreApplication.translate(
                "Memory", "A smaller model or a smaller quantization would run on the GPU."
            )
        case _:
            return ""


def time_of_day(when: datetime) -> str:
    """A time of today, in this computer's zone: 09:31."""
    local = when.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")


def _deleted(facts: LoadedFacts, now: datetime) -> str:
    when = facts.leaves_at(now)
    if when is None:
        return QCoreApplication.translate(
            "Memory", "This name was deleted, it goes when Ollama is started again"
        )
    text = QCoreApplication.translate(
        "Memory", "This name was deleted, it goes by itself at {time}"
    )
    return text.format(time=time_of_day(when))


def _also(facts: LoadedFacts) -> str:
    if not facts.also:
        return ""
    more = len(facts.also) - _MOST_NAMED
    names = joining.listed(visible(name) for name in facts.also[:_MOST_NAMED])
    if more > 0:
        text = QCoreApplication.translate("Memory", "also {names} and {number} more")
        return text.format(names=names, number=units.number(more))
    return QCoreApplication.translate("Memory", "also {names}").format(names=names)


def _clock(left: float) -> str:
    """Return 4:12; from an hour on 1 h 5 min."""
    if left >= _HOUR:
        return units.duration(left)
    whole = int(left)
    return f"{whole // 60}:{whole % 60:02}"


def _spoken_stay(facts: LoadedFacts, now: datetime) -> str:
    if facts.stay(now) is not Stay.COUNTING:
        return countdown(facts, now)
    minutes = int(facts.left(now) // 60)
    if minutes < 1:
        return QCoreApplication.translate("Memory", "less than a minute left")
    if minutes == 1:
        return QCoreApplication.translate("Memory", "1 minute left")
    if minutes < 120:
        return QCoreApplication.translate("Memory", "%n minutes left", "", minutes)
    text = QCoreApplication.translate("Memory", "{time} left")
    return text.format(time=units.duration(facts.left(now)))
