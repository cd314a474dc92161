import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.bridge.theme import Theme
from desktop.ui.shell.commands import Command
from desktop.ui.shell.crash import CrashDialog, CrashReports
from desktop.ui.shell.navigation import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    Content,
    LayoutClass,
    Page,
    Place,
    layout_class,
)
from desktop.ui.shell.window import MainWindow
from desktop.ui.widgets.dialog import Dialog
from tests.qt.window_pages import add_page


class Sheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton("Do")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)

    def regions(self) -> tuple[QWidget, ...]:
        return self.field, self.button


@pytest.fixture
def places() -> list[Place]:
    return []


@pytest.fixture
def window(theme: Theme, qtbot, places: list[Place]) -> MainWindow:
    window = MainWindow(theme, "Paddock", places.append)
    qtbot.addWidget(window)
    models = Sheet()
    models.setObjectName("modelsSheet")
    side = QPushButton("All hosts")
    add_page(window, "models", Content(models, side, models.regions), shortcut="Ctrl+1")
    add_page(window, "settings", Content(Sheet()), icon="settings-2", at_bottom=True)
    window.show_first()
    window.resize(1440, 800)
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (1360, LayoutClass.WIDE),
        (1359, LayoutClass.OVERLAY),
        (1199, LayoutClass.CHOOSER),
        (899, LayoutClass.NARROW),
    ],
)
def test_a_narrower_window_leaves_more_out(width: int, expected: LayoutClass):
    assert layout_class(width, 1.0) is expected
    assert layout_class(2 * width, 2.0) is expected


def test_a_narrow_window_hides_the_side_list(window: MainWindow, qtbot):
    side = window.findChild(QPushButton)
    assert side is not None
    assert side.isVisible()
    window.resize(1000, 680)
    assert window.layout_class is LayoutClass.CHOOSER
    assert not side.isVisible()


def test_the_least_window_needs_no_scroll_bars(window: MainWindow, qtbot):
    window.setMinimumSize(0, 0)
    window.resize(LEAST_WIDTH, LEAST_HEIGHT)
    area = window.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: window.width() == LEAST_WIDTH)
    assert area.viewport().size() == area.maximumViewportSize()


def test_a_page_without_a_list_has_the_whole_width(window: MainWindow):
    window.show_page("settings")
    assert not window.findChildren(QPushButton)[0].isVisible()


def test_f6_walks_rail_list_and_sheet_and_back(window: MainWindow, qtbot):
    page = window.findChild(Sheet, "modelsSheet")
    assert page is not None
    side = next(b for b in window.findChildren(QPushButton) if b.text() == "All hosts")
    stations = [window.rail_item("models"), side, page.field, page.button]
    window.rail_item("models").setFocus()
    for station in [*stations[1:], stations[0]]:
        QTest.keyClick(window, Qt.Key.Key_F6)
        assert window.focusWidget() is station
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is page.button


def test_a_page_is_shown_by_its_keys(window: MainWindow):
    window.show_page("settings")
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "models"


def test_keys_of_the_page_that_is_shown_win_over_those_of_all_pages(window: MainWindow):
    done: list[str] = []
    window.commands.add(Command("pull", "Pull", ("Ctrl+N",)), lambda: done.append("pull"))
    own = Command("new", "New", ("Ctrl+N",), page="settings")
    window.commands.add(own, lambda: done.append("new"))
    for page in ("models", "settings", "models"):
        window.show_page(page)
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == ["pull", "new", "pull"]
    assert window.commands.action("pull").isVisible()


def test_a_side_list_is_as_wide_as_its_page_has_it(window: MainWindow, qtbot):
    narrow = next(b for b in window.findChildren(QPushButton) if b.text() == "All hosts")
    wide = QPushButton("Conversations")
    add_page(window, "chat", Content(Sheet(), wide), side_width=236)
    window.show_page("chat")
    qtbot.waitUntil(lambda: wide.width() == 236 - 4)
    window.show_page("models")
    qtbot.waitUntil(lambda: narrow.width() == 192 - 4)


