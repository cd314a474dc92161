"""What has to be done on the server's own computer: commands to read and to copy."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.diagnostics.fixes import Fix, Place, System, commands
from desktop.domain.host import Host
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.code_tabs import CodeTabs, SystemText
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner
from desktop.ui.wording_fixes import fix_place, fix_title, fix_warning

_NAMES = {System.LINUX: "Linux", System.MACOS: "macOS", System.WINDOWS: "Windows"}


class FixDialog(Dialog):
    """Nothing is sent anywhere: the person carries the commands to that computer."""

    def __init__(
        self,
        theme: Theme,
        host: Host,
        fixes: Sequence[Fix],
        place: Place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", primary="", width=680, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("fixDialog")
        title = self.tr("On the computer of {host}").format(host=visible(host.label))
        self.setWindowTitle(title)
        self.title.setText(title)
        self.choice = Choice(theme)
        self.choice.setAccessibleName(self.tr("What to do there"))
        self.pages = QStackedWidget()
        for fix in fixes:
            self.choice.addItem(fix_title(fix))
            self.pages.addWidget(self._page(fix, place))
        self.choice.currentIndexChanged.connect(self.pages.setCurrentIndex)
        self.choice.setVisible(len(fixes) > 1)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.pages)
        self.set_primary(self.tr("Close"))
        self.cancel.hide()

    def _page(self, fix: Fix, place: Place) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(10))
        column.addWidget(Label(self._theme, fix_title(fix), "strong"))
        if warning := fix_warning(fix):
            column.addWidget(Banner(self._theme, "warning", warning, icon="shield-alert"))
        column.addWidget(CodeTabs(self._theme, _texts(fix, place)))
        column.addStretch(1)
        return page


def _texts(fix: Fix, place: Place) -> list[SystemText]:
    """Return what is done on each system; one fix is for a program, whatever the system."""
    if fix is Fix.SEND_OWN_HOST:
        system = System.LINUX
        return [SystemText("nginx", commands(fix, system, place), fix_place(fix, system))]
    return [
        SystemText(name, commands(fix, system, place), fix_place(fix, system))
        for system, name in _NAMES.items()
    ]
