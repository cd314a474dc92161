"""Measured loads: what is remembered, for how long, and what a damaged file does."""

import json
from pathlib import Path

import pytest

from desktop.domain.host import HostId, HostState
from desktop.domain.model import LoadedModel
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory import learned
from desktop.memory.learned import LearnedLoads
from tests.clock import ManualClock
from tests.unit.memory.stand_in_hosts import StandInHosts

ROW = LoadedModel("tiny:latest", "digest", 1000, 600, 4096)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "loads.json"


def written(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)


def text_of(file: Path) -> str:
    return file.read_text()


def shown(*rows: LoadedModel, name: str = "tower", is_demo: bool = False) -> HostSnapshot:
    """A host that shows these rows."""
    hosts = StandInHosts()
    host_id = hosts.add(name, is_demo=is_demo)
    hosts.put(host_id, loaded=rows)
    return hosts.snapshot(host_id)


TOWER = HostId("tower")


async def test_a_load_is_remembered_by_host_manifest_and_context(clock: ManualClock):
    told: list[None] = []
    async with LearnedLoads(None, clock) as loads:
        loads.changed.subscribe(told.append)
        loads.note(shown(ROW))
        loads.note(shown(ROW))
        (seen,) = loads.measured(TOWER, "digest")
        assert (seen.context, seen.size, seen.size_vram, seen.at) == (4096, 1000, 600, clock.now())
        assert loads.measured(HostId("other"), "digest") == ()
        assert loads.measured(TOWER, "another") == ()
        assert len(told) == 1


@pytest.mark.parametrize(
    "row",
    [
        LoadedModel("m", "digest", 0, 0, 4096),
        LoadedModel("m", "digest", -5, 0, 4096),
        LoadedModel("m", "", 1000, 0, 4096),
        LoadedModel("m", "digest", 1000, 0, 0),
    ],
)
async def test_a_row_that_says_too_little_teaches_nothing(row: LoadedModel):
    async with LearnedLoads(None) as loads:
        loads.note(shown(row))
        assert loads.measured(TOWER, "digest") == ()


async def test_what_a_host_that_is_down_showed_last_is_no_news(clock: ManualClock):
    hosts = StandInHosts()
    host_id = hosts.add("tower")
    hosts.put(host_id, loaded=(ROW,), state=HostState.DOWN)
    async with LearnedLoads(None, clock) as loads:
        loads.note(hosts.snapshot(host_id))
        assert loads.measured(host_id, "digest") == ()


async def test_the_most_that_was_ever_on_the_cards_is_remembered():
    async with LearnedLoads(None) as loads:
        assert loads.most_vram(TOWER) is None
        loads.note(shown(LoadedModel("m", "d", 1000, 0, 4096)))
        assert loads.most_vram(TOWER) == 0
        loads.note(shown(ROW, LoadedModel("m", "d", 900, 300, 4096)))
        loads.note(shown(ROW))
        assert loads.most_vram(TOWER) == 900


async def test_the_newest_load_of_a_context_counts(clock: ManualClock):
    async with LearnedLoads(None, clock) as loads:
        loads.note(shown(ROW))
        clock.advance(60)
        loads.note(shown(LoadedModel("tiny:latest", "digest", 2000, 0, 4096)))
        assert [seen.size for seen in loads.measured(TOWER, "digest")] == [2000]


async def test_a_load_that_is_shown_again_after_another_is_the_newest(clock: ManualClock):
    wide = LoadedModel("tiny:latest", "digest", 500, 0, 8192)
    async with LearnedLoads(None, clock) as loads:
        for row in (ROW, wide, ROW):
            loads.note(shown(row))
            clock.advance(60)
        small, large = loads.measured(TOWER, "digest")
        assert small.at > large.at


async def test_elsewhere_is_the_host_that_showed_it_last(clock: ManualClock):
    async with LearnedLoads(None, clock) as loads:
        for name in ("one", "two"):
            clock.advance(60)
            loads.note(shown(ROW, name=name))
        assert loads.elsewhere(HostId("three"), "digest") == loads.measured(HostId("two"), "digest")
        assert loads.elsewhere(HostId("two"), "digest") == loads.measured(HostId("one"), "digest")
        assert loads.elsewhere(HostId("one"), "another") == ()


async def test_the_oldest_go(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(learned, "MOST", 3)
    async with LearnedLoads(None) as loads:
        for context in range(1000, 6000, 1000):
            loads.note(shown(LoadedModel("m", "digest", context, 0, context)))
        assert [seen.context for seen in loads.measured(TOWER, "digest")] == [3000, 4000, 5000]


async def test_what_was_learned_is_there_in_the_next_run(file: Path, clock: ManualClock):
    async with LearnedLoads(file, clock) as loads:
        loads.note(shown(ROW))
        before = loads.measured(TOWER, "digest")
    async with LearnedLoads(file, clock) as loads:
        assert loads.measured(TOWER, "digest") == before
        assert loads.most_vram(TOWER) == 600
        assert loads.damage is None


async def test_a_demo_host_s_loads_are_for_this_run(file: Path):
    async with LearnedLoads(file) as loads:
        loads.note(shown(ROW, name="demo", is_demo=True))
        loads.note(shown(ROW))
        assert loads.measured(HostId("demo"), "digest")
    assert "demo" not in text_of(file)
    assert "tower" in text_of(file)


@pytest.mark.parametrize("text", ["{", "[]", "\0" * 100])
async def test_a_damaged_file_is_set_aside_and_begun_anew(file: Path, text: str):
    written(file, text)
    async with LearnedLoads(file) as loads:
        assert loads.measured(TOWER, "digest") == ()
        assert loads.damage is not None
        assert loads.damage.kept_as is not None
        assert text_of(loads.damage.kept_as) == text
        loads.note(shown(ROW))
    async with LearnedLoads(file) as loads:
        assert loads.measured(TOWER, "digest")


async def test_entries_that_say_nothing_that_could_be_are_left_out(file: Path):
    good = {"host": "tower", "digest": "digest", "context": 1, "size": 2, "size_vram": 1}
    entries: list[object] = [
        good | {"at": "2026-01-02T03:04:05+00:00"},
        good | {"at": "yesterday", "digest": "b"},
        good | {"at": "2026-01-02T03:04:05", "digest": "b"},
        good | {"at": "2026-01-02T03:04:05+00:00", "digest": "b", "size": -1},
        good | {"at": "2026-01-02T03:04:05+00:00", "digest": "b", "size_vram": -1},
    ]
    written(file, json.dumps({"loads": entries, "most_vram": {"tower": 5}}))
    async with LearnedLoads(file) as loads:
        assert len(loads.measured(TOWER, "digest")) == 1
        assert loads.measured(TOWER, "b") == ()


async def test_a_folder_that_cannot_be_written_costs_nothing_but_the_next_run(file: Path):
    written(file.parent, "a file where the folder should be")
    async with LearnedLoads(file) as loads:
        loads.note(shown(ROW))
        assert loads.measured(TOWER, "digest")
