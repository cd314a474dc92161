"""What is read out of models that were loaded and unloaded."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot, LoadAttempt

_Tried = dict[tuple[HostId, str], LoadAttempt]


class LoadNews:
    """Compares what was under way with what is; the latest ending is worth a sentence."""

    def __init__(self) -> None:
        self._before: _Tried | None = None

    def forget(self) -> None:
        """Take what is under way now as it is: nobody was there to hear of it."""
        self._before = None

    def read(self, snapshots: Iterable[HostSnapshot]) -> str:
        """Return what ended since it was last asked; "" where nothing did."""
        hosts = {one.id: one for one in snapshots}
        now: _Tried = {(one.id, t.model): t for one in hosts.values() for t in one.attempts}
        before, self._before = self._before, now
        said = ""
        for key, attempt in (before or {}).items():
            host, after = hosts.get(key[0]), now.get(key)
            if host is None or attempt.error is not None:
                continue
            if after is None or after.error is not None:
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
