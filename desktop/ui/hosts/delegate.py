"""What the list of hosts shows of each: a dot, a name, its latency, and a line below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from typing_extensions import override

from desktop.domain.host import HostState
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import units
from desktop.ui.hosts.colours import host_colour
from desktop.ui.hosts.list import COUNT_ROLE, SNAPSHOT_ROLE
from desktop.ui.hosts.words import dot_of, host_line, latency_words
from desktop.ui.widgets.side_list import SideDelegate, SideEntry


class HostDelegate(SideDelegate):
    """One line for "All hosts", two for each host."""

    @override
    def entry(self, index: QModelIndex | QPersistentModelIndex) -> SideEntry:
        snapshot: HostSnapshot | None = index.data(SNAPSHOT_ROLE)
        name = str(index.data())
        if snapshot is None:
            count = units.number(int(index.data(COUNT_ROLE)))
            return SideEntry(name, right=count, icon="layers", room_below=8)
        is_down = snapshot.state is HostState.DOWN
        return SideEntry(
            name,
            right=latency_words(snapshot),
            second=host_line(snapshot),
            dot=dot_of(snapshot),
            stripe=host_colour(self._theme, snapshot.host.colour),
            right_role="danger" if is_down else "warning" if snapshot.is_slow else "muted",
            name_role="muted" if is_down else "text",
        )
