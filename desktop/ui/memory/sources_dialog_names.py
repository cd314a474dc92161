"""The names of metrics, which exporters change now and then; they hold for all hosts."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.tellers import DcgmNames, MetricNames, NodeNames, NvidiaGpuNames, Teller
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.widgets.labels import Label
from desktop.ui.workshop.form.fold import Fold

_NAME = re.compile(r"[A-Za-z_:][A-Za-z0-9_:]{0,199}")
Group: TypeAlias = NodeNames | DcgmNames | NvidiaGpuNames


class NamesForm(QWidget):
    """Folded. An empty field is the default, which its hint says."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.fold = Fold(theme, self.tr("Names of the metrics"))
        self.fields: dict[tuple[Teller, str], TextField] = {}
        self._forms: dict[tuple[Teller, str], FormField] = {}
        self.reset = Button(theme, self.tr("Back to the defaults"), "quiet", "undo-2")
        self._build()
        self.reset.clicked.connect(lambda: self.fill(MetricNames()))
        self._on_typed()

    @property
    def names(self) -> MetricNames:
        """What is typed, and the default where nothing is."""
        return MetricNames(
            NodeNames(**self._typed(Teller.NODE)),
            DcgmNames(**self._typed(Teller.DCGM)),
            NvidiaGpuNames(**self._typed(Teller.NVIDIA_GPU)),
        )

    def fill(self, names: MetricNames) -> None:
        """Show those that differ from the defaults."""
        for (teller, key), field in self.fields.items():
            said = str(getattr(_group(names, teller), key))
            field.setText("" if said == field.placeholderText() else said)

    def find_problem(self) -> QWidget | None:
        """Say what can be no name of a metric, and return its field."""
        for key, field in self.fields.items():
            if _is_wrong(field.text()):
                self._forms[key].set_error(self.tr("Letters, digits, _ and : make such a name."))
                self.fold.set_open(is_open=True)
                return field
        return None

    def _typed(self, teller: Teller) -> Mapping[str, str]:
        return {
            key: field.text().strip()
            for (of, key), field in self.fields.items()
            if of is teller and field.text().strip()
        }

    def _on_typed(self) -> None:
        changed = sum(bool(field.text().strip()) for field in self.fields.values())
        one = self.tr("1 changed")
        words = one if changed == 1 else self.tr("%n changed", "", changed)
        self.fold.summary.setText(words if changed else self.tr("for all hosts"))
        self.reset.setEnabled(changed > 0)
        for key, field in self.fields.items():
            if not _is_wrong(field.text()):
                self._forms[key].set_error("")
        self.changed.emit()

    def _build(self) -> None:
        line = self.tr("An empty field stands for the name that its hint shows.")
        self.fold.body.addWidget(Label(self._theme, line, "small", "muted", wraps=True))
        for teller, rows in _rows():
            self.fold.body.addWidget(Label(self._theme, teller.value, "small_medium"))
            for key, label in rows:
                default = str(getattr(_group(MetricNames(), teller), key))
                field = TextField(self._theme, hint=default)
                form = FormField(self._theme, label, field)
                field.setAccessibleName(joining.labelled(teller.value, label))
                field.textChanged.connect(self._on_typed)
                self.fields[teller, key], self._forms[teller, key] = field, form
                self.fold.body.addWidget(form)
        self.fold.body.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)


def _is_wrong(text: str) -> bool:
    return bool(text.strip()) and _NAME.fullmatch(text.strip()) is None


def _group(names: MetricNames, teller: Teller) -> Group:
    match teller:
        case Teller.DCGM:
            return names.dcgm
        case Teller.NVIDIA_GPU:
            return names.nvidia_gpu
        case _:
            return names.node


def _rows() -> Sequence[tuple[Teller, Sequence[tuple[str, str]]]]:
    """Return the fields of each program with what they are called."""
    translate = QCoreApplication.translate
    load, heat = translate("MetricNames", "Load"), translate("MetricNames", "Temperature")
    power, used = translate("MetricNames", "Power"), translate("MetricNames", "GPU memory in use")
    node = (
        ("ram_total", translate("MetricNames", "RAM in all")),
        ("ram_available", translate("MetricNames", "RAM available")),
        ("swap_total", translate("MetricNames", "Swap in all")),
        ("swap_free", translate("MetricNames", "Swap free")),
        ("cpu_seconds", translate("MetricNames", "Seconds of the processors")),
        ("disk_total", translate("MetricNames", "Disk in all")),
        ("disk_free", translate("MetricNames", "Disk free")),
    )
    dcgm = (
        ("used", used),
        ("free", translate("MetricNames", "GPU memory free")),
        ("reserved", translate("MetricNames", "GPU memory reserved")),
        ("load", load),
        ("temperature", heat),
        ("power", power),
    )
    nvidia = (
        ("total", translate("MetricNames", "GPU memory in all")),
        ("used", used),
        ("load", load),
        ("temperature", heat),
        ("power", power),
        ("info", translate("MetricNames", "Name of the card")),
    )
    return ((Teller.NODE, node), (Teller.DCGM, dcgm), (Teller.NVIDIA_GPU, nvidia))
