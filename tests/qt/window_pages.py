"""Pages of a window whose content is at hand."""

from desktop.ui.shell.navigation import SIDE_WIDTH, Content, Page
from desktop.ui.shell.window import MainWindow


def add_page(
    window: MainWindow,
    key: str,
    content: Content,
    *,
    icon: str = "boxes",
    shortcut: str = "",
    at_bottom: bool = False,
    side_width: int = SIDE_WIDTH,
) -> None:
    """Put a page into the rail that is furnished when it is first shown."""

    def build() -> None:
        window.furnish(key, content)

    window.add_page(
        Page(
            key,
            key.title(),
            icon,
            build,
            shortcut=shortcut,
            at_bottom=at_bottom,
            side_width=side_width,
        )
    )
