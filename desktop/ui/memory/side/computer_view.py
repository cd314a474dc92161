"""What a computer does now and did in the last minutes, in charts; and what is wrong with it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.readings import ComputerReading, DiskReading, ReadingsSnapshot
from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.host_words import problem_words
from desktop.ui.memory.side.disk_view import DiskView
from desktop.ui.memory.side.gauges import MOST_CARDS, Gauge, gauges_of, lost_cards
from desktop.ui.widgets.chart import Chart
from desktop.ui.widgets.history import LAPSE
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner

_MOST_DISKS = 3
_LAPSE_FAR = 260.0
"""Seconds: more than twice the pace at which ssh is asked while nobody looks."""


class ComputerView(QWidget):
    """Charts are made anew where another computer is shown, or it has other parts now."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self._shapes: tuple[object, ...] = ()
        self.charts: list[Chart] = []
        self.disks: list[DiskView] = []
        self.trouble = Banner(theme, "warning")
        self.lost = Banner(theme, "warning", icon="unplug")
        self.quiet = Label(theme, "", "small", "muted", wraps=True)
        self._build()

    def show_computer(
        self, key: str, snapshot: ReadingsSnapshot, *, models: int | None = None
    ) -> None:
        """Show what is known of a computer; `key` tells it from the others, "" is this one.

        `models` are the bytes of the models on its disk, None if that is not known.
        """
        reading = snapshot.reading
        gauges = gauges_of(reading, snapshot.history) if reading else ()
        shapes = tuple(gauge.shape for gauge in gauges)
        if (key, shapes) != (self._key, self._shapes):
            self._key, self._shapes = key, shapes
            self._rebuild(gauges)
        self._append(gauges, snapshot)
        self._show_disks(reading, models)
        self._show_words(snapshot)

    def _append(self, gauges: Sequence[Gauge], snapshot: ReadingsSnapshot) -> None:
        """Add the readings that the charts do not have yet."""
        for chart, gauge in zip(self.charts, gauges, strict=True):
            chart.set_ceiling(gauge.ceiling)
            latest = chart.history.latest
            for sample in snapshot.history:
                if latest is None or sample.at > latest:
                    chart.append(sample.at, *gauge.read(sample.reading))

    def _rebuild(self, gauges: Sequence[Gauge]) -> None:
        for chart in self.charts:
            self._charts.removeWidget(chart)
            chart.hide()
            chart.deleteLater()
        self.charts = []
        lapse = _LAPSE_FAR if self._key else LAPSE
        for gauge in gauges:
            title, series, say = gauge.title, gauge.series, gauge.say
            chart = Chart(self._theme, title, series, gauge.ceiling, say, leads=True, lapse=lapse)
            self.charts.append(chart)
            self._charts.addWidget(chart)

    def _show_disks(self, reading: ComputerReading | None, models: int | None) -> None:
        disks = _known(reading.disks if reading else ())
        while len(self.disks) < len(disks):
            view = DiskView(self._theme)
            self.disks.append(view)
            self._disks.addWidget(view)
        for view in self.disks[len(disks) :]:
            self._disks.removeWidget(view)
            view.hide()
            view.deleteLater()
        del self.disks[len(disks) :]
        for view, disk in zip(self.disks, disks, strict=True):
            name = self.tr("Models folder") if not self._key else visible(disk.folder)
            view.show_disk(name, disk, models)

    def _show_words(self, snapshot: ReadingsSnapshot) -> None:
        self.trouble.setVisible(snapshot.problem is not None)
        if snapshot.problem is not None:
            words = problem_words(snapshot.problem)
            if not self._key:
                words = self.tr("This computer's memory cannot be read")
            self.trouble.say("warning", words, visible(snapshot.raw))
        reading = snapshot.reading
        lost = lost_cards(reading) if reading else ()
        self.lost.setVisible(bool(lost))
        if lost:
            text = self.tr("{card} does not answer any more")
            facts = self.tr("Its driver hangs, or the card failed. Models may run on the CPU now.")
            self.lost.say("warning", text.format(card=joining.listed(lost)), facts, icon="unplug")
        words = "\n".join(self._quiet_words(reading))
        if words != self.quiet.text():
            self.quiet.setText(words)
        self.quiet.setVisible(bool(words))

    def _quiet_words(self, reading: ComputerReading | None) -> list[str]:
        if reading is None:
            return [self.tr("Nothing was read yet")]
        found: list[str] = []
        if reading.is_limited:
            found.append(self.tr("These are the limits of this container."))
        if reading.gpus == ():
            found.append(self.tr("No GPU was found here; models run on the CPU."))
        elif reading.gpus is None and self._key:
            found.append(self.tr("Nobody there tells of a GPU."))
        elif reading.gpus is None:
            found.append(self.tr("No NVIDIA card was found; others are not read on this system."))
        elif (more := len(reading.gpus) - MOST_CARDS) > 0:
            found.append(self.tr("and %n more GPUs", "", more))
        return found

    def _build(self) -> None:
        px = self._theme.px
        self._charts, self._disks = QVBoxLayout(), QVBoxLayout()
        for layout in (self._charts, self._disks):
            layout.setSpacing(px(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.trouble)
        column.addWidget(self.lost)
        column.addLayout(self._charts)
        column.addWidget(self.quiet)
        column.addLayout(self._disks)


def _known(disks: Sequence[DiskReading]) -> list[DiskReading]:
    """Return the largest disks whose size is known, each once."""
    found: dict[tuple[int | None, int | None], DiskReading] = {}
    for disk in disks:
        if disk.total and disk.free is not None:
            found.setdefault((disk.total, disk.free), disk)
    return sorted(found.values(), key=lambda disk: -(disk.total or 0))[:_MOST_DISKS]
