"""The local server's page: its state, its log, its environment, and what is done to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.system.local_ollama import LocalOllama
from desktop.system.local_snapshot import Deed, LocalSnapshot, Proposal
from desktop.ui.bridge.announce import Announcer
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.form_scroll import bring_into_view
from desktop.ui.jobs.raw_answer import RawAnswer
from desktop.ui.local_server.doors import LocalDoors
from desktop.ui.local_server.environment_tab import EnvironmentTab
from desktop.ui.local_server.log_tab import LogTab
from desktop.ui.local_server.missing import NoOllama
from desktop.ui.local_server.notice import LocalNotice
from desktop.ui.local_server.overview import Overview
from desktop.ui.local_server.plan_dialog import PlanDialog
from desktop.ui.local_server.words import headline
from desktop.ui.memory.sub_header import SubPageHeader
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.tabs import TabBar

SERVER, LOG, ENVIRONMENT = range(3)


class LocalServerPage(QWidget):
    """Watches the server while it is seen. What changes the system is shown in a dialog before."""

    back_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        local: LocalOllama,
        doors: LocalDoors | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("localServerPage")
        self._theme = theme
        self._local = local
        self._doors = doors or LocalDoors()
        self._is_seen = True
        self._announcer = Announcer(self)
        self._announced = ""
        self._wanted: Deed | None = None
        line = self.tr("The Ollama of this computer: who runs it, its log, its environment")
        self.look_again = IconButton(theme, "refresh-cw", self.tr("Look again"))
        self.header = SubPageHeader(theme, self.tr("Local server"), line, self.look_again)
        self.notice = LocalNotice(theme)
        self.tabs = TabBar(
            theme, [self.tr("Server"), self.tr("Log"), self.tr("Environment")], most=3
        )
        self.overview = Overview(theme)
        self.overview.setAccessibleName(self.tr("Server"))
        self.missing = NoOllama(theme)
        self.log = LogTab(theme, local.log, self._doors.host, self._doors.offered)
        self.environment = EnvironmentTab(theme, local.plan_environment)
        self._server = QStackedWidget()
        self._pages = QStackedWidget()
        self._frame = Frame[bool](self, self._on_frame)
        self._build()
        self._connect()
        self._refresh()

    def set_seen(self, is_seen: bool) -> None:
        """The window is hidden or minimised, or shown again."""
        self._is_seen = is_seen
        self._watch()

    def refresh(self) -> None:
        """Look at everything again, as F5 does."""
        self._local.refresh()

    def focus_filter(self) -> None:
        """Go to the log's filter, as Ctrl+F does."""
        self.tabs.choose(LOG)
        self.log.focus_filter()

    def show_log(self) -> None:
        self.tabs.choose(LOG)
        self.log.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_variable(self, name: str) -> None:
        """Go to a variable's field."""
        self.tabs.choose(ENVIRONMENT)
        bring_into_view(self.environment.fields[name].field)

    def want(self, deed: Deed) -> None:
        """Show what would be done once this computer was looked at anew, as a remedy asks for."""
        self._wanted = deed
        self._local.refresh()

    def ask(self, deed: Deed) -> None:
        """Show what would be done, where anything can be done; its button does it."""
        if (proposal := self._proposal(deed)) is not None:
            self._show_plan(proposal)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._watch()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _watch(self) -> None:
        is_shown = self._is_seen and self.isVisible()
        self._local.watch_closely(is_shown)
        self._local.log.follow(is_shown and self.tabs.current == LOG)

    def _on_frame(self, changed: frozenset[bool]) -> None:
        """A log that grows has nothing else shown anew."""
        if True in changed:
            self._refresh()
        elif self.log.isVisible():
            self.log.show_state(self._local.snapshot)

    def _refresh(self) -> None:
        """Show what is known; hidden, nothing is read."""
        if not self.isVisible():
            return
        known = self._local.snapshot
        self.notice.show_state(known)
        is_found = known.state is None or known.state.is_found
        self._server.setCurrentWidget(self.overview if is_found else self.missing)
        self.overview.show_state(known, self._possible())
        self.log.show_state(known)
        self.environment.show_state(known)
        self._announce(known)

    def _on_looked(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._refresh()
            self.ask(wanted)

    def _announce(self, known: LocalSnapshot) -> None:
        """Read out what has come about since; not what was there as one came."""
        text = self.notice.sentence or headline(known)
        if self._announced and text != self._announced:
            self._announcer.say(text)
        self._announced = text

    def _possible(self) -> frozenset[Deed]:
        return frozenset(deed for deed in Deed if self._proposal(deed) is not None)

    def _proposal(self, deed: Deed) -> Proposal | None:
        local = self._local
        match deed:
            case Deed.START:
                return local.plan_start()
            case Deed.STOP:
                return local.plan_stop()
            case Deed.RESTART:
                return local.plan_restart()
            case Deed.STARTS_AT_LOGIN | Deed.STARTS_BY_HAND:
                return local.plan_login(starts=deed is Deed.STARTS_AT_LOGIN)
            case Deed.STARTS_AT_BOOT | Deed.STARTS_NOT_AT_BOOT:
                return local.plan_boot(starts=deed is Deed.STARTS_AT_BOOT)
            case Deed.WRITE:
                return None

    def _show_plan(self, proposal: Proposal) -> None:
        dialog = PlanDialog(self._theme, proposal, self.window())
        if dialog.can_be_run:
            dialog.accepted.connect(lambda: self._local.carry_out(proposal))
        dialog.open()

    def _show_raw(self, raw: str) -> None:
        RawAnswer(self._theme, raw, self.window()).open()

    def _mend(self, remedy: Remedy, explanation: Explanation) -> None:
        """A context is this server's own to set; all else is done by others."""
        if remedy in (Remedy.RAISE_CONTEXT, Remedy.LOWER_CONTEXT):
            self.show_variable("OLLAMA_CONTEXT_LENGTH")
        else:
            self._doors.mend(remedy, explanation)

    def _on_tab(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self._watch()
        self._refresh()

    def _build(self) -> None:
        px = self._theme.px
        self._server.addWidget(self.overview)
        self._server.addWidget(self.missing)
        for page in (self._server, self.log, self.environment):
            self._pages.addWidget(page)
        bar = QHBoxLayout()
        bar.setContentsMargins(px(16), px(8), px(16), 0)
        bar.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addLayout(bar)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        local = self._local
        self.header.back.clicked.connect(self.back_wanted)
        self.look_again.clicked.connect(self.refresh)
        self.tabs.chosen.connect(self._on_tab)
        self.overview.deed_wanted.connect(self.ask)
        self.overview.later.outlives_wanted.connect(local.set_outlives)
        self.missing.url_wanted.connect(self._doors.open_url)
        self.notice.raw_wanted.connect(self._show_raw)
        self.notice.again_wanted.connect(self.ask)
        self.notice.log_wanted.connect(self.show_log)
        self.notice.read.connect(local.forget_trouble)
        self.log.detail.remedy_wanted.connect(self._mend)
        self.log.said.connect(self._announcer.say)
        self.environment.proposed.connect(self._show_plan)
        self.destroyed.connect(local.changed.subscribe(lambda _: self._frame.add(True)))
        self.destroyed.connect(local.log.changed.subscribe(lambda _: self._frame.add(False)))
        self.destroyed.connect(local.looked.subscribe(lambda _: self._on_looked()))
        self.destroyed.connect(lambda: local.watch_closely(False))
        self.destroyed.connect(lambda: local.log.follow(False))
