"""What a person has set, and how they left the window."""

import asyncio
import contextlib
import json
import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from desktop.runtime.event import Event
from desktop.runtime.threads import Worker
from desktop.storage.atomic import sweep, write_atomic
from desktop.storage.chat_entry import ChatPageSettings
from desktop.storage.connection_entry import ConnectionEntry
from desktop.storage.desktop_entry import DesktopSettings
from desktop.storage.memory_entry import MemoryEntry, MemoryPageSettings, PinEntry
from desktop.storage.records import Record, decode, encode
from desktop.storage.recovery import backup_of, read_or_recover
from desktop.storage.workshop_entry import WorkshopPageSettings

_log = logging.getLogger(__name__)
VERSION = 1
MAX_PULLS = 10
"""The most pulls at once on one host that can be set."""
FAREWELL = 30.0
"""Seconds that a slow disk has at the end, when the window is gone already."""
COLOURS = 5
"""The chart series that a host can have the colour of."""


class Theme(StrEnum):
    """Which colours; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class HostEntry(Record):
    """One host of the list. `address` is a full URL; an empty name means its address."""

    id: str = ""
    address: str = ""
    name: str = ""
    colour: Annotated[int, Meta(ge=0, le=COLOURS)] = 0
    connection: ConnectionEntry = field(default_factory=ConnectionEntry)
    memory: MemoryEntry = field(default_factory=MemoryEntry)
    pins: tuple[PinEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnEntry(Record):
    """One column of a table, in its place: `width` in pixels, 0 for its natural width.

    `chosen` says that a person showed or hid it: a narrow window leaves it alone then.
    """

    key: str = ""
    visible: bool = True
    width: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class ModelsPageSettings(Record):
    """The models page: no columns at all means the columns it begins with.

    `chosen_host` is a host's id, or "" for all of them; `chips` are the
    capabilities that are filtered by, in Ollama's words.
    """

    columns: tuple[ColumnEntry, ...] = ()
    sort_column: str = ""
    sort_descending: bool = False
    chosen_host: str = ""
    chips: tuple[str, ...] = ()
    inspector_open: bool = True


@dataclass(frozen=True, slots=True)
class WindowSettings(Record):
    """The window: `geometry` as base64 of Qt's bytes, splitters in pixels for each page."""

    geometry: str = ""
    page: str = ""
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])


@dataclass(frozen=True, slots=True)
class Settings(Record):
    """Everything that is remembered between two starts, except secrets, which never are here."""

    version: Annotated[int, Meta(ge=1)] = VERSION
    hosts: tuple[HostEntry, ...] = ()
    pulls_per_host: Annotated[int, Meta(ge=1, le=MAX_PULLS)] = 2
    theme: Theme = Theme.SYSTEM
    models_page: ModelsPageSettings = field(default_factory=ModelsPageSettings)
    chat_page: ChatPageSettings = field(default_factory=ChatPageSettings)
    workshop_page: WorkshopPageSettings = field(default_factory=WorkshopPageSettings)
    memory_page: MemoryPageSettings = field(default_factory=MemoryPageSettings)
    desktop: DesktopSettings = field(default_factory=DesktopSettings)
    window: WindowSettings = field(default_factory=WindowSettings)


class SettingsFile:
    """The settings and the one JSON file they live in.

    `update` takes effect at once; a thread of its own writes the file soon
    after, so that a person who drags a splitter does not write a hundred times.
    A write that fails (disk full, folder read-only) is kept in `write_problem`
    until one succeeds, and announced by `write_problem_changed`.

    `is_new` says that there was nothing to read: this is a first start.
    `damage` says that a damaged file was set aside. A file of a newer version
    is read as far as it can be, and copied before it is first written over.
    """

    def __init__(self, path: Path, *, pause: float = 0.25) -> None:
        """Read the file at `path`; `pause` is how many seconds changes are gathered for."""
        self.changed = Event[None]()
        self.write_problem_changed = Event[None]()
        self.write_problem: OSError | None = None
        self._path = path.resolve()
        sweep(self._path)
        found = read_or_recover(self._path)
        self.settings = decode(Settings, found.content)
        self.is_new = found.is_new
        self.damage = found.damage
        self._on_disk = found.raw
        self._newer = self.settings.version if self.settings.version > VERSION else 0
        self._pause = pause
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._waiting: bytes | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._worker = Worker("settings")

    def update(self, settings: Settings) -> None:
        """Use these settings from now on, and write them soon."""
        if settings == self.settings:
            return
        self.settings = settings
        with contextlib.suppress(RuntimeError):  # Without a loop nobody is told of a failed write.
            self._loop = asyncio.get_running_loop()
        raw = json.dumps(encode(settings), indent=2).encode()
        with self._lock:
            is_posted, self._waiting = self._waiting is not None, raw
        if not is_posted:
            self._worker.post(self._write)
        self.changed.emit(None)

    def close(self, timeout: float = FAREWELL) -> None:
        """Write what is left, waiting at most `timeout` seconds; see `write_problem` after."""
        self._closing.set()
        if not self._worker.close(timeout):
            _log.error("the settings were not written within %.0f s, and are lost", timeout)

    def _write(self) -> None:
        """Runs on the worker's thread, which alone touches the files."""
        self._closing.wait(self._pause)
        with self._lock:
            raw, self._waiting = self._waiting, None
        if raw is None or raw == self._on_disk:
            return
        try:
            self._keep_previous()
            write_atomic(self._path, raw)
        except OSError as error:
            self._say(error)
        else:
            self._on_disk = raw
            self._say(None)

    def _keep_previous(self) -> None:
        if self._newer:
            write_atomic(self._path.with_suffix(f".version-{self._newer}.json"), self._on_disk)
            self._newer = 0
        if self._on_disk:
            write_atomic(backup_of(self._path), self._on_disk)

    def _say(self, problem: OSError | None) -> None:
        had_one, self.write_problem = self.write_problem is not None, problem
        if self._loop is not None and (had_one or problem is not None):
            with contextlib.suppress(RuntimeError):  # The loop has ended: the program is closing.
                self._loop.call_soon_threadsafe(self.write_problem_changed.emit, None)
