import asyncio

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.loop import Closing, on_crash, run
from desktop.ui.bridge.scope import TaskScope


async def word() -> str:
    await asyncio.sleep(0)
    return "word"


async def broken() -> str:
    await asyncio.sleep(0)
    raise ValueError("broken")


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_main_runs_on_qts_loop_and_its_result_comes_back(qapp: QApplication):
    assert run(qapp, word()) == "word"


def test_quitting_ends_main_instead_of_stopping_the_loop_under_it(qapp: QApplication):
    async def main() -> str:
        closing = Closing(qapp)
        asyncio.get_running_loop().call_soon(qapp.quit)
        await closing.wait()
        return "in order"

    assert run(qapp, main()) == "in order"


def test_a_scope_hands_over_results_and_errors(run):
    heard: list[object] = []

    async def scenario() -> None:
        owner = QObject()
        scope = TaskScope(owner)
        scope.start(word(), heard.append)
        scope.start(broken(), heard.append, lambda error: heard.append(str(error)))
        await settle()

    run(scenario())
    assert heard == ["word", "broken"]


def test_a_destroyed_owner_ends_its_tasks_and_hears_nothing(run):
    heard: list[object] = []
    ended: list[str] = []

    async def endless() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("cancelled")

    async def scenario() -> None:
        owner = QObject()
        scope = TaskScope(owner)
        scope.start(endless(), heard.append)
        await settle()
        delete(owner)
        scope.start(word(), heard.append)
        await settle()
        assert not scope.is_busy

    run(scenario())
    assert heard == []
    assert ended == ["cancelled"]


def test_what_nobody_handles_is_reported_as_a_crash(run):
    crashes: list[str] = []

    async def scenario() -> None:
        on_crash(lambda _where, error: crashes.append(str(error)))
        owner = QObject()
        TaskScope(owner).start(broken(), lambda _: None)
        await settle()

    run(scenario())
    assert crashes == ["broken"]


def test_a_frame_announces_each_thing_once(qapp: QApplication, qtbot):
    announced: list[frozenset[int]] = []
    owner = QObject()
    frame = Frame[int](owner, announced.append)
    for _ in range(1000):
        frame.add(1)
        frame.add(2)
    qtbot.waitUntil(lambda: bool(announced))
    assert announced == [{1, 2}]
