"""What will be done to this computer, shown word for word before any of it is done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.system.local_snapshot import Deed, Proposal
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server import words
from desktop.ui.widgets.command_box import CommandBox
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.messages import Banner

_WIDTH = 680


class PlanDialog(Dialog):
    """Its primary button is the only way on; what wants a terminal can be copied into one."""

    def __init__(self, theme: Theme, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", primary="", width=_WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("planDialog")
        self.proposal = proposal
        title = words.title(proposal.deed)
        self.setWindowTitle(title)
        self.title.setText(title)
        self.line.setText(self._line())
        self.line.show()
        for caution in words.cautions(proposal.plan.cautions):
            self.body.addWidget(Banner(theme, "warning", caution, icon="shield-alert"))
        self.commands: CommandBox | None = None
        if proposal.plan.steps:
            self.commands = CommandBox(theme, self.tr("Commands"))
            self.commands.show_text(proposal.plan.shown)
            self.body.addWidget(self.commands)
        self._name_primary()

    @property
    def can_be_run(self) -> bool:
        """Whether it is done from here, and not in a terminal."""
        return not self.proposal.plan.steps or self.proposal.plan.can_be_run

    def _line(self) -> str:
        plan = self.proposal.plan
        if not plan.steps:
            return self.tr(
                "Nothing of this computer is changed: Paddock keeps the values and starts its "
                "server with them the next time."
            )
        if not self.can_be_run:
            return self.tr(
                "This needs the administrator, who can only be asked in a terminal here. Copy the "
                "commands and run them there."
            )
        if self.proposal.is_own:
            return self.tr("Paddock does this itself, as you would in a terminal.")
        return self.tr("Exactly this is run, in this order. Where a step fails, the rest is left.")

    def _name_primary(self) -> None:
        if not self.can_be_run:
            self.set_primary(self.tr("Copy the commands"))
            self.primary.clicked.connect(self._copy)
            return
        asks = self.tr("The system will ask for the administrator's password.")
        why = asks if self.proposal.plan.needs_administrator else ""
        is_kept_only = self.proposal.deed is Deed.WRITE and not self.proposal.plan.steps
        text = self.tr("Keep the values") if is_kept_only else words.title(self.proposal.deed)
        self.set_primary(text, why=why)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.proposal.plan.shown)
