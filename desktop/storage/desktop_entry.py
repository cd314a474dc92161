"""What the settings keep of how the program lives on the desktop."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from desktop.storage.records import Record

LARGEST_TEXT = 2.0


class NewerCheck(StrEnum):
    """Whether newer versions are looked for; nobody is asked before a person said so."""

    NOT_ASKED = ""
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class LostPull(Record):
    """A pull that was running when the program ended: on which host, and what."""

    host: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class DesktopSettings(Record):
    """Language, size of text, tray, notices and what happens at the end.

    `language` is a locale name, "" for the system's; `text_scale` multiplies
    the system's size of text. `resumes_pulls` starts pulls again at the next
    start that were not done at the end, which are `lost_pulls` until then.
    `knows_tray` says that a person was told where a closed window went.
    `newer_looked_at` is when it was last looked for a newer version, `newer_version`,
    `newer_page` and `newer_published` are what was found then, "" and None where there was none.
    `recent_commands` are keys of what was done from the palette, the latest first.
    """

    language: str = ""
    text_scale: Annotated[float, Meta(ge=1.0, le=LARGEST_TEXT)] = 1.0
    shows_tray: bool = False
    closes_to_tray: bool = False
    notifies: bool = True
    stays_awake: bool = True
    reduces_motion: bool = False
    resumes_pulls: bool = True
    lost_pulls: tuple[LostPull, ...] = ()
    newer_check: NewerCheck = NewerCheck.NOT_ASKED
    knows_tray: bool = False
    newer_looked_at: datetime | None = None
    newer_version: str = ""
    newer_page: str = ""
    newer_published: date | None = None
    recent_commands: tuple[str, ...] = ()
