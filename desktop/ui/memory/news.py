"""What is read out of models that were loaded and unloaded."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot, LoadAttempt


class LoadNews:
    """Compares what was under way on a host with what is; an ending is worth a sentence.

    It is to be told of every change: a quick server ends what it began within one frame.
    """

    def __init__(self) -> None:
        self._before: dict[HostId, tuple[LoadAttempt, ...]] = {}

    def forget(self) -> None:
        """Take what is under way as it is: nobody was there to hear of it."""
        self._before.clear()

    def read(self, host: HostSnapshot) -> str:
        """Return what ended on a host since it was last read; "" where nothing did."""
        before, self._before[host.id] = self._before.get(host.id, ()), host.attempts
        now = {attempt.model: attempt for attempt in host.attempts}
        said = ""
        for attempt in before:
            after = now.get(attempt.model)
            if attempt.is_broken_off:
                continue
            if attempt.error is None and (after is None or after.error is not None):
                said = _ending(attempt, host.host.label, has_failed=after is not None)
        return said


def _ending(attempt: LoadAttempt, host: str, *, has_failed: bool) -> str:
    if has_failed and attempt.is_unload:
        text = QCoreApplication.translate("Memory", "{model} could not be unloaded from {host}")
    elif has_failed:
        text = QCoreApplication.translate("Memory", "{model} could not be loaded on {host}")
    elif attempt.is_unload:
        text = QCoreApplication.translate("Memory", "{model} is unloaded from {host}")
    else:
        text = QCoreApplication.translate("Memory", "{model} is loaded on {host}")
    return text.format(model=visible(attempt.model), host=visible(host))
