"""What the page opens and asks elsewhere; each is a plain function that returns at once."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.domain.host import Host

IN_LOG = (
    Remedy.RAISE_CONTEXT,
    Remedy.LOWER_CONTEXT,
    Remedy.COPY_FIX,
    Remedy.FREE_SPACE,
    Remedy.UNLOAD_OTHERS,
    Remedy.REINSTALL_OLLAMA,
    Remedy.REPORT,
)
"""What a click can do beside a line of the log: it names no model and no request of one's own."""


def _open_url(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url))


def _nobody() -> Host | None:
    return None


def _nothing(_: Remedy, __: Explanation) -> None:
    """Without anybody who mends, a button does nothing."""


@dataclass(frozen=True, slots=True)
class LocalDoors:
    """`host` is the host of the list that is this computer, `mend` does what a button promised."""

    host: Callable[[], Host | None] = _nobody
    mend: Callable[[Remedy, Explanation], None] = _nothing
    open_url: Callable[[str], None] = _open_url
    offered: tuple[Remedy, ...] = IN_LOG
