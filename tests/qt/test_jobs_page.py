import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from desktop.diagnostics.explain import Remedy
from desktop.domain.address import HostAddress
from desktop.jobs.job import JobState
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.rows import JobRow
from desktop.ui.jobs.view import Action, JobFilter, Kinds
from tests.clock import until
from tests.qt.jobs_window import WATCHED, jobs_shown

MODEL, OTHER = "llama3.2:1b", "qwen2.5:7b"


def test_a_pull_is_seen_from_its_start_to_its_end(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths, pace=WATCHED) as shown:
            shown.server.registry.hold(MODEL, 0.4)
            job_id = shown.queue.pull(shown.host, MODEL)
            await until(lambda: shown.rows == ["RUNNING 1", f"{MODEL}: Downloading"])
            await until(lambda: shown.row(job_id).fraction == pytest.approx(0.4, abs=0.05))
            shown.server.registry.release(MODEL)
            await shown.settled(job_id, JobState.DONE)
            assert shown.rows == ["FINISHED 1", f"{MODEL}: Done"]

    run(scenario())


def test_a_pull_is_cancelled_retried_and_removed_with_the_mouse(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths, pace=WATCHED) as shown:
            shown.server.registry.hold(MODEL, 0.4)
            job_id = shown.queue.pull(shown.host, MODEL)
            await shown.settled(job_id, JobState.RUNNING)
            await until(lambda: shown.row(job_id).layers == () and shown.row(job_id).can_fold)
            shown.click(job_id, Action.FOLD)
            assert shown.row(job_id).layers
            shown.click(job_id, Action.CANCEL)
            await shown.settled(job_id, JobState.CANCELLED)
            assert "A retry goes on from there" in shown.row(job_id).state
            shown.server.registry.release(MODEL)
            shown.click(job_id, Action.RETRY)
            await shown.settled(job_id, JobState.DONE)
            shown.click(job_id, Action.REMOVE)
            await until(lambda: shown.rows == [])
            assert shown.queue.jobs == ()

    run(scenario())


def test_the_keyboard_reaches_everything(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths, pace=WATCHED) as shown:
            shown.server.registry.hold(MODEL, 0.4)
            failed = shown.queue.pull(shown.host, "no-such-model")
            running = shown.queue.pull(shown.host, MODEL)
            await shown.settled(failed, JobState.FAILED)
            await until(lambda: shown.row(running).can_fold)
            shown.page.view.setFocus(Qt.FocusReason.TabFocusReason)
            assert shown.page.table.job(shown.page.view.currentIndex()) == shown.job(failed)
            shown.key(Qt.Key.Key_Left)
            assert shown.row(failed).failure is None
            shown.key(Qt.Key.Key_Down)
            assert shown.page.table.job(shown.page.view.currentIndex()) == shown.job(running)
            shown.key(Qt.Key.Key_Right)
            assert shown.row(running).layers
            shown.key(Qt.Key.Key_Up)
            shown.key(Qt.Key.Key_Delete)
            await until(lambda: shown.queue.get(failed) is None)
            shown.queue.cancel(running)
            await shown.settled(running, JobState.CANCELLED)
            shown.page.show_job(running)
            shown.server.registry.release(MODEL)
            shown.key(Qt.Key.Key_Return)
            await shown.settled(running, JobState.DONE)

    run(scenario())


