"""Targets 4 and 5: an answer that grows on screen, and a conversation of many messages."""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextBrowser, QWidget

from desktop.chat.growth import Growth
from desktop.domain.conversation import AttachmentId
from desktop.ui.bridge.loop import run
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.chat.transcript.transcript import Transcript
from tests.benchmarks.talks import ANSWERS, TOKEN, growing_talk, mixed

WANTED_TOKEN, WANTED_LAST, WANTED_LONG = 1.5, 1.3, 1.3
_FRAME = 27
"""Characters that come in a frame of 33 ms at 200 tokens a second."""
_SLICE = 60
"""Frames that one view shows before the other has its turn."""
_SIZE = (900, 760)
_WARM = 3000
"""Characters after which everything is loaded that is loaded only once."""
ROOT = Path(__file__).parents[2]

Show = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: tokens of an answer, tokens for the dear alternative, messages."""

    tokens: int = 32_000
    dear_tokens: int = 4_000
    messages: int = 2_000
    rounds: int = 5


SMALLEST = Plan(tokens=200, dear_tokens=200, messages=60, rounds=1)
QUICK = Plan(tokens=8_000, dear_tokens=2_000, messages=2_000, rounds=3)


@dataclass(frozen=True, slots=True)
class Stream:
    """What each token of an answer cost: microseconds of CPU in each slice, for each view."""

    name: str
    tokens: int
    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratio(self) -> float:
        return statistics.fmean(self.ours) / statistics.fmean(self.theirs)

    @property
    def last_to_first(self) -> float:
        quarter = max(1, len(self.ours) // 4)
        last, first = self.ours[-quarter:], self.ours[:quarter]
        return statistics.median(last) / statistics.median(first)


@dataclass(frozen=True, slots=True)
class Long:
    """What a conversation costs: CPU in ms to build and to resize, and memory in MB."""

    build: float
    resize: float
    memory: float


@dataclass(frozen=True, slots=True)
class Result:
    """All of it: streams against plain text, one against markdown read whole, few and many."""

    streams: tuple[Stream, ...]
    dear: Stream
    few: Long
    many: Long
    plan: Plan


def measure(app: QApplication, plan: Plan) -> Result:
    """Measure both targets, each beside its alternative."""
    streams, dear = run(app, _streams(app, plan))
    few, many = _long(plan)
    return Result(streams, dear, few, many, plan)


async def _streams(app: QApplication, plan: Plan) -> tuple[tuple[Stream, ...], Stream]:
    theme = Theme(app, ThemeMode.LIGHT)
    await _compare(theme, "loads what is loaded once", mixed(_WARM), plain_view())
    found = []
    for name, make in ANSWERS.items():
        found.append(await _compare(theme, name, make(plan.tokens * TOKEN), plain_view()))
    dear = mixed(plan.dear_tokens * TOKEN)
    against = await _compare(theme, "read whole as markdown each frame", dear, markdown_view())
    return tuple(found), against


async def _compare(theme: Theme, name: str, text: str, other: tuple[QWidget, Show]) -> Stream:
    views = (our_view(theme), other)
    costs: tuple[list[float], list[float]] = ([], [])
    for view, _ in views:
        view.resize(*_SIZE)
        view.show()
    await asyncio.sleep(0.1)
    for start in range(0, len(text), _SLICE * _FRAME):
        part = text[start : start + _SLICE * _FRAME]
        for (_, show), spent in zip(views, costs, strict=True):
            began = time.process_time()
            for at in range(0, len(part), _FRAME):
                show(part[at : at + _FRAME])
                await asyncio.sleep(0)  # It is painted.
            spent.append((time.process_time() - began) * 1e6 * TOKEN / len(part))
    for view, _ in views:
        view.close()
        view.deleteLater()
    return Stream(name, len(text) // TOKEN, tuple(costs[0]), tuple(costs[1]))


def our_view(theme: Theme) -> tuple[QWidget, Show]:
    """Return the transcript, and what shows a piece of an answer in it."""
    snapshot = growing_talk()
    growth = Growth(snapshot.path[-1].id)
    view = Transcript(theme, no_content)
    view.show_talk(snapshot, growth)

    def show(piece: str) -> None:
        growth.answer.feed(piece)
        view.grow()

    return view, show


def plain_view() -> tuple[QWidget, Show]:
    """Return the floor: plain text to which each piece is appended, its end in sight."""
    view = QPlainTextEdit()

    def show(piece: str) -> None:
        cursor = view.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(piece)
        view.setTextCursor(cursor)
        view.ensureCursorVisible()

    return view, show


def markdown_view() -> tuple[QWidget, Show]:
    """Return what a first try does: the whole answer read as markdown in every frame."""
    view = QTextBrowser()
    text: list[str] = []

    def show(piece: str) -> None:
        text.append(piece)
        view.setMarkdown("".join(text))
        view.moveCursor(QTextCursor.MoveOperation.End)

    return view, show


async def no_content(_attachment: AttachmentId) -> bytes:
    return b""


def _long(plan: Plan) -> tuple[Long, Long]:
    """Measure few and many messages in turn, each time in a process of its own."""
    few: list[Long] = []
    many: list[Long] = []
    for _ in range(plan.rounds):
        few.append(_in_child(min(50, plan.messages)))
        many.append(_in_child(plan.messages))
    return _median(few), _median(many)


def _in_child(count: int) -> Long:
    answer = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.long_talk", str(count)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return Long(**json.loads(answer.stdout))


def _median(found: Iterable[Long]) -> Long:
    listed = list(found)
    return Long(
        statistics.median(one.build for one in listed),
        statistics.median(one.resize for one in listed),
        statistics.median(one.memory for one in listed),
    )
