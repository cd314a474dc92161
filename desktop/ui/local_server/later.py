"""What becomes of the server later: with the window's end, and with the next start."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.system.local_snapshot import Deed, LocalSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.key_values import Section
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.radio_lines import RadioLines

_ENDS, _GOES_ON = 0, 1


class LaterChoice(QWidget):
    """Shows only the choices that there are. The box shows what is, until that is changed."""

    login_wanted = Signal(bool)
    boot_wanted = Signal(bool)
    outlives_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_shown_only = False
        self.ways = RadioLines(theme, self._ways())
        self._end = Section(theme, self.tr("When Paddock is closed"))
        self._end.body.addWidget(self.ways)
        self.login = QCheckBox(self.tr("Start by itself"))
        self.login.setObjectName("startsByItself")
        self.boot = QCheckBox(self.tr("Before I log in, too"))
        self.boot.setObjectName("startsAtBoot")
        self._all_of_mine = Label(theme, self._every_service(), "small", "muted", wraps=True)
        self._theme = theme
        self._why = Label(theme, self._no_service(), "small", "muted", wraps=True)
        self._start = Section(theme, self.tr("When the computer is started"))
        self._start.body.addWidget(self.login)
        self._start.body.addWidget(self.boot)
        self._start.body.addWidget(self._all_of_mine)
        self._start.body.addWidget(self._why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._end)
        column.addWidget(self._start)
        self.ways.chosen.connect(self._on_way)
        self.login.clicked.connect(self._on_login)
        self.boot.clicked.connect(self._on_boot)
        theme.changed.connect(self._refresh)
        self._refresh()

    def show_state(self, known: LocalSnapshot, possible: frozenset[Deed]) -> None:
        """Show what was chosen, and what the system says."""
        state = known.state
        is_by_us = state is not None and state.unit is None and state.program is not None
        self._end.setVisible(known.is_own or (is_by_us and not (state and state.is_running)))
        self._is_shown_only = True
        self.ways.choose(_GOES_ON if known.wishes.outlives else _ENDS)
        self._is_shown_only = False
        starts = state is not None and bool(state.starts_at_login)
        can = bool(possible & {Deed.STARTS_AT_LOGIN, Deed.STARTS_BY_HAND})
        self.login.setVisible(can)
        self.login.setChecked(starts)
        self.login.setEnabled(known.deed is None)
        self._show_boot(known, possible)
        self._why.setVisible(not can)
        self._start.setVisible(state is not None and state.is_found)

    def _show_boot(self, known: LocalSnapshot, possible: frozenset[Deed]) -> None:
        """Only a service of the person's own waits for a login."""
        unit = None if known.state is None else known.state.unit
        lingers = unit is not None and unit.lingers
        can = (Deed.STARTS_NOT_AT_BOOT if lingers else Deed.STARTS_AT_BOOT) in possible
        for widget in (self.boot, self._all_of_mine):
            widget.setVisible(can)
        self.boot.setChecked(lingers)
        self.boot.setEnabled(known.deed is None)

    def _refresh(self) -> None:
        for box in (self.login, self.boot):
            box.setFont(self._theme.font())

    def _ways(self) -> list[tuple[str, str]]:
        return [
            (self.tr("The server ends too"), self.tr("Answers to other programs are cut off.")),
            (
                self.tr("The server goes on"),
                self.tr("Paddock finds it again the next time, and can stop it then."),
            ),
        ]

    def _no_service(self) -> str:
        return self.tr(
            "No service runs Ollama here, so nothing starts it by itself. On Linux Ollama's own "
            "installer makes one; its app for macOS and Windows has a switch of its own."
        )

    def _on_way(self, way: int) -> None:
        if not self._is_shown_only:
            self.outlives_wanted.emit(way == _GOES_ON)

    def _on_login(self, wanted: bool) -> None:
        self.login.setChecked(not wanted)  # It shows what is; the plan is shown first.
        self.login_wanted.emit(wanted)

    def _on_boot(self, wanted: bool) -> None:
        self.boot.setChecked(not wanted)
        self.boot_wanted.emit(wanted)

    def _every_service(self) -> str:
        return self.tr(
            "This is for all of your services that start by themselves: they then start with the "
            "computer, and do not end when you log out."
        )
