"""The right side of the connection dialog: the doctor's steps for what is typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.diagnostics.checkup import Checkup
from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Secret
from desktop.domain.host import Host, HostId
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.form_scroll import FormScroll
from desktop.ui.connection.mending import MENDED_HERE
from desktop.ui.connection.services import DraftDoctor
from desktop.ui.hosts.checkup import CheckupView
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label

WIDTH = 297


class DraftTest(QWidget):
    """Tests a host that is not saved, under the draft's id. Closing the dialog ends the run."""

    test_wanted = Signal()
    """Someone has to call `start` with the host as it is typed now."""
    remedy_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        doctor: DraftDoctor,
        draft_id: HostId,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._doctor = doctor
        self._draft_id = draft_id
        self.checkup = CheckupView(theme, is_offered=MENDED_HERE.__contains__)
        self.button = Button(theme, self.tr("Test connection"), icon="stethoscope")
        self.button.setObjectName("testDraft")
        self._tested: Host | None = None
        self._stale = Label(
            theme, self.tr("Something was changed since this test."), "small", "muted", wraps=True
        )
        self._stale.hide()
        self._frame = Frame[None](self, lambda _: self._show())
        self._build(theme)
        self.button.clicked.connect(self.test_wanted)
        self.checkup.remedy_wanted.connect(self.remedy_wanted)
        self._forget: Callable[[], None] = doctor.changed.subscribe(self._on_changed)
        self.destroyed.connect(self._forget)

    def start(self, host: Host, secret: Secret) -> None:
        """Test that host; a run that goes on is begun anew."""
        self._tested = host
        self._doctor.start_draft(host, secret)
        self.follow(host)
        self.button.setText(self.tr("Test again"))
        self._show()

    def follow(self, draft: Host | None) -> None:
        """Say when what is typed leads elsewhere than what was tested."""
        is_tested = self._tested is not None
        self._stale.setVisible(is_tested and _way(draft) != _way(self._tested))

    def cancel(self) -> None:
        """Break the run off, and listen no longer."""
        self._forget()
        self._doctor.cancel(self._draft_id)

    def _on_changed(self, host_id: HostId) -> None:
        if host_id == self._draft_id:
            self._frame.add(None)

    @property
    def shown(self) -> Checkup | None:
        """The run as it stands, or None before the first."""
        return self._doctor.checkup(self._draft_id)

    def _show(self) -> None:
        self.checkup.show_checkup(self.shown)

    def _build(self, theme: Theme) -> None:
        inner = QWidget()
        steps = QVBoxLayout(inner)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.addWidget(self.checkup, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(FormScroll(theme, inner, WIDTH), 1)
        column.addWidget(self._stale)
        column.addLayout(row)


def _way(host: Host | None) -> tuple[HostAddress, Connection] | None:
    return (host.address, host.connection) if host is not None else None
