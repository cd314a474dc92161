"""When a newer version is looked for, and what is made of the answer."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop import services_newer
from desktop.domain.address import parse_address
from desktop.domain.release import Release
from desktop.net.fetch import FetchFailed
from desktop.services import Outside
from desktop.services_newer import found_before, open_newer
from desktop.storage.desktop_entry import DesktopSettings, NewerCheck
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.system.newer_versions import NewerVersions
from tests.clock import START, ManualClock, until

NEWER = Release("1.2.0", "https://example.org/1.2.0", date(2026, 11, 20))


class Place:
    """Where the newest release is named: it counts who asks, and may be out of reach."""

    def __init__(self, release: Release | None = NEWER) -> None:
        self.release = release
        self.asked = 0

    async def fetch(self) -> Release:
        self.asked += 1
        await asyncio.sleep(0)
        if self.release is None:
            raise FetchFailed("status 503")
        return self.release


async def test_nobody_is_asked_before_it_begins(clock: ManualClock):
    place = Place()
    async with NewerVersions(place.fetch, "1.0.0", clock=clock) as versions:
        await asyncio.sleep(0)
        assert (place.asked, versions.newer) == (0, None)


async def test_a_newer_version_is_told_once_it_is_known(clock: ManualClock):
    async with NewerVersions(Place().fetch, "1.1.9", clock=clock) as versions:
        told: list[Release | None] = []
        versions.changed.subscribe(lambda _: told.append(versions.newer))
        versions.begin()
        await until(lambda: told)
        assert told == [NEWER]
        assert versions.last_look == START


async def test_what_was_found_is_told_after_the_next_start_without_asking(clock: ManualClock):
    place = Place()
    async with NewerVersions(place.fetch, "1.1.9", START, clock, NEWER) as versions:
        versions.begin()
        await until(lambda: clock.sleeper_count)
        assert (place.asked, versions.newer) == (0, NEWER)
    async with NewerVersions(place.fetch, NEWER.version, START, clock, NEWER) as updated:
        assert updated.newer is None


def test_what_the_settings_say_is_believed_like_what_comes_over_the_net():
    kept = DesktopSettings(
        newer_version="1.2.0", newer_page=NEWER.page, newer_published=NEWER.published
    )
    assert found_before(kept) == NEWER
    assert found_before(replace(kept, newer_page="javascript:alert(1)")) is None
    assert found_before(DesktopSettings()) is None


async def test_the_version_that_one_has_is_not_newer(clock: ManualClock):
    async with NewerVersions(Place().fetch, "1.2.0", clock=clock) as versions:
        versions.begin()
        await until(lambda: versions.last_look)
        assert versions.newer is None


async def test_it_is_looked_for_once_a_day(clock: ManualClock):
    place = Place()
    async with NewerVersions(place.fetch, "1.0.0", clock=clock) as versions:
        versions.begin()
        await until(lambda: clock.waits == [24 * 3600])
        clock.advance(24 * 3600)
        await until(lambda: place.asked == 2 and clock.sleeper_count)


async def test_a_program_that_is_started_often_asks_no_more_often(clock: ManualClock):
    place = Place()
    last = START - timedelta(hours=20)
    async with NewerVersions(place.fetch, "1.0.0", last, clock) as versions:
        versions.begin()
        await until(lambda: clock.waits == [4 * 3600])
        assert place.asked == 0


async def test_a_look_that_failed_is_tried_again_an_hour_later(clock: ManualClock):
    place = Place(None)
    async with NewerVersions(place.fetch, "1.0.0", clock=clock) as versions:
        versions.begin()
        await until(lambda: clock.waits == [3600])
        assert versions.last_look is None
        place.release = NEWER
        clock.advance(3600)
        await until(lambda: versions.newer == NEWER)


def allow(settings: SettingsFile, check: NewerCheck) -> None:
    kept = settings.settings
    settings.update(replace(kept, desktop=replace(kept.desktop, newer_check=check)))


async def test_a_yes_begins_the_looks_and_what_they_find_is_kept(
    paths: Paths, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
):
    newest = replace(NEWER, version="99.1")
    place, settings = Place(newest), SettingsFile(paths.settings_file, pause=0)
    monkeypatch.setattr(services_newer, "fetch_newest", lambda *_, **__: place.fetch())
    outside = Outside(newest=parse_address("https://example.org/newest.json"))
    async with AsyncExitStack() as stack:
        newer = await open_newer(stack, settings, outside, clock)
        assert newer is not None
        await asyncio.sleep(0)
        assert place.asked == 0
        allow(settings, NewerCheck.YES)
        await until(lambda: newer.newer == newest)
        assert found_before(settings.settings.desktop) == newest
        assert settings.settings.desktop.newer_looked_at == START
        allow(settings, NewerCheck.NO)
        await until(lambda: not clock.sleeper_count)
        clock.advance(timedelta(days=2).total_seconds())
        await asyncio.sleep(0)
        assert place.asked == 1
        assert await open_newer(stack, settings, Outside(), clock) is None
    settings.close()
