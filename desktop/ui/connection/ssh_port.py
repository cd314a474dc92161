"""The port that ssh is to be spoken to at, where it is not the usual one."""

from PySide6.QtWidgets import QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.number_field import NumberField

_MOST = 65535


class SshPort(NumberField):
    """A number; 0 is what ssh itself would take."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self.tr("Port of ssh there"),
            self.tr("0 leaves it to ssh and its own configuration."),
            default=0,
            least=0,
            most=_MOST,
            parent=parent,
        )