def test_the_place_is_told_when_the_window_closes_and_taken_up_again(
    window: MainWindow, theme: Theme, qtbot, places: list[Place]
):
    window.resize(760, 500)
    window.show_page("settings")
    with qtbot.waitSignal(window.closed):
        window.close()
    again = MainWindow(theme, "Paddock", places.append, places[-1])
    qtbot.addWidget(again)
    add_page(again, "models", Content(Sheet()))
    add_page(again, "settings", Content(Sheet()))
    again.show_first()
    assert again.page == "settings"
    assert again.width() == window.width()


def test_a_page_is_built_when_it_is_first_shown(window: MainWindow):
    built: list[str] = []

    def build() -> None:
        built.append("chat")
        window.furnish("chat", Content(Sheet()))

    window.add_page(Page("chat", "Chat", "message-circle", build))
    assert not built
    for key in ("chat", "models", "chat"):
        window.show_page(key)
    assert built == ["chat"]


def test_a_page_that_is_built_late_follows_the_width_as_the_others_do(window: MainWindow):
    told: list[LayoutClass] = []
    window.resize(1000, 680)
    add_page(window, "chat", Content(Sheet(), follow=told.append))
    window.show_page("chat")
    window.resize(1440, 800)
    assert told == [LayoutClass.CHOOSER, LayoutClass.WIDE]


def test_a_damaged_geometry_is_passed_over(theme: Theme, qtbot):
    window = MainWindow(theme, "Paddock", lambda _: None, Place("näh", "nowhere"))
    qtbot.addWidget(window)
    add_page(window, "models", Content(Sheet()))
    window.show_first()
    assert window.page == "models"


def test_one_key_may_mean_different_things_on_two_pages(window: MainWindow):
    done = []
    window.commands.add(Command("a", "A", ("Ctrl+F",), page="models"), lambda: done.append("a"))
    window.commands.add(Command("b", "B", ("Ctrl+F",), page="settings"), lambda: done.append("b"))
    for page in ("models", "settings"):
        window.show_page(page)
        QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert done == ["a", "b"]


def test_a_crash_report_holds_no_secret(window: MainWindow, theme: Theme, qtbot):
    reports = CrashReports(theme, lambda: window, lambda: "Paddock 1.0", lambda: None)
    reports.add("watch http://me:canary@tower", ValueError("Authorization: Bearer canary"))
    (dialog,) = window.findChildren(CrashDialog)
    assert "ValueError" in dialog.report.toPlainText()
    assert "canary" not in dialog.report.toPlainText()


def test_a_second_crash_is_added_to_the_first_dialog(window: MainWindow, theme: Theme, qtbot):
    reports = CrashReports(theme, lambda: window, lambda: "Paddock 1.0", lambda: None)
    reports.add("watch tower", ValueError("first"))
    reports.add("", KeyError("second"))
    (dialog,) = window.findChildren(CrashDialog)
    text = dialog.report.toPlainText()
    assert text.startswith("Paddock 1.0")
    assert "watch tower" in text
    assert "first" in text
    assert "second" in text
    dialog.accept()
    qtbot.waitUntil(lambda: not window.findChildren(CrashDialog))


def test_a_dialog_goes_to_the_tray_with_its_window_and_comes_back(
    theme: Theme, window: MainWindow, qtbot
):
    kept, done = (Dialog(theme, title, primary="Do", parent=window) for title in ("One", "Two"))
    window.show()
    for dialog in (kept, done):
        dialog.open()
    window.hide()
    assert not kept.isVisible()
    done.reject()
    done.deleteLater()
    qtbot.waitUntil(lambda: not isValid(done))
    window.show()
    assert kept.isVisible()
    assert kept.windowModality() is Qt.WindowModality.WindowModal
    kept.accept()
    window.hide()
    window.show()
    assert not kept.isVisible()
