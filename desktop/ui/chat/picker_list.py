"""The picker's rows: headings, and below each the models that can be chosen."""

from collections.abc import Iterable
from typing import TypeAlias

from typing_extensions import override

from desktop.domain.conversation import Target
from desktop.ui.chat.picker_choices import Choice, Group
from desktop.ui.chat.picker_words import heading, heading_line, spoken
from desktop.ui.widgets.headed_list import HeadedRows

Row: TypeAlias = Choice | Group


class PickerList(HeadedRows[Row]):
    """Hosts with their models; one that cannot be asked now can be seen, and not be chosen."""

    def show_groups(self, groups: Iterable[Group]) -> None:
        """Replace every row."""
        self.replace(row for group in groups for row in (group, *group.choices))

    def choice(self, place: int) -> Choice | None:
        """Return what can be chosen in a row; None where nothing can."""
        found = self.row(place)
        return found if isinstance(found, Choice) else None

    def heading_of(self, place: int) -> int:
        """Return where the heading above a row is."""
        while place > 0 and isinstance(self._rows[place], Choice):
            place -= 1
        return place

    def row_of(self, target: Target, *, is_recent: bool | None = None) -> int:
        """Return where a target can be chosen first; -1 where it cannot.

        With `is_recent` only among those that were used last, or only among the others.
        """
        for place in range(len(self._rows)):
            choice = self.choice(place)
            if choice is None or choice.target != target:
                continue
            if is_recent is None or choice.is_recent == is_recent:
                return place
        return -1

    @override
    def is_open(self, row: Row) -> bool:
        return isinstance(row, Choice) and row.is_open

    @override
    def words(self, row: Row) -> str:
        return row.model.name if isinstance(row, Choice) else heading(row)

    @override
    def spoken(self, row: Row) -> str:
        return spoken(row) if isinstance(row, Choice) else heading_line(row)
