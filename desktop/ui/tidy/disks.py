"""How full the disks of the hosts are, as far as somebody tells it, and a warning."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.readings import DiskReading
from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.tidy import words
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.pictures import Bar

Disk: TypeAlias = tuple[str, DiskReading]
"""A host's name, and what is known of its disk."""

_MOST = 5
_BAR = 150


class Disks(QWidget):
    """A line for each host whose disk is known; those with the least room come first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Disk, ...] | None = None
        self._lines: list[tuple[ElidedLabel, Bar, Bar, Label]] = []
        self.warning = Banner(theme, "warning")
        self.warning.setObjectName("diskWarning")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), 0, theme.px(12), theme.px(10))
        column.setSpacing(theme.px(10))
        column.addLayout(self._grid)
        column.addWidget(self.warning)
        self.show_disks(())

    @property
    def texts(self) -> list[str]:
        """What each line says."""
        return [
            joining.labelled(name.text(), text.text())
            for name, _, _, text in self._lines
            if _seen(name)
        ]

    def show_disks(self, disks: Sequence[Disk]) -> None:
        """Show these, and warn of those that are nearly full."""
        known = [disk for disk in disks if words.free_share(disk[1]) is not None]
        known.sort(key=lambda disk: words.free_share(disk[1]) or 0.0)
        if tuple(known) == self._shown:
            return
        self._shown = tuple(known)
        short = [disk for disk in known if words.has_little_room(disk[1])]
        for place in range(max(len(self._lines), min(len(known), _MOST))):
            self._show_line(place, known[place] if place < min(len(known), _MOST) else None)
        if short:
            self.warning.say("warning", *words.warning(short))
        self.warning.setVisible(bool(short))
        self.setVisible(bool(known))

    def _show_line(self, place: int, disk: Disk | None) -> None:
        if place == len(self._lines):
            self._add_line()
        name, bar, full, text = self._lines[place]
        is_short = disk is not None and words.has_little_room(disk[1])
        for widget in (name, text):
            widget.setVisible(disk is not None)
        bar.setVisible(disk is not None and not is_short)
        full.setVisible(is_short)
        if disk is not None:
            name.setText(visible(disk[0]))
            text.setText(words.disk(disk[1]))
            for each in (bar, full):
                each.show_fraction(1.0 - (words.free_share(disk[1]) or 0.0))

    def _add_line(self) -> None:
        place = len(self._lines)
        name = ElidedLabel(self._theme, "", "small_medium")
        text = Label(self._theme, "", "small", "muted")
        bar, full = Bar(self._theme), Bar(self._theme, role="warning_fill")
        for each in (bar, full):
            each.setFixedWidth(self._theme.px(_BAR))
            self._grid.addWidget(each, place, 1)
        self._grid.addWidget(name, place, 0)
        self._grid.addWidget(text, place, 2)
        self._lines.append((name, bar, full, text))


def _seen(widget: QWidget) -> bool:
    return not widget.isHidden()
