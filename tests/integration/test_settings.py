"""The settings file: never half there, never lost, never the end of the program."""

import asyncio
import errno
import json
import os
import stat
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Self

import psutil
import pytest

from desktop.storage.atomic import STALE, write_atomic
from desktop.storage.paths import Paths, find_paths
from desktop.storage.recovery import MAX_SIZE, backup_of
from desktop.storage.settings import (
    ColumnEntry,
    HostEntry,
    ModelsPageSettings,
    Settings,
    SettingsFile,
    Theme,
    WindowSettings,
)
from tests.clock import until

EVERYTHING = Settings(
    hosts=(HostEntry("a", "http://tower:11434", "Tower \ud800 模型"), HostEntry("b", "http://x:1")),
    pulls_per_host=4,
    theme=Theme.DARK,
    models_page=ModelsPageSettings(
        columns=(ColumnEntry("size", visible=False, width=80), ColumnEntry("name")),
        sort_column="size",
        sort_descending=True,
        chosen_host="a",
        chips=("vision", "tools"),
        inspector_open=False,
    ),
    window=WindowSettings(geometry="AAEC", page="jobs", splitters={"models": (300, 200)}),
)


@pytest.fixture
def path(paths: Paths) -> Path:
    return paths.settings_file


def save(path: Path, settings: Settings) -> SettingsFile:
    file = SettingsFile(path, pause=0)
    file.update(settings)
    file.close()
    return file


def load(path: Path) -> SettingsFile:
    file = SettingsFile(path, pause=0)
    file.close()
    return file


def put(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content))


def test_a_first_start_has_defaults_and_writes_nothing(path: Path):
    file = load(path)
    assert file.is_new
    assert file.settings == Settings()
    assert not path.exists()


def test_everything_comes_back(path: Path):
    save(path, EVERYTHING)
    file = load(path)
    assert file.settings == EVERYTHING
    assert not file.is_new
    assert file.damage is None


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no permission bits")
def test_only_its_owner_can_read_it(path: Path):
    save(path, EVERYTHING)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_keys_of_others_are_kept_at_every_level(path: Path):
    put(
        path,
        {
            "future": [1, {"x": None}],
            "more": "a key of that very name",
            "hosts": [{"id": "a", "address": "http://x:1", "proxy": {"kind": "socks"}}],
            "window": {"monitor": "left"},
            "models_page": {"columns": [{"key": "size", "colour": "red"}], "grouped": True},
        },
    )
    save(path, replace(load(path).settings, theme=Theme.LIGHT))
    written = json.loads(path.read_text())
    assert written["future"] == [1, {"x": None}]
    assert written["more"] == "a key of that very name"
    assert written["hosts"][0]["proxy"] == {"kind": "socks"}
    assert written["window"]["monitor"] == "left"
    assert written["models_page"]["columns"][0]["colour"] == "red"
    assert written["models_page"]["grouped"] is True
    assert written["theme"] == "light"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "solarized"),
        ("theme", 5),
        ("pulls_per_host", 0),
        ("pulls_per_host", 11),
        ("pulls_per_host", "many"),
        ("hosts", "none"),
        ("hosts", [1, 2]),
        ("window", []),
        ("models_page", None),
    ],
)
def test_a_value_of_the_wrong_kind_is_the_default_and_is_not_thrown_away(
    path: Path, key: str, value: object
):
    put(path, {key: value})
    settings = load(path).settings
    assert getattr(settings, key) == getattr(Settings(), key)
    save(
        path,
        replace(settings, window=WindowSettings(page="jobs"))
        if key != "window"
        else replace(settings, theme=Theme.DARK),
    )
    assert json.loads(path.read_text())[key] == value


def test_a_new_choice_replaces_a_value_of_the_wrong_kind(path: Path):
    put(path, {"theme": 5})
    save(path, replace(load(path).settings, theme=Theme.DARK))
    assert json.loads(path.read_text())["theme"] == "dark"


