"""The whole program with something on every page, and the ways to its dialogs."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from desktop.domain.address import parse_address
from desktop.jobs.job import JobState
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from tests.clock import until
from tests.journeys.program_shown import NOBODY, Shown, program_shown

PAGES = ("models", "chat", "workshop", "memory", "hosts", "jobs", "settings", "help", "about")
_SETTLE = 0.08
"""Seconds in which what has come is laid out: two frames, and a pause."""
_DRAFT = "FROM llama3.2:3b\nPARAMETER mirostat 1\nPARAMETER num_ctx x\n"


@asynccontextmanager
async def furnished(theme: Theme, paths: Paths, folder: Path) -> AsyncGenerator[Shown, None]:
    """Show the program with two hosts, an answered question, a draft and finished jobs."""
    async with (
        DemoServer(pace=AT_ONCE) as server,
        program_shown(theme, paths, server.address.authority) as shown,
    ):
        registry, jobs = shown.services.registry, shown.services.jobs
        first = registry.hosts[0].id
        await until(lambda: registry.snapshot(first).models_known)
        registry.add(parse_address(NOBODY), "attic")
        jobs.pull(first, "no-such-model")
        jobs.pull(first, "llama3.2:1b")
        await until(lambda: all(job.state.is_finished for job in jobs.jobs))
        assert {job.state for job in jobs.jobs} == {JobState.FAILED, JobState.DONE}
        await _ask(shown)
        file = folder / "reviewer.Modelfile"
        file.write_text(_DRAFT)
        shown.program.for_workshop.open_files([file])
        await until(lambda: len(shown.program.for_workshop.page.bench.problems.rows) == 2)
        shown.program.models.table.selectRow(0)
        yield shown


async def on_page(shown: Shown, key: str) -> QWidget:
    """Show a page, and return the window once what stands on it was laid out."""
    window = shown.program.window
    window.show_page(key)
    await until(lambda: window.page == key)
    await asyncio.sleep(_SETTLE)
    return window


def dialogs(shown: Shown) -> Iterator[tuple[str, Callable[[], object]]]:
    """Return the main dialogs, by what opens each."""
    program, actions = shown.program, shown.program.models.actions_on_models
    first = shown.services.registry.hosts[0].id
    yield "add host", program.add_host
    yield "edit host", lambda: program.edit_host(first)
    yield "find hosts", program.for_hosts.dialogs.find
    yield "pull", program.pull
    yield "copy", actions.copy.trigger
    yield "rename", actions.rename.trigger
    yield "delete", actions.delete.trigger
    yield "customise", actions.customise.trigger
    yield "push", actions.push.trigger
    yield "sources", lambda: program.for_memory.ask_for_sources(first)
    yield "report", program.save_report


async def opened(shown: Shown, name: str, do: Callable[[], object]) -> QDialog:
    """Open a dialog and return it; `name` says which one did not come."""
    do()
    with contextlib.suppress(TimeoutError):
        await until(lambda: bool(_dialogs()))
    assert _dialogs(), name
    dialog = _dialogs()[0]
    dialog.activateWindow()
    await asyncio.sleep(_SETTLE)
    return dialog


async def closed(shown: Shown, dialog: QDialog) -> None:
    """Give a dialog up with Esc, which every one of them must take."""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    await until(lambda: not _dialogs())
    shown.program.window.activateWindow()


def _dialogs() -> list[QDialog]:
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if isinstance(top, QDialog) and top.isVisible()]


async def _ask(shown: Shown) -> None:
    """Ask a question on the chat page, and have it answered."""
    shown.program.window.show_page("chat")
    page = shown.program.for_chat.page
    await until(lambda: page.shown.talk is not None)
    talk = page.shown.talk
    assert talk is not None
    await until(lambda: talk.snapshot.conversation.target.model)
    page.work.composer.input.setPlainText("What is a vector?")
    QTest.keyClick(page.work.composer.input, Qt.Key.Key_Return)
    await until(lambda: len(talk.snapshot.path) == 2 and talk.snapshot.turn is None)
