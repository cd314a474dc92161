"""Into which type the weights of a new model are turned."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.fields import Choice

_TYPES: dict[str, object] = {
    "F32": QT_TRANSLATE_NOOP("Quantize", "F32, twice the size of F16"),
    "F16": QT_TRANSLATE_NOOP("Quantize", "F16, two bytes a weight"),
    "Q8_0": QT_TRANSLATE_NOOP("Quantize", "Q8_0, about half of F16"),
    "Q4_K_M": QT_TRANSLATE_NOOP("Quantize", "Q4_K_M, about a third of F16"),
    "Q4_K_S": QT_TRANSLATE_NOOP("Quantize", "Q4_K_S, the smallest"),
}
"""What a server quantizes to (fact 53)."""


class QuantizeChoice(Choice):
    """Is there only where the base is of a full type; `quantize` is "" for as it is."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(self.tr("Quantize"))
        self.setToolTip(self.tr("Smaller weights take less memory, and answer less exactly."))
        self._full_type = ""
        self.hide()

    @property
    def quantize(self) -> str:
        """The type to ask for, "" for none."""
        return str(self.currentData() or "") if self._full_type else ""

    def show_source(self, full_type: str) -> None:
        """Offer types for a base of that one, or nothing where it is "" ."""
        if full_type != self._full_type:
            self._full_type = full_type
            self._fill()
        self.setVisible(bool(full_type))

    def choose(self, quantize: str) -> None:
        """Take that type, as a draft had it; one that is not offered is as it is."""
        self.setCurrentIndex(max(0, self.findData(quantize)))

    def _fill(self) -> None:
        wanted = self.currentData()
        was_blocked = self.blockSignals(True)
        self.clear()
        self.addItem(self.tr("Keep {type}").format(type=self._full_type), "")
        for key, words in _TYPES.items():
            if key != self._full_type:
                self.addItem(QCoreApplication.translate("Quantize", str(words)), key)
        self.choose(str(wanted or ""))
        self.blockSignals(was_blocked)
