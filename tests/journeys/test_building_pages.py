"""Every page is built when it is first shown, inside the window that is on the screen by then."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.storage.paths import Paths
from desktop.tour.stray_windows import StrayWindows
from desktop.ui.bridge.theme import Theme
from tests.journeys.program_shown import program_shown

PAGES = ("chat", "workshop", "memory", "hosts", "jobs", "settings", "help", "about")


def test_no_part_of_a_page_is_shown_as_a_window_of_its_own(run, theme: Theme, paths: Paths):
    """A part that is made visible before it has its place flashes, and takes the keyboard."""

    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            strays = StrayWindows(shown.program.window)
            for page in PAGES:
                shown.program.window.show_page(page)
            shown.program.for_finding.palette.open()
            assert strays.take() == []

    run(drive())


def test_a_page_that_nobody_looks_at_is_not_built(run, theme: Theme, paths: Paths):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            window = shown.program.window
            found = [name for name in PAGES if window.findChild(QWidget, f"{name}Page") is not None]
            assert found == []
            window.show_page("hosts")
            assert window.findChild(QWidget, "hostsPage") is not None

    run(drive())


def test_what_is_made_visible_before_it_has_its_place_is_noticed(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column, part, late = QVBoxLayout(page), QWidget(), QWidget()
    strays = StrayWindows(page)
    column.addWidget(part)
    part.setVisible(True)
    assert strays.take() == []
    late.setVisible(True)
    column.addWidget(late)
    assert strays.take() == ["QWidget was shown as a window of its own"]
    assert strays.take() == []
