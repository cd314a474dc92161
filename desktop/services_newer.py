"""Looking for newer versions of the program: only where a person said so, and once a day."""

from contextlib import AsyncExitStack
from dataclasses import replace

from desktop import __version__
from desktop.domain.release import Release
from desktop.net.newer import fetch_newest
from desktop.runtime.clock import Clock
from desktop.services import Outside
from desktop.storage.desktop_entry import NewerCheck
from desktop.storage.settings import SettingsFile
from desktop.system.newer_versions import NewerVersions


async def open_newer(
    stack: AsyncExitStack, settings: SettingsFile, outside: Outside, clock: Clock
) -> NewerVersions | None:
    """Open what looks, beginning and ending with the setting; None without an address."""
    source = outside.newest
    if source is None:
        return None

    async def fetch() -> Release:
        return await fetch_newest(source, outside=outside.network)

    last = settings.settings.desktop.newer_looked_at
    newer = await stack.enter_async_context(NewerVersions(fetch, __version__, last, clock))

    def follow(_: None) -> None:
        if settings.settings.desktop.newer_check is NewerCheck.YES:
            newer.begin()
        else:
            newer.end()

    def remember(_: None) -> None:
        now = settings.settings
        if newer.last_look is not None and newer.last_look != now.desktop.newer_looked_at:
            desktop = replace(now.desktop, newer_looked_at=newer.last_look)
            settings.update(replace(now, desktop=desktop))

    stack.callback(settings.changed.subscribe(follow))
    stack.callback(newer.changed.subscribe(remember))
    follow(None)
    return newer
