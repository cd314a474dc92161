from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from shiboken6 import isValid

from desktop.demo.library import tower_library
from desktop.demo.server import DemoServer
from desktop.domain.address import HostAddress
from desktop.domain.host import HostId, HostState
from desktop.jobs.job import JobState
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.pull_dialog import PullDialog
from desktop.ui.jobs.pull_target_list import TargetList
from desktop.ui.jobs.pull_targets import NOTE_ROLE
from desktop.ui.widgets.messages import Banner
from tests.clock import until
from tests.qt.jobs_window import WATCHED, Shown, jobs_shown
from tests.qt.memory_side_scene import ROOMS, TOWER, Fits

MODEL = "llama3.2:1b"


@pytest.fixture(autouse=True)
def empty_clipboard(qapp) -> None:
    QGuiApplication.clipboard().clear()


@asynccontextmanager
async def asking(
    shown: Shown,
    theme: Theme,
    text: str = "",
    chosen: Iterable[HostId] = (),
    fits: Fits | None = None,
) -> AsyncGenerator[PullDialog]:
    dialog = PullDialog(
        theme, shown.queue, shown.registry, text=text, chosen=chosen, fits=fits, parent=shown.page
    )
    dialog.show()
    try:
        yield dialog
    finally:
        if isValid(dialog):
            dialog.close()


def verdict(dialog: PullDialog) -> str:
    (banner,) = dialog.findChildren(Banner)
    return banner.accessibleName()


def targets(dialog: PullDialog) -> TargetList:
    (found,) = dialog.findChildren(TargetList)
    return found


def click_host(dialog: PullDialog, row: int) -> None:
    view = targets(dialog)
    middle = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))


def test_a_pasted_line_is_understood_and_enter_pulls_it(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown, asking(shown, theme) as dialog:
            assert (dialog.primary.isEnabled(), dialog.fact.text()) == (False, "Type a name first")
            dialog.field.setText(f"ollama run {MODEL}")
            assert verdict(dialog) == (
                f"Pulls {MODEL} from registry.ollama.ai. Taken from the line you pasted."
            )
            started = list[object]()
            dialog.started.connect(started.extend)
            QTest.keyClick(dialog.field, Qt.Key.Key_Return)
            (job,) = shown.queue.jobs
            assert started == [job.id]
            assert (job.model, job.host_id) == (MODEL, shown.host)
            await shown.settled(job.id, JobState.DONE)

    run(scenario())


def test_a_bad_name_says_what_is_wrong_and_enter_does_nothing(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown, asking(shown, theme) as dialog:
            dialog.field.setText("two words")
            assert verdict(dialog) == "A name has no spaces. Leave out what is not part of it."
            assert dialog.fact.text() == "Mend the name first"
            QTest.keyClick(dialog.field, Qt.Key.Key_Return)
            assert dialog.isVisible()
            assert shown.queue.jobs == ()

    run(scenario())


def test_one_model_goes_to_several_hosts(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            address = HostAddress("http", "localhost", shown.server.address.port)
            second = shown.registry.add(address, "again")
            await until(lambda: shown.registry.snapshot(second).models_known)
            async with asking(shown, theme, text=MODEL) as dialog:
                assert dialog.fact.text() == "Choose a host"
                click_host(dialog, 0)
                assert dialog.primary.text() == "Pull"
                view = targets(dialog)
                view.setCurrentIndex(view.model().index(1, 0))
                QTest.keyClick(view, Qt.Key.Key_Space)
                assert dialog.primary.text() == "Pull to 2 hosts"
                QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
                assert {job.host_id for job in shown.queue.jobs} == {shown.host, second}

    run(scenario())


def test_a_host_that_is_down_says_why_and_cannot_be_chosen(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            down = shown.registry.add(HostAddress("http", "127.0.0.1", 1), "nowhere")
            await until(lambda: shown.registry.snapshot(down).state is HostState.DOWN)
            async with asking(shown, theme, text=MODEL, chosen=[down]) as dialog:
                index = targets(dialog).model().index(1, 0)
                spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
                assert spoken == "nowhere, Connection refused"
                click_host(dialog, 1)
                assert not dialog.primary.isEnabled()

    run(scenario())


def test_a_host_that_has_the_model_or_pulls_it_says_so(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths, pace=WATCHED) as shown:
            there = shown.registry.snapshot(shown.host).models[0].name
            async with asking(shown, theme, text=there) as dialog:
                model = targets(dialog).model()

                def spoken() -> object:
                    return model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

                assert spoken() == "tower, has it: pulls what changed"
                shown.server.registry.hold(MODEL, 0.4)
                job_id = shown.queue.pull(shown.host, MODEL)
                dialog.field.setText(MODEL)
                assert spoken() == "tower, is pulling it already"
                assert dialog.fact.text() == "No host can pull it now"
                shown.queue.cancel(job_id)
                await until(lambda: spoken() == "tower")

    run(scenario())


def test_a_copied_line_is_offered_and_taken_by_a_click(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        QGuiApplication.clipboard().setText(f"$ ollama pull {MODEL}\n")
        async with jobs_shown(theme, paths) as shown, asking(shown, theme) as dialog:
            assert dialog.offer.text() == f"Use {MODEL} from the clipboard"
            assert dialog.field.text() == ""
            QTest.mouseClick(dialog.offer, Qt.MouseButton.LeftButton)
            assert verdict(dialog).startswith(f"Pulls {MODEL} ")
            assert not dialog.offer.isVisible()

    run(scenario())


def test_other_words_in_the_clipboard_are_not_shown(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        QGuiApplication.clipboard().setText("correct horse battery")
        async with jobs_shown(theme, paths) as shown, asking(shown, theme) as dialog:
            assert not dialog.offer.isVisible()

    run(scenario())


def test_where_another_host_has_the_model_it_says_whether_it_fits(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        fits = Fits()
        async with DemoServer(tower_library()) as other, jobs_shown(theme, paths) as shown:
            nas = shown.registry.add(other.address, "nas")
            await until(lambda: shown.registry.snapshot(nas).models_known)
            name = "qwen2.5:14b"
            fits.memory = {shown.host: ROOMS[TOWER]}
            async with asking(shown, theme, fits=fits) as dialog:
                model = targets(dialog).model()

                def notes() -> list[str]:
                    return [model.index(row, 0).data(NOTE_ROLE) for row in range(2)]

                dialog.field.setText("not-there-at-all")
                assert notes() == ["", ""]
                dialog.field.setText(name)
                assert "whether it fits is judged by that." in verdict(dialog)
                await until(lambda: all(notes()))
                said = notes()
                assert said[1] == "has it: pulls what changed"
                assert said[0].startswith("Just fits on tower's GPU")
                dialog.field.setText("two words")
                assert verdict(dialog).startswith("A name has no spaces")

    run(scenario())