@pytest.mark.parametrize(
    "content", [b"", b'{"theme": "da', b"\xff\xfe", b"[]", b"null", b"[" * 200_000, b"\0" * 4096]
)
def test_a_damaged_file_is_set_aside_and_said(path: Path, content: bytes):
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    file = load(path)
    assert file.settings == Settings()
    assert file.damage is not None
    assert not file.damage.restored
    assert not file.is_new
    assert file.damage.kept_as is not None
    assert file.damage.kept_as.read_bytes() == content
    assert not path.exists()


def test_a_file_too_large_to_be_ours_is_set_aside(path: Path):
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        file.truncate(MAX_SIZE + 1)
    assert load(path).damage is not None


def test_the_backup_stands_in_for_a_damaged_file(path: Path):
    save(path, EVERYTHING)
    save(path, replace(EVERYTHING, theme=Theme.LIGHT))
    path.write_bytes(path.read_bytes()[:100])
    file = load(path)
    assert file.damage is not None
    assert file.damage.restored
    assert file.settings == EVERYTHING


def test_the_backup_stands_in_for_a_lost_file(path: Path):
    save(path, EVERYTHING)
    save(path, replace(EVERYTHING, theme=Theme.LIGHT))
    path.unlink()
    file = load(path)
    assert (file.settings, file.damage, file.is_new) == (EVERYTHING, None, False)


def test_a_damaged_backup_is_no_help_and_no_harm(path: Path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"{")
    backup_of(path).write_bytes(b"{")
    assert load(path).settings == Settings()


def test_a_folder_in_the_files_place_is_set_aside(path: Path):
    path.mkdir(parents=True)
    file = load(path)
    assert file.damage is not None
    assert save(path, EVERYTHING).write_problem is None


def test_a_file_of_a_newer_version_is_read_and_kept_as_it_was(path: Path):
    put(path, {"version": 7, "theme": "dark", "hosts": [], "window": "another shape"})
    before = path.read_bytes()
    file = load(path)
    assert file.settings.theme is Theme.DARK
    save(path, replace(file.settings, pulls_per_host=3))
    assert path.with_suffix(".version-7.json").read_bytes() == before
    assert json.loads(path.read_text())["version"] == 7
    assert json.loads(path.read_text())["window"] == "another shape"


def test_stale_temporary_files_are_swept(path: Path):
    path.parent.mkdir(parents=True)
    stale, fresh, other = (
        path.parent / n for n in (".settings.json-a.tmp", ".settings.json-b.tmp", "c.tmp")
    )
    for file in (stale, fresh, other):
        file.touch()
    old = time.time() - STALE - 1
    os.utime(stale, (old, old))
    os.utime(other, (old, old))
    load(path)
    assert sorted(file.name for file in path.parent.iterdir()) == [fresh.name, other.name]


def test_many_changes_make_few_writes(path: Path, monkeypatch: pytest.MonkeyPatch):
    writes = list[Path]()
    monkeypatch.setattr(
        os, "replace", lambda *names, f=os.replace: (writes.append(names[1]), f(*names))
    )
    file = SettingsFile(path, pause=0.05)
    for width in range(500):
        file.update(replace(file.settings, window=WindowSettings(splitters={"models": (width,)})))
    file.close()
    assert load(path).settings == file.settings
    assert len(writes) < 10


def test_a_change_taken_back_at_once_is_not_written(path: Path):
    save(path, EVERYTHING)
    written = path.stat().st_mtime_ns
    file = SettingsFile(path, pause=60)
    file.update(replace(EVERYTHING, theme=Theme.LIGHT))
    file.update(EVERYTHING)
    file.close()
    assert path.stat().st_mtime_ns == written


def test_a_change_takes_effect_and_is_told_at_once(path: Path):
    file, told = SettingsFile(path, pause=60), list[Theme]()
    file.changed.subscribe(lambda _: told.append(file.settings.theme))
    file.update(EVERYTHING)
    file.update(EVERYTHING)
    assert told == [Theme.DARK]
    file.close()
    assert load(path).settings == EVERYTHING


