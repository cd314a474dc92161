"""How a model is to be loaded: its context, and what a host's environment decides of the rest."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.domain.memory import KvType, Load
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.numbers import (
    NumberProblem,
    Span,
    doubling,
    nearest,
    parse,
    problem_text,
    shown,
)
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.slider import Slider
from desktop.ui.workshop.form.fold import Fold

_LEAST, _FIRST = 16, 512
"""The smallest context that can be typed, and the first place of the slider."""
_UNTRAINED = 131_072
"""The slider's end where it is not known what the model was trained for."""
_MOST = 2**31 - 1
_MOST_PARALLEL = 16
_FIELD = 88
KV_TYPES = (KvType.F16, KvType.Q8_0, KvType.Q4_0)
"""Those that Ollama takes (OLLAMA_KV_CACHE_TYPE)."""


class LoadForm(QWidget):
    """`changed` is for what a person sets; what is shown by `show_load` is not announced."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._load = Load(4096)
        self._span = Span(_LEAST, _MOST, is_whole=True)
        self._places = doubling(_FIRST, _UNTRAINED)
        self.slider = Slider(theme, self.tr("num_ctx, slider"))
        self.field = TextField(theme)
        self.problem = Label(theme, "", "small", "danger", wraps=True)
        self.advanced = Fold(theme, self.tr("Advanced"))
        self.parallel = NumberField(
            theme,
            self.tr("Parallel requests"),
            self.tr("Each has a context of its own (OLLAMA_NUM_PARALLEL)."),
            default=1,
            most=_MOST_PARALLEL,
        )
        names = [kind.value for kind in KV_TYPES]
        self.kv_type = Segments(theme, self.tr("KV cache type"), names)
        self.flash = QCheckBox(self.tr("Flash attention"))
        self._build()
        self.slider.valueChanged.connect(self._on_slid)
        self.field.textEdited.connect(self._on_typed)
        self.field.editingFinished.connect(self._on_left)
        self.parallel.changed.connect(self._on_parallel)
        self.kv_type.chosen.connect(self._on_kv_type)
        self.flash.clicked.connect(self._on_flash)
        self.show_load(self._load)

    @property
    def load(self) -> Load:
        return self._load

    def show_load(self, load: Load) -> None:
        """Show how it is loaded; nothing is announced."""
        self._load = load
        was_blocked = self.parallel.blockSignals(True)
        self.parallel.box.setValue(load.parallel)
        self.parallel.blockSignals(was_blocked)
        self.flash.setChecked(load.has_flash_attention)
        self.kv_type.show_choice(KV_TYPES.index(load.kv_type) if load.kv_type in KV_TYPES else None)
        self._show_context()
        self._summarise()

    def show_trained(self, trained: int) -> None:
        """Allow contexts up to what the model was trained for, in tokens; 0 if unknown."""
        most = max(trained or _MOST, _LEAST)
        self._span = Span(_LEAST, most, is_whole=True)
        places = doubling(min(_FIRST, most), trained or _UNTRAINED)
        if places != self._places:
            self._places = places
            was_blocked = self.slider.blockSignals(True)
            self.slider.setMaximum(len(places) - 1)
            self.slider.blockSignals(was_blocked)
            self._show_context()

    def set_context(self, context: int) -> None:
        """Take another context, as a person's choice."""
        self._take(replace(self._load, context=context))
        self._show_context()

    def _show_context(self) -> None:
        if not self.field.hasFocus():
            self.field.setText(shown(self._load.context))
            self.field.set_wrong(False)
            self.problem.hide()
        self.slider.show_place(nearest(self._places, self._load.context))
        self.slider.setAccessibleDescription(shown(self._load.context))

    def _on_slid(self, place: int) -> None:
        context = int(self._places[min(place, len(self._places) - 1)])
        self._take(replace(self._load, context=context))
        self.field.setText(shown(context))
        self.field.set_wrong(False)
        self.problem.hide()
        self.slider.setAccessibleDescription(shown(context))

    def _on_typed(self, text: str) -> None:
        value = parse(text, self._span)
        is_wrong = isinstance(value, NumberProblem)
        self.field.set_wrong(is_wrong)
        self.problem.setVisible(is_wrong)
        if isinstance(value, NumberProblem):
            self.problem.setText(problem_text(value, self._span))
            self.field.setAccessibleDescription(self.problem.text())
            return
        self._take(replace(self._load, context=int(value)))
        self.slider.show_place(nearest(self._places, value))

    def _on_left(self) -> None:
        """Write it as it is said; what is wrong gives way to what holds."""
        self.field.setText(shown(self._load.context))
        self.field.set_wrong(False)
        self.field.setAccessibleDescription("")
        self.problem.hide()

    def _on_parallel(self) -> None:
        self._take(replace(self._load, parallel=self.parallel.value))

    def _on_kv_type(self, place: int) -> None:
        """Take it; a host keeps a quantized cache with flash attention alone."""
        is_flash = self._load.has_flash_attention or KV_TYPES[place] is not KvType.F16
        self.flash.setChecked(is_flash)
        self._take(replace(self._load, kv_type=KV_TYPES[place], has_flash_attention=is_flash))

    def _on_flash(self, is_on: bool) -> None:
        kind = self._load.kv_type if is_on else KvType.F16
        self.kv_type.show_choice(KV_TYPES.index(kind) if kind in KV_TYPES else None)
        self._take(replace(self._load, kv_type=kind, has_flash_attention=is_on))

    def _take(self, load: Load) -> None:
        if load != self._load:
            self._load = load
            self._summarise()
            self.changed.emit()

    def _summarise(self) -> None:
        """Say in the fold's head what differs from the usual."""
        load, words = self._load, list[str]()
        if load.parallel > 1:
            words.append(self.tr("%n at once", "", load.parallel))
        if load.kv_type is not KvType.F16:
            words.append(load.kv_type.value)
        if not load.has_flash_attention:
            words.append(self.tr("no flash attention"))
        self.advanced.summary.setText(joining.phrases(words))

    def _build(self) -> None:
        px = self._theme.px
        self.slider.setMaximum(len(self._places) - 1)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setAccessibleName("num_ctx")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(self._build_context())
        column.addWidget(self.problem)
        column.addWidget(self.advanced)
        kv_name = Label(self._theme, self.tr("KV cache type"), "small_medium")
        self.advanced.body.addWidget(self.parallel)
        kv = QVBoxLayout()
        kv.setSpacing(px(5))
        kv.addWidget(kv_name)
        kv.addWidget(self.kv_type)
        self.advanced.body.addLayout(kv)
        self.advanced.body.addWidget(self.flash)
        self._refresh()
        self._theme.changed.connect(self._refresh)

    def _build_context(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(10))
        name = Label(self._theme, "num_ctx", "small", "muted")
        name.setBuddy(self.field)
        row.addWidget(name)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        return row

    def _refresh(self) -> None:
        self.field.setFixedWidth(self._theme.px(_FIELD))
        self.flash.setFont(self._theme.font())
