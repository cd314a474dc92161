"""What the rows of a conversation say."""

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.chat.snapshot import Decision, Overfull, Phase, Turn
from desktop.domain.conversation import Ending, Entry
from desktop.domain.text import visible
from desktop.ui import units
from desktop.ui.chat.transcript.content import Fold

_A_LOAD = 0.05
"""Seconds that reading a model takes at least; below, it was in memory already."""


def thought(fold: Fold, now: float) -> tuple[str, str]:
    """Return how long was thought, and how many tokens; `now` is of the clock's monotonic."""
    if fold.began:
        text = QCoreApplication.translate("Chat", "Thinking… {time}")
        return text.format(time=units.duration(now - fold.began)), ""
    tokens = QCoreApplication.translate("Chat", "about %n tokens", "", fold.tokens)
    if not fold.seconds:
        return QCoreApplication.translate("Chat", "Thought"), tokens if fold.tokens else ""
    text = QCoreApplication.translate("Chat", "Thought for {time}")
    return text.format(time=_seconds(fold.seconds, 1)), tokens if fold.tokens else ""


def figures(entry: Entry) -> list[str]:
    """Return what an answer cost, each figure in words; those that are unknown are left out."""
    counted = entry.figures
    said: list[str] = []
    if counted.eval_count:
        said.append(_tokens(counted.eval_count, is_all=not entry.has_uncounted))
    if counted.eval_count and counted.eval_duration:
        speed = counted.eval_count / counted.eval_duration * 1e9
        text = QCoreApplication.translate("Chat", "{speed} tokens/s")
        said.append(text.format(speed=QLocale().toString(speed, "f", 1)))
    if entry.first_token:
        text = QCoreApplication.translate("Chat", "first token {time}")
        said.append(text.format(time=_seconds(entry.first_token)))
    if counted.load_duration > _A_LOAD * 1e9:
        text = QCoreApplication.translate("Chat", "loaded in {time}")
        said.append(text.format(time=_seconds(counted.load_duration / 1e9)))
    if counted.prompt_eval_count:
        text = QCoreApplication.translate("Chat", "prompt {count}")
        said.append(text.format(count=units.number(counted.prompt_eval_count)))
    if reason := _reason(entry):
        said.append(reason)
    return said


def ended(ending: Ending) -> str:
    """Return why an answer did not come to its own end."""
    match ending:
        case Ending.STOPPED:
            return QCoreApplication.translate("Chat", "You stopped this answer.")
        case Ending.LENGTH:
            return QCoreApplication.translate("Chat", "The answer reached its limit of length.")
        case Ending.KILLED:
            return QCoreApplication.translate(
                "Chat", "Cut off: Paddock ended while this answer was coming."
            )
        case Ending.BROKEN:
            return QCoreApplication.translate("Chat", "Cut off: the answer broke off.")
        case Ending.COMPLETE | Ending.GROWING:
            return ""


def waiting(turn: Turn, now: float) -> str:
    """Return what is awaited, with seconds once there are two."""
    text = _phase(turn).format(
        model=visible(turn.target.model), host=turn.host_name, title=visible(turn.behind)
    )
    seconds = now - turn.phase_began
    if seconds < 2:
        return text
    timed = QCoreApplication.translate("Chat", "{what}, {time}")
    return timed.format(what=text, time=units.duration(seconds))


def too_long(overfull: Overfull) -> tuple[str, str]:
    """Return the sentence and the facts for a message that does not fit."""
    sentence = QCoreApplication.translate("Chat", "This does not fit into the context.")
    if not overfull.context:
        text = QCoreApplication.translate("Chat", "It needs about {needed} tokens.")
        return sentence, text.format(needed=units.number(overfull.needed))
    text = QCoreApplication.translate(
        "Chat", "It needs about {needed} tokens, and there is room for {room}."
    )
    needed, room = units.number(overfull.needed), units.number(overfull.context)
    return sentence, text.format(needed=needed, room=room)


def decisions(overfull: Overfull) -> list[tuple[Decision, str]]:
    """Return what can be done with such a message, the best first."""
    found: list[tuple[Decision, str]] = []
    if not overfull.trained or overfull.needed <= overfull.trained:
        raised = QCoreApplication.translate("Chat", "Raise num_ctx")
        found.append((Decision.RAISE_CONTEXT, raised))
    if overfull.droppable:
        drop = QCoreApplication.translate("Chat", "Leave out the %n oldest", "", overfull.droppable)
        found.append((Decision.DROP_OLDEST, drop))
    found.append((Decision.SEND_ANYWAY, QCoreApplication.translate("Chat", "Send anyway")))
    found.append((Decision.CANCEL, QCoreApplication.translate("Chat", "Do not send")))
    return found


def _phase(turn: Turn) -> str:
    match turn.phase:
        case Phase.SAVING:
            return QCoreApplication.translate("Chat", "Saving the message")
        case Phase.ASKING:
            return QCoreApplication.translate("Chat", "Asking {host}")
        case Phase.LOADING:
            return QCoreApplication.translate("Chat", "Loading {model} on {host}")
        case Phase.QUEUED if turn.behind:
            return QCoreApplication.translate("Chat", "Waiting behind “{title}”")
        case Phase.QUEUED:
            return QCoreApplication.translate("Chat", "Waiting behind another request on {host}")
        case Phase.READING:
            return QCoreApplication.translate("Chat", "Reading the prompt")
        case Phase.THINKING:
            return QCoreApplication.translate("Chat", "Thinking")
        case Phase.ANSWERING:
            return QCoreApplication.translate("Chat", "Answering")


def _reason(entry: Entry) -> str:
    known = {
        "stop": QCoreApplication.translate("Chat", "stopped by itself"),
        "length": QCoreApplication.translate("Chat", "stopped by its limit"),
    }
    if entry.ending is Ending.STOPPED:
        return QCoreApplication.translate("Chat", "stopped by you")
    return known.get(entry.done_reason, visible(entry.done_reason))


def _tokens(count: int, *, is_all: bool) -> str:
    if is_all:
        return QCoreApplication.translate("Chat", "%n tokens", "", count)
    return QCoreApplication.translate("Chat", "at least %n tokens", "", count)


def _seconds(seconds: float, places: int = 2) -> str:
    """A time with so many decimals below a second, one below ten, and none from there on."""
    if seconds >= 9.95:
        return units.duration(seconds)
    text = QCoreApplication.translate("Chat", "{number} s")
    return text.format(number=QLocale().toString(seconds, "f", places if seconds < 0.995 else 1))