async def test_a_failed_write_is_said_and_a_later_one_makes_it_good(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file, told = SettingsFile(path, pause=0), list[OSError | None]()
    file.write_problem_changed.subscribe(lambda _: told.append(file.write_problem))
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        file.update(EVERYTHING)
        await until(lambda: told)
    assert isinstance(told[0], OSError)
    file.update(replace(EVERYTHING, theme=Theme.LIGHT))
    await until(lambda: len(told) == 2)
    assert told[1] is None
    file.close()


def test_a_folder_that_cannot_be_made_is_no_crash(path: Path):
    path.parent.parent.mkdir(parents=True)
    path.parent.write_text("a file where the folder should be")
    file = SettingsFile(path, pause=0)
    file.update(EVERYTHING)
    file.close()
    assert file.write_problem is not None
    assert file.settings == EVERYTHING


def test_a_link_stays_a_link(path: Path, tmp_path: Path):
    real = tmp_path / "dotfiles" / "settings.json"
    put(real, {"theme": "dark"})
    path.parent.mkdir(parents=True)
    path.symlink_to(real)
    save(path, EVERYTHING)
    assert path.is_symlink()
    assert load(real).settings == EVERYTHING


WRITERS = """
import os, sys
from dataclasses import replace
from pathlib import Path
from desktop.storage.settings import HostEntry, SettingsFile

def write():
    print("writer", os.getpid(), flush=True)
    file = SettingsFile(Path(sys.argv[1]), pause=0)
    number = 0
    while True:
        number += 1
        hosts = tuple(HostEntry(str(i), "http://x", str(number)) for i in range(number % 100 + 1))
        file.update(replace(file.settings, hosts=hosts))
        if number % 2 == 0:
            print("writing", flush=True)

for _ in sys.stdin:
    writer = os.fork() if hasattr(os, "fork") else 0
    if not writer:
        write()
    os.waitpid(writer, 0)
    print("ended", flush=True)
"""
"""Makes a writer for each line that it reads, where it can without another start of Python."""


class Writers:
    """Lets one writer after the other write, and kills each in the middle."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._made = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def kill_one_after(self, lines: int) -> None:
        given, said = self._made.stdin, self._made.stdout
        assert given is not None
        assert said is not None
        given.write("another\n")
        given.flush()
        writer = psutil.Process(int(said.readline().split()[1]))
        for _ in range(lines):
            said.readline()
        writer.kill()
        while said.readline() not in {"ended\n", ""}:
            pass
        if writer.pid == self._made.pid:
            self._end()
            self._made = self._start()

    def _start(self) -> subprocess.Popen[str]:
        command, pipe = [sys.executable, "-c", WRITERS, str(self._path)], subprocess.PIPE
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def _end(self) -> None:
        with self._made:
            self._made.kill()


def test_a_killed_writer_leaves_a_whole_file(path: Path):
    """Twenty times, each at another moment of the writing."""
    with Writers(path) as writers:
        for lines in range(1, 21):
            writers.kill_one_after(lines)
            file = load(path)
            assert file.damage is None
            names = {host.name for host in file.settings.hosts}
            assert len(names) <= 1


def test_a_write_that_fails_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch):
    put(path, {"theme": "dark"})

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="broken"):
        write_atomic(path, b"{}")
    assert path.read_text() == '{"theme": "dark"}'


def test_updates_from_a_loop_that_has_ended_are_still_written(path: Path):
    file = asyncio.run(_update_elsewhere(path))
    file.close()
    assert load(path).settings == EVERYTHING


async def _update_elsewhere(path: Path) -> SettingsFile:
    file = SettingsFile(path, pause=0.05)
    file.update(EVERYTHING)
    return file


def test_paddock_home_overrides_every_folder(tmp_path: Path):
    paths = find_paths({"PADDOCK_HOME": str(tmp_path)})
    for folder in (paths.settings, paths.data, paths.logs):
        assert folder.is_relative_to(tmp_path)


def test_without_it_the_platform_says_where():
    paths = find_paths({})
    for folder in (paths.settings, paths.data, paths.logs):
        assert "paddock" in str(folder)
        assert folder.is_absolute()
