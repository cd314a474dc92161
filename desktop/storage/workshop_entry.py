"""The workshop page as the settings keep it."""

from dataclasses import dataclass

from desktop.storage.records import Record

MOST_RECENT = 12
"""How many files are remembered."""


@dataclass(frozen=True, slots=True)
class WorkshopPageSettings(Record):
    """`recent_files` are full paths, the last one used first; `open_draft` is a draft's id.

    `tab` names what is shown of it; `form_open` and `problems_open` are the panes around the text.
    """

    recent_files: tuple[str, ...] = ()
    open_draft: str = ""
    tab: str = ""
    form_open: bool = True
    problems_open: bool = True
