"""The row below the text: attach, who is asked, how it thinks, how full it is, send."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.chat.snapshot import TalkSnapshot
from desktop.domain.model import Capability
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.composer.buttons import SendButton, TargetButton, ThinkButton
from desktop.ui.chat.composer.standing import asked
from desktop.ui.chat.meter import MeterRing
from desktop.ui.widgets.buttons import IconButton


class ComposerBar(QWidget):
    """Its parts say what was clicked; the bar only arranges them and shows a conversation."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attach = IconButton(theme, "paperclip", self.tr("Attach images or text files"))
        self.target = TargetButton(theme)
        self.think = ThinkButton(theme)
        self.meter = MeterRing(theme)
        self.send = SendButton(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.attach)
        row.addWidget(self.target)
        row.addWidget(self.think)
        row.addStretch(1)
        row.addWidget(self.meter)
        row.addWidget(self.send)

    def show_talk(
        self,
        snapshot: TalkSnapshot,
        hosts: Sequence[HostSnapshot],
        capabilities: frozenset[Capability],
    ) -> None:
        """Show who is asked and how full the context is; `think` only where it means something."""
        head = snapshot.conversation
        self.target.show_asked(asked(hosts, head.target))
        self.think.show_think(head.parameters.think)
        can_think = Capability.THINKING in capabilities
        self.think.setVisible(can_think or head.parameters.think is not None)
        self.meter.show_meter(snapshot.meter)

    def show_sending(self, snapshot: TalkSnapshot | None, reason: str) -> None:
        """Offer to stop while an answer is coming, else to send if there is no reason not to."""
        if snapshot is not None and snapshot.turn is not None:
            self.send.show_stop()
        else:
            self.send.show_send(reason)
