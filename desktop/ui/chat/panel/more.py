"""The parameters that are seldom set, behind a fold."""

import secrets
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.choice_rows import OverflowRow
from desktop.ui.chat.panel.number_row import NumberRow
from desktop.ui.chat.panel.numbers import Span, even
from desktop.ui.chat.panel.row import ParameterRow
from desktop.ui.chat.panel.stop_row import StopRow
from desktop.ui.widgets.buttons import Button, IconButton

_MOST = 2**31 - 1


class MoreParameters(QWidget):
    """Rows by the name of their parameter; folded, it says how many there are and are set."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fold = Button(theme, "", "quiet", "chevron-down")
        self.fold.setObjectName("moreParameters")
        self.rows: Mapping[str, ParameterRow] = self._build_rows(theme)
        self._inside = QWidget()
        self._build(theme)
        self.fold.clicked.connect(lambda: self.show_open(not self.is_open))
        self.show_open(False)

    @property
    def is_open(self) -> bool:
        return not self._inside.isHidden()

    def show_open(self, is_open: bool) -> None:
        """Unfold it, or fold it up."""
        self._inside.setVisible(is_open)
        self.fold.set_icon("chevron-up" if is_open else "chevron-down")
        self.count()
        self.toggled.emit(is_open)

    def count(self) -> None:
        """Say how many there are, and how many of them are set."""
        changed = sum(row.is_changed for row in self.rows.values())
        if self.is_open:
            text = self.tr("Show fewer")
        elif changed:
            text = self.tr("Show {number} more, {changed} changed")
        else:
            text = self.tr("Show {number} more")
        self.fold.setText(text.format(number=len(self.rows), changed=changed))

    def _build_rows(self, theme: Theme) -> dict[str, ParameterRow]:
        random, unlimited = self.tr("random"), self.tr("unlimited")
        layers = Span(0, 999, is_whole=True, special=-1)
        seed = NumberRow(theme, "seed", Span(0, _MOST, is_whole=True, special=-1), special=random)
        self.dice = IconButton(theme, "dices", self.tr("Choose a seed by chance"))
        self.dice.clicked.connect(lambda: seed.take(secrets.randbelow(1_000_000)))
        seed.add_button(self.dice)
        answer = Span(1, _MOST, is_whole=True, special=-1)
        return {
            "top_k": NumberRow(theme, "top_k", Span(0, 100_000, is_whole=True)),
            "min_p": NumberRow(theme, "min_p", Span(0, 1), places=even(0, 1, 0.05)),
            "seed": seed,
            "num_predict": NumberRow(theme, "num_predict", answer, special=unlimited),
            "num_gpu": NumberRow(theme, "num_gpu", layers, special=self.tr("automatic")),
            "repeat_penalty": NumberRow(
                theme, "repeat_penalty", Span(0, 2), places=even(0.5, 2, 0.05)
            ),
            "stop": StopRow(theme),
            "overflow": OverflowRow(theme),
        }

    def _build(self, theme: Theme) -> None:
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, theme.px(8), 0, 0)
        inside.setSpacing(theme.px(14))
        for row in self.rows.values():
            inside.addWidget(row)
        head = QHBoxLayout()
        head.addWidget(self.fold)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._inside)
