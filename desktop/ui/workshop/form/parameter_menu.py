"""The menu of the parameters that are not set yet, with a line of help each."""

from collections.abc import Callable, Container

from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.parameters import PARAMETERS, Kind
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.workshop.parameter_words import help_line, range_words


def fill_parameter_menu(menu: QMenu, used: Container[str], add: Callable[[str], None]) -> None:
    """Offer what is not used; what may come several times is offered always."""
    menu.clear()
    menu.setToolTipsVisible(True)
    for name, parameter in PARAMETERS.items():
        if name in used and parameter.kind is not Kind.TEXTS:
            continue
        action = menu.addAction(f"{name}\t{help_line(name)}")
        action.setToolTip(plain_tip(range_words(name)))
        action.triggered.connect(lambda _checked=False, name=name: add(name))


def parameter_menu(
    parent: QWidget, used: Callable[[], Container[str]], add: Callable[[str], None]
) -> QMenu:
    """Return a menu that looks at what is used whenever it opens."""
    menu = QMenu(parent)
    menu.aboutToShow.connect(lambda: fill_parameter_menu(menu, used(), add))
    return menu
