"""The bar below the editor: what the model is called, where it is made, and why not yet."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.domain.modelfile import NO_FROM
from desktop.domain.modelfile_check import Finding, Trap
from desktop.domain.name import BadName, parse_name
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.widgets.pictures import Icon
from desktop.ui.wording_names import name_problem
from desktop.ui.workshop.host_chips import HostChips
from desktop.ui.workshop.quantize_choice import QuantizeChoice

_NAME, _LEAST_NAME = 190, 112
_NARROW = 700
"""A bar that is narrower has no room for a host's name on its button."""


class CreateBar(QWidget):
    """Keeps what a person chose here; whether the text can be made into a model is told it.

    `create_wanted` carries the name, a tuple of host ids, and the type to
    quantize to ("" for none). Files and overwriting are asked for by others.
    """

    create_wanted = Signal(str, object, str)
    name_changed = Signal(str)
    chosen_changed = Signal(object)
    """A tuple of the ids of the hosts that are on and up."""
    quantize_changed = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._findings: tuple[Finding, ...] = ()
        self._obstacle = ""
        self.field = TextField(theme, hint="my-model")
        self.field.setAccessibleName(self.tr("Name of the new model"))
        self.hosts = HostChips(theme)
        self.types = QuantizeChoice(theme)
        self.reason = ElidedLabel(theme, "", "body", "danger")
        self._icon = Icon(theme, "circle-x", 16, "danger")
        self.button = Button(theme, "", "primary", "hammer")
        self._build()
        self.field.textEdited.connect(self._on_typed)
        self.field.returnPressed.connect(self._create)
        self.hosts.changed.connect(self._on_chosen)
        self.types.activated.connect(lambda: self.quantize_changed.emit(self.types.quantize))
        self.button.clicked.connect(self._create)
        self._judge()

    @property
    def name(self) -> str:
        return self.field.text().strip()

    @property
    def chosen(self) -> tuple[HostId, ...]:
        return self.hosts.chosen

    @property
    def quantize(self) -> str:
        return self.types.quantize

    @property
    def why_not(self) -> str:
        """Why nothing can be created now; "" if it can."""
        return (
            self._why_not_text() or self._why_not_name() or self._obstacle or self._why_not_hosts()
        )

    def show_draft(self, name: str, chosen: Iterable[HostId], quantize: str = "") -> None:
        """Show another draft's name and hosts; nothing is told."""
        self.field.setText(name)
        self.field.setCursorPosition(0)
        self.hosts.choose(chosen)
        self.types.choose(quantize)
        self._judge()

    def show_hosts(self, snapshots: Sequence[HostSnapshot]) -> None:
        """Show the hosts as they are now."""
        self.hosts.show_hosts(snapshots)
        self._judge()

    def show_source(
        self, findings: Sequence[Finding], full_type: str = "", obstacle: str = ""
    ) -> None:
        """Show whether the text can be created.

        `full_type` is the base's where it can be quantized (Bases.full_type),
        `obstacle` a sentence about anything else that has to be mended first.
        """
        self._findings = tuple(findings)
        self._obstacle = obstacle
        self.types.show_source(full_type)
        self._judge()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_button()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._judge()
        super().changeEvent(event)

    def _why_not_text(self) -> str:
        for one in self._findings:
            if one.trap is Trap.SYNTAX and one.said == NO_FROM:
                return self.tr("No base model yet")
            if one.is_error:
                return self.tr("Mend line {line} first").format(line=one.line)
        return ""

    def _why_not_name(self) -> str:
        if not self.name:
            return self.tr("No name yet")
        try:
            parse_name(self.name)
        except BadName as bad:
            return self.tr("This name cannot be: {why}").format(why=name_problem(bad))
        return ""

    def _why_not_hosts(self) -> str:
        if not self.hosts.possible:
            return self.tr("No host can be reached")
        return "" if self.chosen else self.tr("Choose a host")

    def _judge(self) -> None:
        why = self.why_not
        self.reason.setText(why)
        self._icon.setVisible(bool(why))
        self.field.set_wrong(bool(self.name and self._why_not_name()))
        self._name_button()
        self.button.setEnabled(not why)
        self.button.setAccessibleDescription(why)

    def _name_button(self) -> None:
        """Say what the button does; where the bar is narrow, to whom is only read out."""
        whole = self._button_text()
        is_narrow = self.width() < self._theme.px(_NARROW)
        self.button.setText(self.tr("Create") if is_narrow else whole)
        self.button.setAccessibleName(whole.replace("&&", "&"))

    def _button_text(self) -> str:
        count = len(self.chosen)
        if count > 1:
            return self.tr("Create on %n hosts", "", count)
        if count:
            label = self.hosts.label(self.chosen[0]).replace("&", "&&")
            return self.tr("Create on {host}").format(host=label)
        return self.tr("Create")

    def _on_typed(self) -> None:
        self._judge()
        self.name_changed.emit(self.name)

    def _on_chosen(self) -> None:
        self._judge()
        self.chosen_changed.emit(self.chosen)

    def _create(self) -> None:
        if not self.why_not:
            self.create_wanted.emit(self.name, self.chosen, self.quantize)

    def _build(self) -> None:
        px = self._theme.px
        self.setObjectName("createBar")
        self.setAccessibleName(self.tr("Create"))
        self._fit()
        self._theme.changed.connect(self._fit)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(12), px(16), px(12))
        row.setSpacing(px(8))
        row.addWidget(Label(self._theme, self.tr("Create"), "medium"))
        row.addWidget(self.field, 1)
        row.addWidget(Label(self._theme, self.tr("on"), "body", "muted"))
        row.addWidget(self.hosts)
        row.addStretch(1)
        row.addWidget(self.types)
        row.addWidget(self._icon)
        row.addWidget(self.reason)
        row.addSpacing(px(6))
        row.addWidget(self.button)

    def _fit(self) -> None:
        self.field.setMinimumWidth(self._theme.px(_LEAST_NAME))
        self.field.setMaximumWidth(self._theme.px(_NAME))
