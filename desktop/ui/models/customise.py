"""A new model from an installed one, in one small dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.creation import Creation
from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.name import BadName, is_same_name, parse_name
from desktop.domain.recipe import Recipe
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.form_scroll import FormScroll
from desktop.ui.models.customise_parameters import CustomParameters
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import Choice, FormField, TextField
from desktop.ui.widgets.text_area import TextArea
from desktop.ui.wording_names import name_problem

_WIDTH, _INSIDE = 440, 392
"""Of the dialog, and of what it scrolls where the screen is too low for all parameters."""


class CustomiseDialog(Dialog):
    """Another name, system prompt and parameters; all else is the base's, without a download.

    `creation_wanted` carries the id of a host that has the base, and a Creation.
    """

    creation_wanted = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        hosts: HostRegistry,
        host_id: HostId,
        base: InstalledModel,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", " ", primary="", width=_WIDTH, parent=parent)
        self.setObjectName("customiseDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._hosts = hosts
        self._base = base
        title = self.tr("Customise {model}").format(model=visible(base.name))
        self.setWindowTitle(title)
        self.title.setText(title)
        self.line.setText(self.tr("A new model on the same weights. It takes hardly any room."))
        self.name = TextField(theme, suggested_name(base.name))
        self.field = FormField(theme, self.tr("Name"), self.name)
        self.system = TextArea(theme, self.tr("System prompt"), least=4, most=10)
        self.system.setPlaceholderText(self.tr("As {model} has it").format(model=base.name))
        self.parameters = CustomParameters(theme, base.details.context_length)
        self.host = Choice(theme)
        self.replace = QCheckBox()
        self.replace.setFont(theme.font("body"))
        self._fill_body(host_id)
        self._follow()
        self._judge()

    @property
    def host_id(self) -> HostId | None:
        """The host that is chosen; None where none has the base any more."""
        data = self.host.currentData()
        return HostId(data) if isinstance(data, str) else None

    @property
    def creation(self) -> Creation:
        """What is asked for, as the fields have it now."""
        recipe = Recipe(
            bases=(self._base.name,),
            system=self.system.text.strip(),
            parameters=self.parameters.values(),
        )
        name = self.name.text().strip()
        return Creation(name, recipe, self._base.name, overwrite=self.replace.isChecked())

    @override
    def accept(self) -> None:
        if self.primary.isEnabled() and self.host_id is not None:
            self.creation_wanted.emit(self.host_id, self.creation)
            super().accept()

    def _fill_body(self, host_id: HostId) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(12))
        self._on = FormField(self._theme, self.tr("On this host"), self.host)
        column.addWidget(self.field)
        column.addWidget(FormField(self._theme, self.tr("System prompt"), self.system))
        for widget in (self.parameters, self._on, self.replace):
            column.addWidget(widget)
        column.addStretch(1)
        self.body.addWidget(FormScroll(self._theme, form, _INSIDE), 1)
        self._fill_hosts(host_id)
        self.name.textChanged.connect(self._on_typed)
        self.host.currentIndexChanged.connect(self._on_typed)
        self.replace.toggled.connect(self._judge)
        self.parameters.changed.connect(self._judge)

    def _follow(self) -> None:
        """Keep up with hosts that come and go while the dialog is open."""
        frame = Frame[HostId | None](self, lambda _: self._refresh())
        self.destroyed.connect(self._hosts.changed.subscribe(frame.add))
        self.destroyed.connect(self._hosts.host_changed.subscribe(frame.add))

    def _refresh(self) -> None:
        self._fill_hosts(self.host_id)
        self._judge()

    def _fill_hosts(self, chosen: HostId | None) -> None:
        having = [one for one in self._hosts.snapshots if one.is_up and self._has(one)]
        was_blocked = self.host.blockSignals(True)
        self.host.clear()
        for snapshot in having:
            self.host.addItem(visible(snapshot.host.label), str(snapshot.id))
        self.host.setCurrentIndex(max(0, self.host.findData(str(chosen))) if having else -1)
        self.host.blockSignals(was_blocked)
        self._on.setVisible(len(having) > 1)

    def _has(self, snapshot: HostSnapshot) -> bool:
        return any(is_same_name(model.name, self._base.name) for model in snapshot.models)

    def _on_typed(self) -> None:
        self.replace.setChecked(False)
        self._judge()

    def _judge(self) -> None:
        existing = self._existing()
        self.replace.setVisible(bool(existing))
        text = self.tr("Replace {name}, which is on {host} already")
        host = visible(self.host.currentText())
        self.replace.setText(text.format(name=visible(existing), host=host).replace("&", "&&"))
        why = self._why_not(existing)
        button = self.tr("Create on {host}").format(host=host.replace("&", "&&"))
        self.set_primary(button if host else self.tr("Create"), enabled=not why, why=why)

    def _why_not(self, existing: str) -> str:
        try:
            parse_name(self.name.text())
        except BadName as bad:
            self.field.set_error(name_problem(bad))
            return self.tr("Mend the name first")
        if is_same_name(self.name.text(), self._base.name):
            self.field.set_error(self.tr("This is the name of the model it is made from."))
            return self.tr("Mend the name first")
        self.field.set_hint("")
        if self.host_id is None:
            return self.tr("No host has it now")
        if self.parameters.has_problem:
            return self.tr("Mend what is red first")
        if existing and not self.replace.isChecked():
            return self.tr("The name is taken")
        return ""

    def _existing(self) -> str:
        """Return the name of the model that would be replaced; "" if none would be."""
        if self.host_id is None:
            return ""
        try:
            models = self._hosts.snapshot(self.host_id).models
        except KeyError:  # The host was removed a moment ago.
            return ""
        name = self.name.text()
        return next((model.name for model in models if is_same_name(model.name, name)), "")


def suggested_name(base: str) -> str:
    """Return my-qwen2.5:14b for qwen2.5:14b; whose model it was, and where from, is left out."""
    try:
        name = parse_name(base)
    except BadName:
        return ""
    return f"my-{name.model}:{name.tag}"
