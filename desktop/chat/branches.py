"""Where the branches of a conversation are, and how one walks from one to the next."""

from collections.abc import Sequence

from desktop.chat.snapshot import Place
from desktop.domain.conversation import BranchStep, Entry, EntryId, Tree


def places(tree: Tree, path: Sequence[Entry]) -> dict[EntryId, Place]:
    """Say of each entry of a path which branch it is, where there are several."""
    beside: dict[EntryId, list[EntryId]] = {}
    for entry in tree.entries.values():
        beside.setdefault(entry.parent, []).append(entry.id)
    found: dict[EntryId, Place] = {}
    for entry in path:
        branches = beside.get(entry.parent, [])
        if len(branches) > 1:
            found[entry.id] = Place(branches.index(entry.id) + 1, len(branches))
    return found


def neighbour(tree: Tree, entry: Entry, step: BranchStep) -> EntryId | None:
    """Return the branch before or after an entry's; None at the first and the last one."""
    branches = [child.id for child in tree.children(entry.parent)]
    position = branches.index(entry.id) + step.value
    return branches[position] if 0 <= position < len(branches) else None
