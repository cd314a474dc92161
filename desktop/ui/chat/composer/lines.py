"""Lines above the text: what is being edited, what the model cannot see, what was refused."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.announce import Announcer
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Icon

_MOST = 4


class Line(QWidget):
    """An icon, a sentence and buttons; hidden while there is nothing to say."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        role: Role,
        buttons: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = Label(theme, "", "small", "text", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(4), 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Icon(theme, icon, 14, role))
        row.addWidget(self._label, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    def say(self, text: str) -> None:
        """Say that, or nothing where it is empty."""
        self._label.setText(text)
        self.setVisible(bool(text))


class Refusals(QWidget):
    """Why files did not go along, the latest last; they stay until they are dismissed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: list[str] = []
        self._announcer = Announcer(self)
        self.dismiss = IconButton(theme, "x", self.tr("Dismiss"), length=13)
        self.dismiss.clicked.connect(self.clear)
        self._line = Line(theme, "triangle-alert", "warning", (self.dismiss,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        self.hide()

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(self._said)

    def add(self, sentence: str) -> None:
        """Say one more; of many only the last few are shown."""
        if sentence not in self._said:
            self._said.append(sentence)
        self._show()
        self._announcer.say(sentence)

    def clear(self) -> None:
        self._said.clear()
        self._show()

    def _show(self) -> None:
        shown = self._said[-_MOST:]
        if len(self._said) > _MOST:
            more = self.tr("%n more files were not taken.", "", len(self._said) - _MOST)
            shown = [more, *shown]
        self._line.say("\n".join(shown))
        self.setVisible(bool(shown))
