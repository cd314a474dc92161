"""Every page is built when it is first shown, inside the window that is on the screen by then."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from tests.journeys.program_shown import program_shown

PAGES = ("chat", "workshop", "memory", "hosts", "jobs", "settings", "help", "about")


class _Windows(QObject):
    """Names every window that is shown, and which class it is of."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_is_shown_as_a_window_of_its_own(
    run, theme: Theme, paths: Paths, qapp: QApplication
):
    """A part that is made visible before it has its place flashes, and takes the keyboard."""

    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            windows = _Windows()
            qapp.installEventFilter(windows)
            try:
                for page in PAGES:
                    shown.program.window.show_page(page)
                shown.program.for_finding.palette.open()
            finally:
                qapp.removeEventFilter(windows)
            assert windows.shown == []

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
