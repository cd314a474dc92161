"""A log that is followed: from a file that grows, rotates and is cut off, and from a journal."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

import pytest

from desktop.runtime.clock import SystemClock
from desktop.system.log_line import LogLine, Severity, parse_line
from desktop.system.log_sources import Journal, LineCutter, LogFile, LogUnavailable, of_entry
from desktop.system.server_log import ServerLog
from tests.clock import ManualClock, until
from tests.system.stand_ins import StandIns

needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")


class Quick(SystemClock):
    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0.005)


class Told:
    """A source that tells what it was given, batch by batch, and then ends with a reason."""

    def __init__(self, *batches: Sequence[str]) -> None:
        self._batches = batches

    async def follow(self) -> AsyncGenerator[tuple[LogLine, ...], None]:
        for batch in self._batches:
            yield tuple(map(parse_line, batch))
        raise LogUnavailable("that was all")


def texts(log: ServerLog) -> list[str]:
    return [line.raw for line in log.view.lines]


def add(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


async def test_a_file_is_followed_as_it_grows(tmp_path: Path):
    path = tmp_path / "server.log"
    path.write_text("one\ntw", "utf-8")
    async with ServerLog(LogFile(path, Quick()), Quick()) as log:
        await until(lambda: texts(log) == ["one"])
        add(path, "o\nthree\r\n")
        await until(lambda: texts(log) == ["one", "two", "three"])


async def test_a_file_that_is_not_there_yet_is_waited_for(tmp_path: Path):
    path = tmp_path / "server.log"
    async with ServerLog(LogFile(path, Quick()), Quick()) as log:
        add(path, "first\n")
        await until(lambda: texts(log) == ["first"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")
async def test_nothing_is_lost_when_a_log_is_rotated(tmp_path: Path):
    path = tmp_path / "server.log"
    path.write_text("one\n")
    async with ServerLog(LogFile(path, Quick()), Quick()) as log:
        await until(lambda: texts(log) == ["one"])
        path.rename(tmp_path / "server-1.log")
        add(tmp_path / "server-1.log", "two\nunfinished")
        add(path, "three\n")
        await until(lambda: texts(log) == ["one", "two", "unfinished", "three"])


async def test_a_log_that_was_cut_off_is_read_from_its_beginning(tmp_path: Path):
    path = tmp_path / "server.log"
    path.write_text("a long first line\nunfini")
    async with ServerLog(LogFile(path, Quick()), Quick()) as log:
        await until(lambda: len(texts(log)) == 1)
        os.truncate(path, 0)
        add(path, "new\n")
        await until(lambda: texts(log)[-1] == "new")
        assert len(texts(log)) == 2


async def test_only_the_end_of_a_huge_log_is_read(tmp_path: Path):
    path = tmp_path / "server.log"
    path.write_text("".join(f"line {number:07}\n" for number in range(200_000)))
    async with ServerLog(LogFile(path, Quick()), Quick()) as log:
        await until(lambda: texts(log)[-1:] == ["line 0199999"])
        assert len(texts(log)) == 5000
        assert log.view.gone > 50_000


async def test_a_file_that_cannot_be_read_is_a_problem_that_is_told(tmp_path: Path):
    clock = ManualClock()
    async with ServerLog(LogFile(tmp_path, clock), clock) as log:
        await until(lambda: log.view.problem)
        assert tmp_path.name in log.view.problem


async def test_old_lines_go_and_numbers_stay():
    clock = ManualClock()
    async with ServerLog(Told(["a", "b"], ["c", "d"]), clock, most=3) as log:
        await until(lambda: log.view.problem == "that was all")
        assert (texts(log), log.view.gone) == (["b", "c", "d"], 1)
        log.clear()
        assert (texts(log), log.view.gone) == ([], 4)


async def test_a_log_that_is_opened_again_is_not_told_twice():
    clock = ManualClock()
    async with ServerLog(Told(["a", "b"]), clock) as log:
        await until(lambda: clock.sleeper_count)
        assert (texts(log), log.view.gone) == (["a", "b"], 0)
        clock.advance(5)
        await until(lambda: log.view.gone == 2)
        await until(lambda: texts(log) == ["a", "b"])


def test_lines_are_cut_wherever_the_pieces_end():
    cutter = LineCutter(longest=6)
    pieces = [b"a\xc3", b"\xa4b\n\nlong line", b" goes on\nrest"]
    assert [cutter.feed(piece) for piece in pieces] == [[], ["aäb", ""], ["long l"]]
    assert (cutter.flush(), cutter.flush()) == (["rest"], [])


def test_an_entry_of_the_journal_is_a_line():
    entry = {"MESSAGE": "hello", "PRIORITY": "6", "__REALTIME_TIMESTAMP": "1795159073050000"}
    line = of_entry(json.dumps(entry))
    assert line is not None
    assert line.time is not None
    assert (line.message, line.severity, line.time.year) == ("hello", Severity.INFO, 2026)
    odd = of_entry(json.dumps({"MESSAGE": [27, 104, 195, 164], "PRIORITY": "3"}))
    assert odd is not None
    assert (odd.raw, odd.severity, odd.time) == ("\x1bhä", Severity.ERROR, None)
    nothing = ("", "{", "[]", "{}", '{"MESSAGE": null}', '{"MESSAGE": 1}', "[" * 9999)
    assert not [text for text in nothing if of_entry(text)]


@needs_sh
async def test_a_journal_is_followed_by_a_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stand_ins = StandIns(tmp_path / "stand-ins", monkeypatch)
    stand_ins.add(
        "journalctl",
        'echo \'{"MESSAGE": "one", "PRIORITY": "6"}\'; echo \'{"MESSAGE": "two"}\'; exec sleep 60',
    )
    async with ServerLog(Journal(is_of_user=True), ManualClock()) as log:
        await until(lambda: texts(log) == ["one", "two"])
    assert stand_ins.calls == ["journalctl --user -u ollama.service -f -o json --all -n 5000"]


@needs_sh
async def test_a_journal_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stand_ins = StandIns(tmp_path / "stand-ins", monkeypatch)
    stand_ins.add("journalctl", "echo 'No journal files were opened' >&2; exit 1")
    async with ServerLog(Journal(), ManualClock()) as log:
        await until(lambda: log.view.problem == "No journal files were opened")
    async with ServerLog(Journal(program=["no-such-program"]), ManualClock()) as log:
        await until(lambda: "no-such-program" in log.view.problem)
