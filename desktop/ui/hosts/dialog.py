"""The dialog that adds a host or edits one, and tests the way to it before it is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.diagnostics.explain import Remedy
from desktop.domain.connection import Secret
from desktop.domain.host import Host, HostId
from desktop.hosts.entries import new_id
from desktop.hosts.registry import HostRegistry
from desktop.hosts.secret_keeping import needs_secret
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.draft_test import WIDTH as TEST_WIDTH
from desktop.ui.connection.draft_test import DraftTest
from desktop.ui.connection.form import ConnectionForm
from desktop.ui.connection.form_scroll import FormScroll, bring_into_view
from desktop.ui.connection.identity import Identity
from desktop.ui.connection.mending import mend
from desktop.ui.connection.remove import RemoveQuestion
from desktop.ui.connection.services import DialogServices
from desktop.ui.connection.warning import warning_words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog, screen_room
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.messages import Banner

_WIDE, _NARROW = 860, 600
_BOTTOM = 20


class HostDialog(Dialog):
    """Asks where a host is and how it is reached. Only Save keeps anything of it.

    What is kept of a sign-in is read for the test and for what is left as it
    was; it reaches no field. Whatever was typed of one is gone from the fields
    when the dialog closes, whichever way. `remove_wanted` names the host that
    is edited: it is asked about here, and removed by who opened the dialog.
    """

    remove_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        registry: HostRegistry,
        host: Host | None = None,
        parent: QWidget | None = None,
        services: DialogServices | None = None,
    ) -> None:
        self._services = services or DialogServices()
        self._is_narrow = _is_narrow(theme, parent)
        is_wide = self._services.doctor is not None and not self._is_narrow
        width = _WIDE if is_wide else _NARROW
        super().__init__(theme, "", primary="", width=width, parent=parent)
        self.setObjectName("hostDialog")
        self._registry = registry
        self._host = host
        self._draft_id = new_id()
        self._stored: Secret | None = Secret()
        self._is_saving = False
        self._scope = TaskScope(self)
        self.host_id: HostId | None = host.id if host else None
        self.identity = Identity(theme, registry, host)
        self.address, self.name = self.identity.address, self.identity.name
        self.form = ConnectionForm(theme, self._services)
        self.warning = Banner(theme, "warning", "")
        self.test: DraftTest | None = None
        self._build_body()
        self._name_words()
        if host is not None:
            self._fill(host)
        self.identity.changed.connect(self._follow)
        self.form.changed.connect(self._follow)
        self.form.tls.pin.host_wanted.connect(self._fetch_certificate)
        self._follow()

    @property
    def draft(self) -> Host | None:
        """The host as it is typed now, under an id that no other has; None without an address."""
        address = self.identity.host_address
        if address is None:
            return None
        colour = self.identity.colours.current
        name = self.name.text().strip()
        return Host(self._draft_id, address, name, connection=self.form.connection, colour=colour)

    @override
    def accept(self) -> None:
        """Save, unless something is wrong: then say it where it is, and stay."""
        wrong = self.identity.find_problem() or self.form.find_problem()
        if wrong is not None:
            bring_into_view(wrong)
            return
        if self._stored is None:
            self._is_saving = True
            self.fact.setText(self.tr("Waiting for the keyring…"))
            return
        self._save(self._stored)
        super().accept()

    @override
    def done(self, arg__1: int) -> None:
        """Leave nothing of a sign-in in a field, and no test running."""
        if self.test is not None:
            self.test.cancel()
        self.form.forget()
        self._stored = Secret()
        super().done(arg__1)

    def start_test(self) -> None:
        """Test what is typed, with the sign-in that is typed; nothing of it is kept."""
        wrong = self.identity.find_problem() or self.form.find_problem()
        if wrong is not None:
            bring_into_view(wrong)
        elif self.test is not None and (draft := self.draft) is not None:
            self.test.start(draft, self.form.secret(self._stored or Secret()))

    def mend(self, remedy: Remedy) -> None:
        """Do what a remedy's button promised, or show where it is done."""
        mend(remedy, self.identity, self.form, self.start_test, self._fetch_certificate)

    def _save(self, stored: Secret) -> None:
        draft = self.draft
        if draft is None:
            return
        typed = self.form.secret(stored)
        if self._host is None:
            self.host_id = self._registry.add(
                draft.address,
                draft.name,
                connection=draft.connection,
                colour=draft.colour,
                secret=typed,
            )
            return
        self._registry.edit(
            self._host.id,
            name=draft.name,
            address=draft.address,
            connection=draft.connection,
            colour=draft.colour,
            secret=None if typed == stored else typed,
        )

    def _name_words(self) -> None:
        if self._host is None:
            title, primary = self.tr("Add a host"), self.tr("Add host")
        else:
            title = self.tr("Edit {name}").format(name=self._host.label)
            primary = self.tr("Save")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.set_primary(primary)

    def _fill(self, host: Host) -> None:
        self.form.fill(host.connection)
        secrets = self._services.secrets
        if secrets is not None and needs_secret(host.connection):
            self._stored = None
            keeping = host.connection.sign_in.keeping
            self._scope.start(secrets.read(host.id, keeping), self._on_stored)
        remove = Button(self._theme, self.tr("Remove host"), "quiet", "trash-2")
        remove.setObjectName("removeHost")
        remove.clicked.connect(self._ask_to_remove)
        self.set_quiet(remove)

    def _on_stored(self, stored: Secret) -> None:
        self._stored = stored
        self.form.show_stored(stored)
        self.fact.setText("")
        if self._is_saving:
            self._is_saving = False
            self.accept()

    def _follow(self) -> None:
        """Say everywhere what follows from what is typed."""
        address = self.identity.host_address
        self.form.follow(address)
        sentence, facts = warning_words(address, self.form.connection)
        self.warning.say("warning", sentence, facts, icon="shield-alert")
        self.warning.setVisible(bool(sentence))
        if self.test is not None:
            self.test.follow(self.draft)

    def _fetch_certificate(self) -> None:
        if (draft := self.draft) is not None:
            self.form.fetch_certificate(draft)

    def _ask_to_remove(self) -> None:
        if self._host is None:
            return
        jobs = self._services.job_count(self._host.id)
        if not jobs:
            self._remove()
            return
        question = RemoveQuestion(self._theme, self._host, jobs, parent=self)
        question.accepted.connect(self._remove)
        question.open()

    def _remove(self) -> None:
        if self._host is not None:
            self.done(QDialog.DialogCode.Rejected)
            self.remove_wanted.emit(self._host.id)

    def _build_body(self) -> None:
        px = self._theme.px
        left = QVBoxLayout()
        left.setSpacing(px(14))
        for part in (self.identity, self.warning):
            left.addWidget(part)
        left.addWidget(self.form, 1)
        left.setContentsMargins(0, 0, 0, px(_BOTTOM))
        content = QWidget()
        row = QBoxLayout(self._direction(), content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(20))
        row.addLayout(left, 1)
        if (doctor := self._services.doctor) is not None:
            self.test = DraftTest(self._theme, doctor, self._draft_id)
            self.test.setContentsMargins(0, 0, 0, px(_BOTTOM))
            if not self._is_narrow:
                self.test.setFixedWidth(px(TEST_WIDTH))
            self.test.test_wanted.connect(self.start_test)
            self.test.remedy_wanted.connect(self.mend)
            row.addWidget(Hairline(upright=not self._is_narrow))
            row.addWidget(self.test)
        if self._is_narrow:
            content = FormScroll(self._theme, content, _NARROW)
        self.body.addWidget(content, 1)
        self.let_body_reach_footer()

    def _direction(self) -> QBoxLayout.Direction:
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        return below if self._is_narrow else beside


def _is_narrow(theme: Theme, parent: QWidget | None) -> bool:
    """Whether the screen has no room for a test beside the form, as with text at 200 %."""
    return screen_room(parent).width() < theme.px(_WIDE)