def test_the_rows_menu_names_everything_that_can_be_done(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            failed = shown.queue.pull(shown.host, "no-such-model")
            await shown.settled(failed, JobState.FAILED)
            menu = shown.page.view.menu_for(shown.row(failed))
            texts = [action.text() for action in menu.actions() if action.text()]
            assert texts == [
                "Retry",
                "Show raw answer",
                "Show or hide details",
                "Remove from the list",
            ]

    run(scenario())


def test_a_failure_says_why_and_shows_the_raw_answer(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            failed = shown.queue.pull(shown.host, "no-such-model")
            await shown.settled(failed, JobState.FAILED)
            row = shown.row(failed)
            assert row.failure is not None
            assert row.failure.sentence == "The registry has no model of that name and tag."
            shown.click(failed, Action.SHOW_RAW)
            (text,) = shown.page.findChildren(QPlainTextEdit, "rawAnswer")
            assert text.toPlainText() == "pull model manifest: file does not exist"
            text.window().close()

    run(scenario())


def test_a_remedy_is_handed_to_the_window(run, theme: Theme, paths: Paths, qtbot):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            nowhere = shown.registry.add(HostAddress("http", "127.0.0.1", 1), "nowhere")
            failed = shown.queue.pull(nowhere, MODEL)
            await shown.settled(failed, JobState.FAILED)
            with qtbot.waitSignal(shown.page.remedy_wanted) as wanted:
                shown.click(failed, Remedy.EDIT_ADDRESS)
            job, remedy = wanted.args
            assert (job.id, remedy) == (failed, Remedy.EDIT_ADDRESS)

    run(scenario())


def test_a_copy_that_would_overwrite_is_replaced_by_name_alone(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            names = [model.name for model in shown.registry.snapshot(shown.host).models]
            job_id = shown.queue.copy(shown.host, names[0], names[1])
            await shown.settled(job_id, JobState.FAILED)
            shown.page.show_job(job_id)
            shown.key(Qt.Key.Key_Return)
            assert shown.job(job_id).state is JobState.FAILED
            shown.click(job_id, Action.REPLACE)
            await shown.settled(job_id, JobState.DONE)

    run(scenario())


def test_waiting_pulls_move_up_and_start_when_the_limit_rises(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths, pace=WATCHED, limit=1) as shown:
            for model in (MODEL, OTHER, "mistral:7b"):
                shown.server.registry.hold(model, 0.4)
            ids = [shown.queue.pull(shown.host, model) for model in (MODEL, OTHER, "mistral:7b")]
            await shown.settled(ids[2], JobState.WAITING)
            assert shown.row(ids[2]).state == "Waiting: tower pulls one at a time"
            assert Action.MOVE_UP not in shown.row(ids[1]).actions
            shown.click(ids[2], Action.MOVE_UP)
            await until(lambda: Action.MOVE_UP in shown.row(ids[1]).actions)
            (limit,) = shown.page.findChildren(QComboBox, "pullLimit")
            limit.setCurrentIndex(1)
            limit.activated.emit(1)
            await shown.settled(ids[2], JobState.RUNNING)
            assert shown.queue.limit == 2
            assert shown.row(ids[1]).state == "Waiting: tower pulls 2 at a time"

    run(scenario())


def test_the_side_list_shows_one_kind_and_counts_all(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            pulled = shown.queue.pull(shown.host, MODEL)
            await shown.settled(pulled, JobState.DONE)
            deleted = shown.queue.delete(shown.host, MODEL)
            await shown.settled(deleted, JobState.DONE)
            side = shown.page.side.view
            await until(lambda: side.model().rowCount() == 6)
            spoken = [
                side.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
                for row in range(6)
            ]
            kinds = ["All, 2", "Pulls, 1", "Creates, pushes, 0", "Copies and deletes, 1"]
            assert spoken == [*kinds, "By host", "tower, 2"]
            side.setCurrentIndex(side.model().index(1, 0))
            assert len(shown.rows) == 2
            shown.page.show_only(JobFilter(Kinds.OTHERS))
            assert side.currentIndex().row() == 3
            shown.queue.clear_finished()
            await until(lambda: side.model().rowCount() == 4)

    run(scenario())


def test_a_choice_whose_host_has_no_job_left_gives_way_to_all(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            job_id = shown.queue.pull(shown.host, MODEL)
            await shown.settled(job_id, JobState.DONE)
            await until(lambda: shown.page.side.view.model().rowCount() == 6)
            shown.page.show_only(JobFilter(host_id=shown.host))
            shown.queue.clear_finished()
            await until(lambda: shown.page.table.shown == JobFilter())

    run(scenario())


def test_a_chosen_row_stays_chosen_when_its_job_ends(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths, pace=WATCHED) as shown:
            shown.server.registry.hold(MODEL, 0.4)
            shown.server.registry.hold(OTHER, 0.4)
            first = shown.queue.pull(shown.host, MODEL)
            second = shown.queue.pull(shown.host, OTHER)
            await shown.settled(second, JobState.RUNNING)
            shown.page.show_job(first)
            shown.server.registry.release(MODEL)
            await shown.settled(first, JobState.DONE)
            assert shown.page.table.job(shown.page.view.currentIndex()) == shown.job(first)

    run(scenario())


def test_seconds_pass_on_a_stalled_row(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths, pace=WATCHED) as shown:
            shown.server.registry.hold(MODEL, 0.4)
            job_id = shown.queue.pull(shown.host, MODEL)
            held = pytest.approx(0.4, abs=1e-6)
            await until(lambda: shown.job(job_id).progress.fraction == held)
            shown.clock.advance(15)
            await shown.settled(job_id, JobState.STALLED)
            shown.clock.advance(7)
            wanted = "Stalled for 22 s, restarts by itself in 38 s"
            await until(lambda: shown.row(job_id).state == wanted)
            shown.click(job_id, Action.RESTART)
            await until(lambda: shown.job(job_id).restarts)

    run(scenario())


def test_seconds_pass_on_a_row_that_was_put_off(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            shown.server.faults.busy = True
            job_id = shown.queue.pull(shown.host, MODEL)
            for pause in (1.0, 2.0):
                await until(lambda pause=pause: pause in shown.clock.waits)
                shown.clock.advance(pause)
            await until(lambda: shown.job(job_id).tries == 3)
            await until(lambda: shown.row(job_id).state == "tower is busy, asked again in 4 s")
            shown.clock.advance(1)
            await until(lambda: shown.row(job_id).state == "tower is busy, asked again in 3 s")
            shown.server.faults.clear()
            shown.click(job_id, Action.RESTART)
            await shown.settled(job_id, JobState.DONE)

    run(scenario())


def test_nothing_to_show_says_what_to_do(run, theme: Theme, paths: Paths, qtbot):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            assert not shown.page.view.isVisible()
            job_id = shown.queue.pull(shown.host, MODEL)
            await until(lambda: shown.page.view.isVisible())
            await shown.settled(job_id, JobState.DONE)
            shown.page.show_only(JobFilter(Kinds.OTHERS))
            assert not shown.page.view.isVisible()

    run(scenario())


def test_rows_are_announced_a_few_times_not_once_a_step(
    run, theme: Theme, paths: Paths, qtmodeltester
):
    async def scenario() -> None:
        async with jobs_shown(theme, paths, pace=WATCHED) as shown:
            steps, frames = list[object](), list[object]()
            shown.queue.changed.subscribe(steps.append)
            shown.page.table.dataChanged.connect(lambda *_: frames.append(0))
            job_id = shown.queue.pull(shown.host, OTHER)
            await shown.settled(job_id, JobState.DONE)
            assert len(frames) < len(steps) / 2
            qtmodeltester.check(shown.page.table)
            assert isinstance(shown.page.table.row(shown.page.table.index_of(job_id)), JobRow)

    run(scenario())


def test_a_hidden_page_follows_nothing_until_it_is_seen_again(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            shown.page.hide()
            job_id = shown.queue.pull(shown.host, MODEL)
            await until(lambda: shown.job(job_id).state is JobState.DONE)
            assert shown.rows == []
            shown.page.show()
            assert len(shown.rows) == 2

    run(scenario())


def test_a_row_that_unfolds_makes_room_below_it(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths, pace=WATCHED) as shown:
            shown.server.registry.hold(MODEL, 0.4)
            shown.server.registry.hold(OTHER, 0.4)
            first = shown.queue.pull(shown.host, MODEL)
            second = shown.queue.pull(shown.host, OTHER)
            await shown.settled(second, JobState.RUNNING)
            await until(lambda: shown.row(first).can_fold)
            view, below = shown.page.view, shown.page.table.index_of(second)
            before = view.visualRect(below).top()
            shown.click(first, Action.FOLD)
            await until(lambda: view.visualRect(below).top() > before)

    run(scenario())
