"""Looking for newer versions of the program: only where a person said so, and once a day."""

from contextlib import AsyncExitStack
from dataclasses import replace

from desktop import __version__
from desktop.domain.release import NoRelease, Release, believed
from desktop.net.newer import fetch_newest
from desktop.runtime.clock import Clock
from desktop.services import Outside
from desktop.storage.desktop_entry import DesktopSettings, NewerCheck
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

    kept = settings.settings.desktop
    newer = await stack.enter_async_context(
        NewerVersions(fetch, __version__, kept.newer_looked_at, clock, found_before(kept))
    )

    def follow(_: None) -> None:
        if settings.settings.desktop.newer_check is NewerCheck.YES:
            newer.begin()
        else:
            newer.end()

    def remember(_: None) -> None:
        now, found = settings.settings, newer.newer
        desktop = replace(
            now.desktop,
            newer_looked_at=newer.last_look,
            newer_version=found.version if found is not None else "",
            newer_page=found.page if found is not None else "",
            newer_published=found.published if found is not None else None,
        )
        if desktop != now.desktop:
            settings.update(replace(now, desktop=desktop))

    stack.callback(settings.changed.subscribe(follow))
    stack.callback(newer.changed.subscribe(remember))
    follow(None)
    return newer


def found_before(kept: DesktopSettings) -> Release | None:
    """Return what the settings say was found, believed no more than what comes over the net."""
    try:
        release = believed(kept.newer_version, kept.newer_page)
    except NoRelease:
        return None
    return replace(release, published=kept.newer_published)
