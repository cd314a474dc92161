"""The jobs page while models are made and pushed on the stand-in."""

from PySide6.QtWidgets import QApplication

from desktop.domain.creation import Creation
from desktop.domain.recipe import Recipe
from desktop.jobs.job import JobState
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.insecure_push import InsecurePush
from desktop.ui.jobs.view import Action
from tests.clock import until
from tests.making import MB, creation_of, weights
from tests.qt.jobs_window import jobs_shown

SEA = "llama3.2:3b"


def test_an_upload_is_seen_unfolded_and_cancelled(run, theme: Theme, paths: Paths, tmp_path):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            shown.server.faults.upload_stops_at = MB
            job_id = shown.queue.create(shown.host, creation_of(weights(tmp_path, 12 * MB)))
            row = "Create mine: Uploading tiny.gguf"
            await until(lambda: shown.rows == ["RUNNING 1", row])
            await until(lambda: (shown.row(job_id).fraction or 0) > 0)
            shown.click(job_id, Action.FOLD)
            assert [layer.name for layer in shown.row(job_id).layers] == ["tiny.gguf"]
            shown.page.view.grab()
            shown.click(job_id, Action.CANCEL)
            await shown.settled(job_id, JobState.CANCELLED)
            assert "sends those that are missing" in shown.row(job_id).state
            shown.server.faults.clear()
            shown.click(job_id, Action.RETRY)
            await shown.settled(job_id, JobState.DONE)

    run(scenario())


def test_what_was_made_is_handed_on(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            told: list[object] = []
            page = shown.page
            page.chat_wanted.connect(lambda host, model: told.append(("chat", host, model)))
            page.inspect_wanted.connect(lambda host, model: told.append(("look", host, model)))
            page.create_elsewhere_wanted.connect(told.append)
            creation = Creation("pirate", Recipe(system="Arr."), SEA)
            job_id = shown.queue.create(shown.host, creation)
            await shown.settled(job_id, JobState.DONE)
            for action in (Action.CHAT, Action.INSPECT, Action.CREATE_ELSEWHERE):
                shown.click(job_id, action)
            job = shown.job(job_id)
            host = shown.host
            assert told == [("chat", host, "pirate"), ("look", host, "pirate"), job]
            menu = page.view.menu_for(shown.row(job_id))
            labels = [action.text() for action in menu.actions() if action.text()]
            assert labels[:3] == ["Chat with it", "Inspect", "Create elsewhere"]
            menu.deleteLater()

    run(scenario())


def test_a_refused_create_leads_to_the_workshop(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            told: list[object] = []
            shown.page.workshop_wanted.connect(told.append)
            job_id = shown.queue.create(shown.host, Creation("small", base=SEA, quantize="Q8_0"))
            await shown.settled(job_id, JobState.FAILED)
            shown.click(job_id, Action.OPEN_WORKSHOP)
            assert told == [shown.job(job_id)]

    run(scenario())


def test_a_push_goes_without_encryption_after_a_question(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with jobs_shown(theme, paths) as shown:
            copied = shown.queue.copy(shown.host, SEA, "me/mine")
            await shown.settled(copied, JobState.DONE)
            shown.server.faults.registry_error = "insecure protocol http"
            job_id = shown.queue.push(shown.host, "me/mine")
            await shown.settled(job_id, JobState.FAILED)
            shown.server.faults.clear()
            shown.click(job_id, Action.PUSH_INSECURELY)
            await until(lambda: isinstance(QApplication.activeModalWidget(), InsecurePush))
            question = QApplication.activeModalWidget()
            assert isinstance(question, InsecurePush)
            question.primary.click()
            await shown.settled(job_id, JobState.DONE)
            assert shown.job(job_id).is_insecure

    run(scenario())
