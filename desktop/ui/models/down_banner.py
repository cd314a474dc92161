"""Above the rows of a host that does not answer: why, and what mends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.diagnostics.explain import explain
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.messages import Banner
from desktop.ui.wording import remedy_label, words
from desktop.ui.wording_remedies import OFFERED


class DownBanner(QWidget):
    """Says that the rows below are as they were last seen; hidden while the host answers."""

    remedy_wanted = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host_id = ""
        self.remedies = {remedy: Button(theme, remedy_label(remedy)) for remedy in OFFERED}
        self.banner = Banner(theme, "danger")
        self.banner.setObjectName("hostDown")
        buttons = QWidget()  # Below the words: beside four of them these would have no room.
        flow = FlowLayout(theme.px(6), buttons)
        for button in self.remedies.values():
            flow.addWidget(button)
        self.banner.add_below(buttons, theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(8))
        column.addWidget(self.banner)
        for remedy, button in self.remedies.items():
            button.clicked.connect(
                lambda _=False, remedy=remedy: self.remedy_wanted.emit(self._host_id, remedy)
            )
        self.hide()

    def show_host(self, snapshot: HostSnapshot | None) -> None:
        """Explain why this host gives no list, or hide where it does (or none is chosen)."""
        if snapshot is None or snapshot.error is None:
            self.hide()
            return
        self._host_id = snapshot.id
        explanation = explain(snapshot.error, snapshot.host)
        said = words(explanation)
        facts = [said.facts]
        if snapshot.models_known and snapshot.last_answer:
            text = self.tr("The models are as they were last seen, {time}.")
            facts.append(text.format(time=units.exact_time(snapshot.last_answer)))
        self.banner.say("danger", said.sentence, joining.sentences(*facts))
        for remedy, button in self.remedies.items():
            button.setVisible(remedy in explanation.remedies)
        self.show()
