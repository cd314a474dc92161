"""The palette's rows: headings, and below each what was found."""

from collections.abc import Iterable

from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.palette.finding import Found, FoundGroup
from desktop.ui.palette.words import heading, spoken
from desktop.ui.widgets.headed_list import HeadedRows


class PaletteRows(HeadedRows[Found | str]):
    """A row is a heading's text or what was found."""

    def show_groups(self, groups: Iterable[FoundGroup]) -> None:
        """Replace every row."""
        self.show_titled((heading(one.group), one.found) for one in groups)

    def show_titled(self, groups: Iterable[tuple[str, Iterable[Found]]]) -> None:
        """Replace every row; each group has a title of its own."""
        self.replace(row for title, found in groups for row in (title, *found))

    def found(self, place: int) -> Found | None:
        """Return what can be done by a row; None for a heading, or beyond the rows."""
        found = self.row(place)
        return found if isinstance(found, Found) else None

    @override
    def is_open(self, row: Found | str) -> bool:
        return isinstance(row, Found)

    @override
    def words(self, row: Found | str) -> str:
        return visible(row.entry.text) if isinstance(row, Found) else row

    @override
    def spoken(self, row: Found | str) -> str:
        return spoken(row.entry) if isinstance(row, Found) else row
