from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.drawer import Drawer


def test_its_shade_is_as_round_as_the_sheet(theme: Theme, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(QSize(600, 400))
    drawer = Drawer(theme, QWidget(), page)
    page.show()
    before = page.grab().toImage()
    drawer.open()
    after = page.grab().toImage()
    for x, y in ((599, 0), (599, 399), (0, 0), (0, 399)):
        assert after.pixelColor(x, y) == before.pixelColor(x, y)
    assert after.pixelColor(500, 200) != before.pixelColor(500, 200)
