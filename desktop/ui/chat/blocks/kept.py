"""What views of blocks share: formulas that were drawn, and code that was coloured."""

from PySide6.QtCore import QObject

from desktop.ui.bridge.aside import Aside
from desktop.ui.chat.blocks.colouring import CodeKey, Lines, colour
from desktop.ui.chat.blocks.formulas import Formulas


class Kept(QObject):
    """Lives with whoever makes the views, so that one that is made again looks finished at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.formulas = Formulas(self)
        no_colours: Lines = ()
        self.code: Aside[CodeKey, Lines] = Aside(colour, no_colours, 128, self)
