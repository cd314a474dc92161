"""A line chart of the last minutes, for the eye, for the keyboard and for a screen reader."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.units import duration
from desktop.ui.widgets.chart_plot import Plot
from desktop.ui.widgets.chart_table import ChartTable
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.history import LAPSE, MINUTES_5, History, Reading
from desktop.ui.widgets.marks import Ink, Mark
from desktop.ui.widgets.readout import LegendEntry, Readout

_GAP = 12
"""Between the entries of a legend, and between it and the title."""


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its name, and its colour among the chart series."""

    name: str
    ink: Ink


class Chart(QWidget):
    """Shows readings as they are appended; the page owns the clock and takes the readings.

    `ceiling` is the value at the upper hairline, and `say` puts a value into
    words. A series that is alone is named by the title and has no legend; nor
    has the first where it `leads`, and the others stand beside the title where
    there is room, else below it. The
    pointer, or Left and Right, show what was read at a time; Enter shows all
    of it as a table. Where readings are further apart than `lapse`, in
    seconds, there is a gap: it is more than twice the slowest pace.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        series: Sequence[Series],
        ceiling: float,
        say: Callable[[float], str],
        *,
        leads: bool = False,
        seconds: float = MINUTES_5,
        lapse: float = LAPSE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._series = tuple(series)
        self._say = say
        self._fact = ""
        self.history = History(len(series), seconds, lapse)
        self.head = Readout(theme, title)
        self._unnamed = 1 if leads or len(series) == 1 else 0
        self.legend = tuple(LegendEntry(theme, one.name) for one in series[self._unnamed :])
        self.plot = Plot(
            theme, self.history, [one.ink for one in series], ceiling, self._description
        )
        self.plot.setAccessibleName(title)
        self._build()
        self.plot.cursor_moved.connect(self._on_cursor_moved)
        self.plot.table_wanted.connect(self.show_table)

    def append(self, when: float, values: Sequence[float | None], fact: str = "") -> None:
        """Add what was read at that time, in seconds of a clock that never goes back.

        None is a gap. `fact` stands muted behind the value: "of 8 cores".
        """
        self._fact = fact
        self.plot.append(when, values)
        if self.isVisible():
            self._refresh()

    def set_ceiling(self, ceiling: float) -> None:
        self.plot.set_ceiling(ceiling)

    def show_table(self) -> ChartTable:
        """Open the readings until now as a table."""
        names = [one.name for one in self._series] if len(self._series) > 1 else [self.head.name]
        table = ChartTable(
            self._theme, self.head.name, names, self.history, self._value_words, parent=self
        )
        table.open()
        return table

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_legend()

    def _place_legend(self) -> None:
        """Put it beside the title while both have room there, and nothing is left out."""
        if not self.legend or not self._unnamed:
            return
        needed = self.head.least_width + self._theme.px(_GAP) + self._legend.sizeHint().width()
        is_beside = needed <= self.width()
        if is_beside != (self._head_row.indexOf(self._legend) >= 0):
            if is_beside:
                self._head_row.addWidget(self._legend)
            else:
                self._column.insertWidget(1, self._legend)

    def _refresh(self) -> None:
        """Say the latest values, or those under the cursor with their time."""
        reading = self.plot.cursor_reading
        fact = self._fact
        if reading is not None:
            fact = self._ago(reading)
        elif len(self.history):
            reading = self.history.reading(-1)
        values = [self._value_words(value) for value in reading.values] if reading else []
        for entry, value in zip(self.legend, values[self._unnamed :], strict=False):
            entry.say(value)
        self.head.say("".join(values[: self._unnamed]), fact)
        self._place_legend()
        if QAccessible.isActive():
            self.plot.describe()

    def _on_cursor_moved(self, is_by_keyboard: bool) -> None:
        self._refresh()
        reading = self.plot.cursor_reading
        if is_by_keyboard and reading is not None:
            said = joining.phrases((self._all_words(reading), self._ago(reading)))
            event = QAccessibleAnnouncementEvent(self.plot, said)
            QAccessible.updateAccessibility(event)

    def _description(self) -> str:
        if not len(self.history):
            return self.tr("Nothing was read yet")
        words = [self._newest()]
        words += self._ranges()
        words.append(self.tr("Left and Right go through the readings, Enter shows them as a table"))
        return joining.sentences(*words)

    def _newest(self) -> str:
        value = self._all_words(self.history.reading(-1))
        if not self._fact:
            return value
        return self.tr("{value} {fact}").format(value=value, fact=self._fact)

    def _ranges(self) -> list[str]:
        """Say between what values each series was."""
        text = self.tr("{series} in the last {time}: {least} to {most}")
        time = duration(self.history.seconds)
        found: list[str] = []
        for place, series in enumerate(self._series):
            if span := self.history.span(place):
                least, most = map(self._say, span)
                name = series.name if len(self._series) > 1 else self.head.name
                found.append(text.format(series=name, time=time, least=least, most=most))
        return found

    def _all_words(self, reading: Reading) -> str:
        words = [self._value_words(value) for value in reading.values]
        if len(self._series) == 1:
            return words[0]
        named = zip(self._series, words, strict=True)
        return joining.phrases(f"{series.name} {value}" for series, value in named)

    def _value_words(self, value: float | None) -> str:
        return self.tr("no reading") if value is None else self._say(value)

    def _ago(self, reading: Reading) -> str:
        seconds = (self.history.latest or reading.when) - reading.when
        if seconds < 1:
            return self.tr("now")
        return self.tr("{time} ago").format(time=duration(seconds))

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.px(4))
        self._head_row = QHBoxLayout()
        self._head_row.setSpacing(self._theme.px(_GAP))
        self._head_row.addWidget(self.head, 1)
        self._legend = QWidget()
        self._column.addLayout(self._head_row)
        if self.legend:
            self._build_legend()
            self._column.addWidget(self._legend)
        self._column.addWidget(self.plot)

    def _build_legend(self) -> None:
        flow = FlowLayout(self._theme.px(_GAP), self._legend, line_gap=self._theme.px(2))
        for place, entry in enumerate(self.legend, self._unnamed):
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self._theme.px(6))
            row.addWidget(Mark(self._theme, self._series[place].ink, place))
            row.addWidget(entry)
            flow.addWidget(pair)
