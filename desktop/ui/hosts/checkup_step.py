"""One line of a doctor's run: how the step stands, its name, what it found, its time."""

from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from desktop.diagnostics.checkup import StepResult, StepState
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.baseline import level
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.widgets.pictures import Icon, Loader
from desktop.ui.wording_steps import spoken, step_line, step_name

_ICONS: dict[StepState, tuple[str, Role]] = {
    StepState.WAITING: ("circle-dashed", "muted"),
    StepState.PASSED: ("circle-check", "success"),
    StepState.SKIPPED: ("minus", "muted"),
    StepState.WARNED: ("triangle-alert", "warning"),
    StepState.FAILED: ("circle-x", "danger"),
}
_TICK_MS = 1000
_SHOWN_FROM = 2
"""Seconds from which a running step tells its time (visual-design.md, States)."""


class StepRow(QWidget):
    """Keeps its place and height while its step goes from waiting to its result."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._began: float | None = None
        self._icon = Icon(theme, "circle-dashed", 16)
        self._loader = Loader(theme)
        self._name = Label(theme, "", "medium")
        self._line = ElidedLabel(theme, "", "small", "muted")
        self._time = Label(theme, "", "small", "muted")
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._tell_time)
        self._build()

    def show_result(self, result: StepResult) -> None:
        """Show how the step stands now."""
        is_running = result.state is StepState.RUNNING
        if is_running and self._began is None:
            self._began = monotonic()
        if not is_running:
            self._began = None
            self._icon.show_icon(*_ICONS[result.state])
        self._marks.setCurrentWidget(self._loader if is_running else self._icon)
        line = step_line(result)
        self._name.setText(step_name(result.step))
        self._line.setText(line)
        self._say_time("" if result.seconds is None else units.span(result.seconds))
        self.setAccessibleName(spoken(result, line))
        self._follow_time(is_running=is_running)

    def _follow_time(self, *, is_running: bool) -> None:
        if is_running:
            self._tick.start()
            self._tell_time()
        else:
            self._tick.stop()

    def _tell_time(self) -> None:
        passed = int(monotonic() - (self._began or monotonic()))
        self._say_time(units.span(float(passed)) if passed >= _SHOWN_FROM else "")

    def _say_time(self, text: str) -> None:
        self._time.setText(text)
        level(self._name, self._line, self._time)

    def _build(self) -> None:
        px = self._theme.px
        holder = QWidget()
        holder.setFixedSize(px(16), px(16))
        self._marks = QStackedLayout(holder)
        self._marks.setContentsMargins(0, 0, 0, 0)
        self._marks.addWidget(self._icon)
        self._marks.addWidget(self._loader)
        words = QHBoxLayout()
        words.setSpacing(px(8))
        words.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._line, 1, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._time, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(2), 0, px(2))
        row.setSpacing(px(8))
        row.addWidget(holder)
        row.addLayout(words, 1)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(px(24))
