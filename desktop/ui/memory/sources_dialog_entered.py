"""The memory that a person enters, for whatever nobody tells."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.memory_source import Entered
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.sources_dialog_size import SizeField
from desktop.ui.widgets.labels import Label


class EnteredForm(QWidget):
    """Two amounts, and what they mean: one memory for both, or no GPU at all."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.gpu = SizeField(theme, self.tr("GPU memory"), self.tr("That of all cards together"))
        self.ram = SizeField(theme, self.tr("RAM"), self.tr("That of the computer"))
        self.no_gpu = QCheckBox(self.tr("It has no GPU"))
        self.unified = QCheckBox(self.tr("GPU and computer share one memory, as on Apple's"))
        self._build()
        self.gpu.changed.connect(self.changed)
        self.ram.changed.connect(self.changed)
        self.no_gpu.toggled.connect(self._on_no_gpu)
        self.unified.toggled.connect(self._on_unified)
        self._fit()

    @property
    def entered(self) -> Entered:
        """What is typed; what is no amount counts as nothing."""
        has_own = not (self.no_gpu.isChecked() or self.unified.isChecked())
        return Entered(
            (self.gpu.amount or 0) if has_own else 0,
            self.ram.amount or 0,
            self.unified.isChecked(),
            self.no_gpu.isChecked(),
        )

    def fill(self, entered: Entered) -> None:
        """Show what was entered before."""
        self.gpu.show_size(entered.gpu)
        self.ram.show_size(entered.ram)
        self.unified.setChecked(entered.is_unified)
        self.no_gpu.setChecked(entered.has_no_gpu and not entered.is_unified)

    def find_problem(self) -> QWidget | None:
        """Return the field that holds no amount; the field itself says so."""
        fields = (self.ram,) if not self.gpu.isEnabled() else (self.gpu, self.ram)
        return next((field.line for field in fields if field.amount is None), None)

    def _on_no_gpu(self, is_on: bool) -> None:
        if is_on:
            self.unified.setChecked(False)
        self._fit()

    def _on_unified(self, is_on: bool) -> None:
        if is_on:
            self.no_gpu.setChecked(False)
        self._fit()

    def _fit(self) -> None:
        self.gpu.setEnabled(not (self.no_gpu.isChecked() or self.unified.isChecked()))
        self.changed.emit()

    def _build(self) -> None:
        px = self._theme.px
        amounts = QHBoxLayout()
        amounts.setSpacing(px(16))
        amounts.addWidget(self.gpu, 1)
        amounts.addWidget(self.ram, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Label(self._theme, self.tr("Entered by you"), "strong"))
        line = self.tr(
            "Stands in for whatever nobody tells. A card that is sold with 24 GB has 24 GiB, "
            "which is 25.8 GB: type 24 GiB."
        )
        column.addWidget(Label(self._theme, line, "small", "muted", wraps=True))
        column.addLayout(amounts)
        for box in (self.no_gpu, self.unified):
            column.addWidget(box)
        self._refresh()
        self._theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        for box in (self.no_gpu, self.unified):
            box.setFont(self._theme.font())
