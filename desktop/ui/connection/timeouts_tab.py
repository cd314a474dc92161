"""The Timeouts tab: how long to wait for what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.connection import Timeouts
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.number_field import NumberField

_DEFAULT = Timeouts()
_MOST = 86_400


class TimeoutsTab(QWidget):
    """Takes three times in whole seconds."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.connect_time = self._field(
            theme,
            self.tr("To connect"),
            self.tr("A host that sleeps or is switched off never answers. Default: {seconds} s"),
            _DEFAULT.connect,
        )
        self.loading = self._field(
            theme,
            self.tr("Silence while a model loads"),
            self.tr("A large model from a slow disk takes minutes. Default: {seconds} s"),
            _DEFAULT.loading,
        )
        self.tokens = self._field(
            theme,
            self.tr("Silence between tokens"),
            self.tr("A long prompt is read before the first one. Default: {seconds} s"),
            _DEFAULT.tokens,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        for field in (self.connect_time, self.loading, self.tokens):
            column.addWidget(field)
            field.changed.connect(self.changed)
        column.addStretch(1)

    @property
    def timeouts(self) -> Timeouts:
        return Timeouts(
            float(self.connect_time.value), float(self.loading.value), float(self.tokens.value)
        )

    @property
    def is_edited(self) -> bool:
        return self.timeouts != _DEFAULT

    def fill(self, timeouts: Timeouts) -> None:
        self.connect_time.box.setValue(round(timeouts.connect))
        self.loading.box.setValue(round(timeouts.loading))
        self.tokens.box.setValue(round(timeouts.tokens))

    def find_problem(self) -> QWidget | None:
        """Return None: the boxes take nothing that is wrong."""
        return None

    def _field(self, theme: Theme, label: str, line: str, default: float) -> NumberField:
        return NumberField(
            theme,
            label,
            line.format(seconds=f"{default:g}"),
            default=round(default),
            most=_MOST,
            unit=self.tr(" s"),
        )
