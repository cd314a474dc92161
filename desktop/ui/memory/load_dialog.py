"""Which model to load on a host, with which context, and whether it would fit."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.domain.memory import Load
from desktop.domain.model import InstalledModel
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import units
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.fit_line import FitLine
from desktop.ui.memory.load_list import LoadDelegate, LoadList, loadable
from desktop.ui.memory.loaded import KEEP_FOR_EVER
from desktop.ui.memory.services import MemoryServices
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import Choice, FormField, SearchField
from desktop.ui.widgets.side_list import SideList

_CONTEXTS = (2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144)
_LEAST_ROWS, _ROWS = 3, 7


class LoadDialog(Dialog):
    """Loading begins with the button; the card of the host says how it goes."""

    pull_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        services: MemoryServices,
        host_id: HostId,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", " ", primary="", width=480, parent=parent)
        self.setObjectName("loadDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._host_id = host_id
        self._offered: tuple[str, int] = ("", 0)
        self.search = SearchField(theme, self.tr("Filter the models"))
        self.models = LoadList(self)
        self.view = SideList(theme)
        self.context = Choice(theme)
        self.keep = Choice(theme)
        self.fit = FitLine(theme)
        self.pull = Button(theme, self.tr("Pull a model…"), "quiet")
        self._fill_body()
        self._connect()
        self._refresh()
        rows = max(_LEAST_ROWS, min(_ROWS, self.models.rowCount()))
        self.view.setFixedHeight(rows * (theme.metrics("medium").height() + theme.px(12)))

    @property
    def model(self) -> InstalledModel | None:
        """The model that is chosen."""
        return self.models.model_at(self.view.currentIndex().row())

    @override
    def accept(self) -> None:
        model, snapshot = self.model, self._snapshot()
        if model is None or snapshot is None or not self.primary.isEnabled():
            return
        keep, context = self.keep.currentData(), self.context.currentData()
        self._services.registry.load(self._host_id, model.name, keep, context)
        super().accept()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Up and Down walk the list while the filter has the cursor."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(arg__1.key()))
        if step is None or not self.search.hasFocus():
            super().keyPressEvent(arg__1)
            return
        row = self.view.currentIndex().row() + step
        if 0 <= row < self.models.rowCount():
            self._choose(row)

    def _refresh(self) -> None:
        """Keep up with what is installed and loaded while the dialog is open."""
        snapshot = self._snapshot()
        if snapshot is None:
            self.reject()
            return
        host = visible(snapshot.host.label)
        title = self.tr("Load a model on {host}").format(host=host)
        self.setWindowTitle(title)
        self.title.setText(title)
        chosen = self.model
        if self.models.show_models(loadable(snapshot)):
            row = self.models.row_of(chosen.name) if chosen else -1
            self._choose(max(0, row))
        line = self._line(snapshot)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self._judge()

    def _line(self, snapshot: HostSnapshot) -> str:
        if not self.models.is_empty:
            return ""
        if not snapshot.models_known:
            return self.tr("Its models are not known yet.")
        return self.tr("Everything that is installed there is loaded already.")

    def _filter(self, text: str) -> None:
        chosen = self.model
        self.models.set_filter(text)
        row = self.models.row_of(chosen.name) if chosen else -1
        self._choose(max(0, row))
        self._judge()

    def _choose(self, row: int) -> None:
        self.view.setCurrentIndex(self.models.index(row, 0) if row >= 0 else QModelIndex())

    def _judge(self) -> None:
        model, snapshot = self.model, self._snapshot()
        host = visible(snapshot.host.label) if snapshot else ""
        why = ""
        if snapshot is not None and not snapshot.is_up:
            why = self.tr("{host} does not answer").format(host=host)
        elif model is None:
            why = self.tr("No model is chosen")
        text = self.tr("Load on {host}").format(host=host.replace("&", "&&"))
        self.set_primary(text, enabled=not why, why=why)
        if model is None:
            self.fit.show_answer(None, host)
            return
        self._offer_contexts(model)
        load = self._load(model.name)
        self.fit.show_answer(self._services.fits.installed(self._host_id, model.name, load), host)

    def _load(self, model: str) -> Load:
        usual = self._services.fits.usual_load(self._host_id, model)
        chosen = self.context.currentData()
        if not isinstance(chosen, int) or not chosen:
            return usual
        return Load(chosen, usual.parallel, usual.kv_type, usual.has_flash_attention)

    def _offer_contexts(self, model: InstalledModel) -> None:
        """Offer what the model was trained for at most, and say what the host would take."""
        usual = self._services.fits.usual_load(self._host_id, model.name).context
        if (model.name, usual) == self._offered:
            return
        self._offered = model.name, usual
        was_blocked = self.context.blockSignals(True)
        chosen = self.context.currentData()
        self.context.clear()
        text = self.tr("As the host has it, {context}")
        self.context.addItem(text.format(context=units.tokens(usual)), 0)
        most = model.details.context_length or _CONTEXTS[-1]
        for context in _CONTEXTS:
            if context <= most:
                self.context.addItem(units.tokens(context), context)
        self.context.setCurrentIndex(max(0, self.context.findData(chosen)))
        self.context.blockSignals(was_blocked)

    def _snapshot(self) -> HostSnapshot | None:
        try:
            return self._services.registry.snapshot(self._host_id)
        except KeyError:  # The host was removed while the dialog stands.
            return None

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._judge)
        self.view.doubleClicked.connect(self.accept)
        self.context.currentIndexChanged.connect(self._judge)
        self.pull.clicked.connect(self.reject)
        self.pull.clicked.connect(self.pull_wanted)
        frame = Frame[HostId | None](self, lambda _: self._refresh())
        registry = self._services.registry
        for event in (registry.host_changed, self._services.computers.changed):
            self.destroyed.connect(event.subscribe(frame.add))
        for event in (registry.changed, self._services.fits.changed):
            self.destroyed.connect(event.subscribe(frame.add))

    def _fill_body(self) -> None:
        px = self._theme.px
        self.view.setModel(self.models)
        self.view.setItemDelegate(LoadDelegate(self._theme, self.view))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setAccessibleName(self.tr("Models that are not loaded"))
        self.search.setMaximumWidth(px(480))
        for text, keep in (
            (self.tr("As the host has it"), None),
            (self.tr("5 minutes"), "5m"),
            (self.tr("1 hour"), "1h"),
            (self.tr("Until I say so"), KEEP_FOR_EVER),
        ):
            self.keep.addItem(text, keep)
        choices = QHBoxLayout()
        choices.setSpacing(px(12))
        choices.addWidget(FormField(self._theme, self.tr("Context (num_ctx)"), self.context), 1)
        choices.addWidget(FormField(self._theme, self.tr("Keep loaded"), self.keep), 1)
        self.body.addWidget(self.search)
        self.body.addWidget(self.view)
        self.body.addLayout(choices)
        self.body.addWidget(self.fit)
        self.body.addStretch(1)
        self.set_quiet(self.pull)
