"""Asks how a host's memory is known: who tells it, and what the person knows of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import Host, HostId
from desktop.domain.memory_source import MemorySource, Telling
from desktop.domain.tellers import MetricNames
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.storage.settings import SettingsFile
from desktop.system.reader import Reader
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.form_scroll import FormScroll, bring_into_view
from desktop.ui.memory.sources_dialog_entered import EnteredForm
from desktop.ui.memory.sources_dialog_names import NamesForm
from desktop.ui.memory.sources_dialog_telling import TellingForm
from desktop.ui.memory.sources_dialog_try import TryView
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.tips import plain_tip

_INSIDE = 552


@dataclass(frozen=True, slots=True)
class SourcesServices:
    """What the dialog asks; `reader` makes who would read a host, None where nothing is chosen."""

    registry: HostRegistry
    settings: SettingsFile
    reader: Callable[[Host, MetricNames], Reader | None]
    has_ssh: bool = True


class SourcesDialog(Dialog):
    """Nothing is asked before Try is pressed, and nothing kept before Save."""

    def __init__(
        self,
        theme: Theme,
        host: Host,
        services: SourcesServices,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", " ", primary="", parent=parent)
        self.setObjectName("sourcesDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._host = host
        self._services = services
        self._name_it(visible(host.label))
        self.telling = TellingForm(theme, has_ssh=services.has_ssh)
        self.entered = EnteredForm(theme)
        self.names = NamesForm(theme)
        self.attempt = TryView(theme)
        self.gone = Banner(theme, "warning", self.tr("This host was removed from the list."))
        self.here = Banner(
            theme,
            "info",
            self.tr("This computer is measured by the program itself."),
            self.tr("Only choose something here where Ollama runs in a machine of its own."),
        )
        self.try_button = Button(theme, self.tr("Try"), icon="stethoscope")
        self._fill_body()
        self._fill_forms()
        self.try_button.clicked.connect(self.try_it)
        for form in (self.telling, self.entered, self.names):
            form.changed.connect(self._on_changed)
        self.destroyed.connect(services.registry.changed.subscribe(lambda _: self._look()))
        self._on_changed()

    @property
    def source(self) -> MemorySource:
        """What is set now, saved or not."""
        return replace(self.telling.source, entered=self.entered.entered)

    def try_it(self) -> None:
        """Read once as it is set now, and show what came."""
        self._on_changed()
        if self._has_problem(self.telling.find_problem(), self.names.find_problem()):
            return
        draft = replace(self._host, memory=self.source)
        reader = self._services.reader(draft, self.names.names)
        if reader is not None:
            self.attempt.start(reader)

    @override
    def accept(self) -> None:
        forms = (self.telling, self.entered, self.names)
        if self._is_gone or self._has_problem(*(form.find_problem() for form in forms)):
            return
        self._services.registry.keep(self._host.id, memory=self.source)
        settings = self._services.settings
        page = settings.settings.memory_page
        if page.metric_names != self.names.names:
            page = replace(page, metric_names=self.names.names)
            settings.update(replace(settings.settings, memory_page=page))
        super().accept()

    @override
    def done(self, arg__1: int) -> None:
        self.attempt.forget()
        super().done(arg__1)

    @property
    def _is_gone(self) -> bool:
        return all(host.id != self._host.id for host in self._services.registry.hosts)

    def _has_problem(self, *fields: QWidget | None) -> bool:
        """Lead to the first field that is wrong, if any is."""
        wrong = next((field for field in fields if field is not None), None)
        if wrong is not None:
            bring_into_view(wrong)
        return wrong is not None

    def _on_changed(self) -> None:
        """What was told was told to other questions."""
        self.attempt.forget()
        self._look()

    def _look(self) -> None:
        is_gone = self._is_gone
        self.gone.setVisible(is_gone)
        self.here.setVisible(not is_gone and self._host.is_here)
        self.set_primary(self.tr("Save"), enabled=not is_gone)
        can_try = self.telling.telling is not Telling.NOTHING and not is_gone
        self.try_button.setEnabled(can_try)
        why = "" if can_try else self.tr("Choose who tells it, and that can be tried.")
        self.try_button.setToolTip(plain_tip(why))
        self.try_button.setAccessibleDescription(why)

    def _name_it(self, host: str) -> None:
        title = self.tr("How the memory of {host} is known").format(host=host)
        self.title.setText(title)
        self.setWindowTitle(title)
        self.line.setText(
            self.tr("Ollama tells what is loaded. How much memory there is, it does not tell.")
        )

    def _fill_forms(self) -> None:
        self.telling.fill(self._host)
        self.entered.fill(self._host.memory.entered)
        self.names.fill(self._services.settings.settings.memory_page.metric_names)

    def _fill_body(self) -> None:
        px = self._theme.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(16))
        for part in (self.telling, Hairline(), self.entered, Hairline(), self.names):
            column.addWidget(part)
        column.addStretch(1)
        for part in (self.gone, self.here):
            self.body.addWidget(part)
        self.body.addWidget(FormScroll(self._theme, inner, _INSIDE), 1)
        self.body.addWidget(self.attempt)
        self.set_quiet(self.try_button)


def open_sources(
    theme: Theme, services: SourcesServices, host_id: HostId, parent: QWidget
) -> SourcesDialog | None:
    """Open the dialog over a window; None where the host was removed meanwhile."""
    for host in services.registry.hosts:
        if host.id == host_id:
            dialog = SourcesDialog(theme, host, services, parent=parent)
            dialog.open()
            return dialog
    return None
