"""Below the table: hosts that run a version with known holes, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.domain.versions import known_holes
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.messages import Banner


class HolesBanner(QWidget):
    """Names the first such host and counts the others; hidden while there is none."""

    advice_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = Button(theme, self.tr("What to do"))
        self._button.setObjectName("holesAdvice")
        self._banner = Banner(theme, "warning", icon="shield-alert", actions=(self._button,))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), 0)
        column.addWidget(self._banner)
        self._button.clicked.connect(self.advice_wanted)
        self.hide()

    def show_hosts(self, snapshots: Sequence[HostSnapshot]) -> None:
        """Look through the versions of these hosts."""
        risky = risky_hosts(snapshots)
        self.setVisible(bool(risky))
        if risky:
            self._banner.say(
                "warning", self._sentence(risky), self._facts(risky), icon="shield-alert"
            )

    def _sentence(self, risky: Sequence[HostSnapshot]) -> str:
        first = risky[0]
        facts = {"host": visible(first.host.label), "version": visible(first.version)}
        if len(risky) == 1:
            return self.tr("{host} runs {version}, which has known holes").format(**facts)
        others = len(risky) - 1
        if others == 1:
            text = self.tr("{host} and another host run versions that have known holes")
        else:
            text = self.tr("{host} and %n others run versions that have known holes", "", others)
        return text.format(**facts)

    def _facts(self, risky: Sequence[HostSnapshot]) -> str:
        fixed = max((known_holes(one.version) for one in risky), key=len)[-1].fixed
        text = self.tr(
            "{version} or newer closes them. The holes and the update commands are one click away."
        )
        return text.format(version=fixed)


def risky_hosts(snapshots: Sequence[HostSnapshot]) -> list[HostSnapshot]:
    """Return the hosts whose version has a known hole."""
    return [one for one in snapshots if one.is_up and known_holes(one.version)]
