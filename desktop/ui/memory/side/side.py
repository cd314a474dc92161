"""The memory page's right side: a computer in charts, and below it "Will it fit?"."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.services import ComputersService, FitsService
from desktop.ui.memory.side.computer_view import ComputerView
from desktop.ui.memory.side.will_it_fit import WillItFit
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.labels import Hairline, Label

WIDTH = 368
"""Of the sheet, at the size that the mockup has."""
_EDGE = 18
_FAR_MS = 2000
"""How often a far computer's history is looked at; it is not announced by itself."""
HERE = HostId("")


class MemorySide(QWidget):
    """Shows what the services say while it is seen; hidden, nothing is asked or painted.

    `open_sources` asks how a host's memory is known, `pull` for a model to pull.
    """

    def __init__(
        self,
        theme: Theme,
        computers: ComputersService,
        fits: FitsService,
        registry: HostRegistry,
        *,
        open_sources: Callable[[HostId], None],
        pull: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._computers = computers
        self._registry = registry
        self._shown = HERE
        self._offered: tuple[tuple[HostId, str], ...] = ()
        self.title = Label(theme, self.tr("This computer"), "heading")
        self.choice = Choice(theme)
        self.computer = ComputerView(theme)
        self.fit = WillItFit(theme, fits, registry, open_sources=open_sources, pull=pull)
        self._build()
        self._frame = Frame[None](self, lambda _: self._refresh())
        self._look = QTimer(self, interval=_FAR_MS)
        self._look.timeout.connect(lambda: self._frame.add(None))
        self._follow()
        self.choice.activated.connect(self._on_chosen)

    @property
    def shown(self) -> HostId:
        """The host whose computer has its charts shown; HERE for this one."""
        return self._shown

    def judge(self, host_id: HostId, model: str, context: int = 0) -> None:
        """Show whether a model fits on a host; a context of 0 is the one it is loaded with."""
        self.fit.judge(host_id, model, context)
        self._reveal()

    def judge_file(self, path: Path) -> None:
        """Show whether the model in a GGUF file fits."""
        self.fit.judge_file(path)
        self._reveal()

    def show_computer(self, host_id: HostId) -> None:
        """Show that host's charts, or this computer's where nobody tells of it."""
        self._shown = host_id
        self._refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), super().sizeHint().height())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look.start()
        self._refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    def _follow(self) -> None:
        computers, registry = self._computers, self._registry
        for event in (computers.here_changed, registry.changed):
            self.destroyed.connect(event.subscribe(lambda _: self._frame.add(None)))
        for told in (computers.changed, registry.host_changed):
            self.destroyed.connect(told.subscribe(lambda _: self._frame.add(None)))

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        self._offer()
        snapshot = None if self._shown == HERE else self._computers.readings(self._shown)
        if snapshot is None:
            self._shown = HERE
            snapshot = self._computers.here
        self._show_choice()
        models = self._models_here() if self._shown == HERE else None
        self.computer.show_computer(self._shown, snapshot, models=models)

    def _offer(self) -> None:
        """Offer each computer that somebody tells of; without another one there is no choice."""
        here = self._computers.here
        told = [
            (one.id, visible(one.host.label))
            for one in self._registry.snapshots
            if (found := self._computers.readings(one.id)) is not None and found is not here
        ]
        offered = ((HERE, self.tr("This computer")), *told)
        if offered != self._offered:
            self._offered = offered
            self.choice.clear()
            self.choice.addItems([label for _, label in offered])
        self.choice.setVisible(len(offered) > 1)
        self.title.setVisible(len(offered) == 1)

    def _show_choice(self) -> None:
        ids = [host_id for host_id, _ in self._offered]
        self.choice.setCurrentIndex(ids.index(self._shown) if self._shown in ids else 0)

    def _on_chosen(self, place: int) -> None:
        if 0 <= place < len(self._offered):
            self.show_computer(self._offered[place][0])

    def _models_here(self) -> int | None:
        """Sum up this computer's models, each manifest once; None where no server is known here."""
        sums = [
            sum({model.digest or model.name: model.size for model in one.models}.values())
            for one in self._registry.snapshots
            if one.host.is_here and one.models_known
        ]
        return max(sums, default=None)

    def _reveal(self) -> None:
        """Scroll to the question, with as much of its answer as there is room for."""
        self.fit.model.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._scroll_to_fit)  # Once it is laid out.

    def _scroll_to_fit(self) -> None:
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                for part in (self.fit.answer, self.fit.model):
                    around.ensureWidgetVisible(part)
            around = around.parentWidget()

    def _build(self) -> None:
        px = self._theme.px
        self.choice.setAccessibleName(self.tr("Computer"))
        self.choice.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(_EDGE), px(14), px(_EDGE), px(_EDGE))
        column.setSpacing(px(12))
        column.addLayout(self._build_head())
        column.addWidget(self.computer)
        column.addWidget(Hairline())
        column.addWidget(self.fit)
        column.addStretch(1)

    def _build_head(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(self.title, 1)
        row.addWidget(self.choice, 1)
        row.addWidget(Label(self._theme, self.tr("last 5 minutes"), "small", "muted"))
        return row
