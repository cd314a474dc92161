"""The doctor's steps in words: what each is called, and what it found."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.diagnostics.checkup import Checkup, Step, StepResult, StepState
from desktop.domain.text import visible
from desktop.ui import joining, units

_NAMES: dict[Step, object] = {
    Step.ADDRESS: QT_TRANSLATE_NOOP("Steps", "Address"),
    Step.NAME: QT_TRANSLATE_NOOP("Steps", "Name"),
    Step.ROUTE: QT_TRANSLATE_NOOP("Steps", "Route"),
    Step.CONNECTION: QT_TRANSLATE_NOOP("Steps", "Connection"),
    Step.TLS: QT_TRANSLATE_NOOP("Steps", "TLS"),
    Step.HTTP: QT_TRANSLATE_NOOP("Steps", "HTTP"),
    Step.OLLAMA: QT_TRANSLATE_NOOP("Steps", "Is it Ollama?"),
    Step.VERSION: QT_TRANSLATE_NOOP("Steps", "Version"),
    Step.MODELS: QT_TRANSLATE_NOOP("Steps", "Models"),
    Step.TOKEN: QT_TRANSLATE_NOOP("Steps", "One token"),
}
_LONGEST_FACT = 80

_LINES: dict[Step, tuple[tuple[frozenset[str], object], ...]] = {
    Step.ADDRESS: (
        (frozenset({"scheme", "port"}), QT_TRANSLATE_NOOP("Steps", "{scheme}, port {port}")),
    ),
    Step.NAME: (
        (frozenset({"addresses"}), QT_TRANSLATE_NOOP("Steps", "{addresses}")),
        (frozenset({"proxy"}), QT_TRANSLATE_NOOP("Steps", "looked up by the proxy")),
        (frozenset(), QT_TRANSLATE_NOOP("Steps", "an IP address, nothing to look up")),
    ),
    Step.ROUTE: (
        (frozenset({"tunnel"}), QT_TRANSLATE_NOOP("Steps", "ssh tunnel through {tunnel}")),
        (frozenset({"proxy"}), QT_TRANSLATE_NOOP("Steps", "through {proxy}")),
        (frozenset(), QT_TRANSLATE_NOOP("Steps", "direct")),
    ),
    Step.CONNECTION: (
        (frozenset({"tunnel"}), QT_TRANSLATE_NOOP("Steps", "ssh tunnel through {tunnel}")),
        (frozenset({"proxy"}), QT_TRANSLATE_NOOP("Steps", "to {proxy}")),
        (frozenset({"to"}), QT_TRANSLATE_NOOP("Steps", "to {to}")),
        (frozenset(), QT_TRANSLATE_NOOP("Steps", "direct")),
    ),
    Step.TLS: (
        (frozenset({"issuer"}), QT_TRANSLATE_NOOP("Steps", "certificate by {issuer}")),
        (frozenset({"subject"}), QT_TRANSLATE_NOOP("Steps", "certificate of {subject}")),
    ),
    Step.HTTP: (
        (frozenset({"status", "proxy"}), QT_TRANSLATE_NOOP("Steps", "{status} from the proxy")),
        (frozenset({"status"}), QT_TRANSLATE_NOOP("Steps", "{status}")),
    ),
    Step.OLLAMA: ((frozenset({"server"}), QT_TRANSLATE_NOOP("Steps", "no, it says {server}")),),
    Step.VERSION: ((frozenset({"version"}), QT_TRANSLATE_NOOP("Steps", "{version}")),),
    Step.MODELS: ((frozenset({"count"}), QT_TRANSLATE_NOOP("Steps", "{count} listed")),),
    Step.TOKEN: ((frozenset({"model"}), QT_TRANSLATE_NOOP("Steps", "{model}")),),
}
"""For each step the first line whose facts are all known."""

_SKIPPED: dict[Step, object] = {
    Step.NAME: QT_TRANSLATE_NOOP("Steps", "nothing to look up"),
    Step.TLS: QT_TRANSLATE_NOOP("Steps", "plain http"),
    Step.TOKEN: QT_TRANSLATE_NOOP("Steps", "no model was chosen"),
}


def step_name(step: Step) -> str:
    """Return what a step is called."""
    return QCoreApplication.translate("Steps", str(_NAMES[step]))


def state_name(state: StepState) -> str:
    """Return how a step stands in words, for those who do not see its icon."""
    match state:
        case StepState.WAITING:
            return QCoreApplication.translate("Steps", "waiting")
        case StepState.RUNNING:
            return QCoreApplication.translate("Steps", "running")
        case StepState.PASSED:
            return QCoreApplication.translate("Steps", "passed")
        case StepState.SKIPPED:
            return QCoreApplication.translate("Steps", "left out")
        case StepState.WARNED:
            return QCoreApplication.translate("Steps", "passed with a warning")
        case StepState.FAILED:
            return QCoreApplication.translate("Steps", "failed")


def run_words(checkup: Checkup) -> str:
    """Return how the whole run went: its time, and the step at which it stopped."""
    if not checkup.is_done:
        return QCoreApplication.translate("Steps", "testing…")
    time = units.span(checkup.seconds)
    for place, result in enumerate(checkup.results, 1):
        if result.state is StepState.FAILED:
            text = QCoreApplication.translate("Steps", "stopped at step {number}, {time}")
            return text.format(number=units.number(place), time=time)
    return time


def step_line(result: StepResult) -> str:
    """Return what a step found in a few words, such as "502 from the proxy"."""
    if result.state is StepState.WAITING:
        return QCoreApplication.translate("Steps", "not asked yet")
    if result.state is StepState.SKIPPED and result.step in _SKIPPED:
        return QCoreApplication.translate("Steps", str(_SKIPPED[result.step]))
    if result.step is Step.OLLAMA and result.state is StepState.PASSED:
        return QCoreApplication.translate("Steps", "yes")
    facts = {key: visible(fact[:_LONGEST_FACT]) for key, fact in result.facts.items() if fact}
    is_known = result.state not in (StepState.RUNNING, StepState.FAILED)
    for needed, text in _LINES[result.step]:
        if needed <= facts.keys() and (needed or is_known):
            return QCoreApplication.translate("Steps", str(text)).format(**facts)
    return ""


def spoken(result: StepResult, line: str) -> str:
    """Return a step in words for a screen reader."""
    parts = (step_name(result.step), state_name(result.state), line)
    return joining.phrases(parts)
