"""The steps of the tour, in the order of the main job."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton

from desktop.domain.host import HostId, HostState
from desktop.jobs.job import JobKind, JobState
from desktop.services import DEMO_NAME
from desktop.tour.chat_steps import chatted
from desktop.tour.connection_steps import connection_dialog
from desktop.tour.finding_steps import found_and_explained
from desktop.tour.guide import Guide, StepFailed
from desktop.tour.host_steps import failed_for_a_full_disk, found_hosts, tested_hosts
from desktop.tour.memory_steps import looked_at_memory
from desktop.tour.stage import Stage
from desktop.tour.workshop_steps import made_in_the_workshop
from desktop.ui.hosts.dialog import HostDialog
from desktop.ui.jobs.pull_dialog import PullDialog
from desktop.ui.models.inspector import Part
from desktop.ui.models.naming import NamingDialog
from desktop.ui.models.questions import DeleteQuestion

_CHOSEN = "qwen2.5:14b"
_PULLED = "llama3.2:1b"
_HELD_AT = 0.4


async def walk(guide: Guide, stage: Stage) -> None:
    """Go through every step; StepFailed where one does not show what it should."""
    for step in (
        _first_run,
        _demo_host,
        _second_host,
        _connection,
        _filter,
        _inspect,
        _pull,
        _copy,
        _rename,
        _delete,
        _failures,
        failed_for_a_full_disk,
        tested_hosts,
        found_hosts,
        chatted,
        made_in_the_workshop,
        looked_at_memory,
        _host_down,
        _small_window,
        found_and_explained,
    ):
        await step(guide, stage)


async def _first_run(guide: Guide, stage: Stage) -> None:
    first = stage.services.registry.hosts[0]
    snapshot = stage.services.registry.snapshot
    await guide.until(lambda: snapshot(first.id).state is HostState.DOWN, "the first host is down")
    await guide.until(stage.program.first_run.isVisible, "the first-run page shows")
    await guide.picture("first-run")


async def _demo_host(guide: Guide, stage: Stage) -> None:
    guide.click(guide.find(QPushButton, "firstRunExplore"))
    await guide.until(lambda: len(stage.services.registry.hosts) == 2, "the demo host is added")
    await guide.until(lambda: stage.host(DEMO_NAME).models_known, "its models are listed")
    await guide.until(stage.program.models.isVisible, "the models page shows")
    await guide.picture("models-of-the-demo-host")


async def _second_host(guide: Guide, stage: Stage) -> None:
    stage.program.window.commands.action("host.add").trigger()
    dialog = await guide.dialog(HostDialog, "hostDialog")
    guide.write(dialog.address, "http://me:secret@tower")
    dialog.primary.click()
    await guide.picture("add-a-host-refuses-a-password", dialog)
    guide.write(dialog.address, stage.tower.address.authority)
    guide.write(dialog.name, "tower")
    await guide.picture("add-a-host", dialog)
    dialog.primary.click()
    await guide.closed(dialog)
    await guide.until(lambda: stage.host("tower").models_known, "tower lists its models")
    stage.program.hosts.choose(HostId(""))
    guide.click_row(stage.program.models.table, stage.row("tower", _CHOSEN))
    await guide.until(stage.program.models.inspector.isVisible, "the inspector shows")
    fits, tower = stage.services.memory.fits, stage.host("tower").id

    def judged() -> bool:
        load = fits.usual_load(tower, _CHOSEN)
        return fits.installed(tower, _CHOSEN, load).fit is not None

    await guide.until(judged, "it is known whether the model fits")
    await guide.picture("models-of-all-hosts")


async def _connection(guide: Guide, stage: Stage) -> None:
    await connection_dialog(guide, stage.program, stage.host("tower").id)


async def _filter(guide: Guide, stage: Stage) -> None:
    models = stage.program.models
    stage.program.window.commands.action("filter").trigger()
    guide.write(models.toolbar.search, "qwen tower")
    await guide.until(lambda: 0 < len(models.models.rows) < 6, "the filter leaves a few models")
    await guide.picture("filter-by-words")
    guide.write(models.toolbar.search, "qwen vision")
    await guide.until(lambda: not models.models.rows, "the filter leaves no model")
    await guide.picture("filter-hides-everything")
    guide.press(models.toolbar.search, Qt.Key.Key_Escape)
    await guide.until(lambda: len(models.models.rows) > 6, "all models are back")


async def _inspect(guide: Guide, stage: Stage) -> None:
    models = stage.program.models
    guide.click_row(models.table, stage.row(DEMO_NAME, "storyteller:latest"))
    for part, name in (
        (Part.PARAMETERS, "inspect-parameters"),
        (Part.SYSTEM, "inspect-system-prompt"),
        (Part.METADATA, "inspect-metadata"),
        (Part.MODELFILE, "inspect-modelfile"),
    ):
        models.inspector.tabs.choose(part)
        await guide.until(lambda: models.inspector.has_card, f"the card for {name} comes")
        await guide.picture(name)
    models.inspector.tabs.choose(Part.OVERVIEW)


async def _pull(guide: Guide, stage: Stage) -> None:
    server = stage.services.demo.server
    if server is None:
        raise StepFailed("the demo host has no server")
    server.registry.hold(_PULLED, _HELD_AT)
    guide.click(stage.program.models.toolbar.pull)
    dialog = await guide.dialog(PullDialog, "pullDialog")
    guide.write(dialog.field, "llama 3.2")
    await guide.picture("pull-a-name-that-is-none", dialog)
    guide.write(dialog.field, f"ollama run {_PULLED}")
    targets = guide.find(QListView, "pullTargets", dialog)
    guide.press_row(targets, DEMO_NAME)
    await guide.picture("pull-a-pasted-line", dialog)
    guide.click(dialog.primary)
    await guide.closed(dialog)
    await guide.until(lambda: _fraction(stage) >= _HELD_AT - 0.001, "40 % have come")
    stage.program.for_jobs.page.table.toggle_fold(stage.last_job().id)
    await guide.picture("pull-at-40-percent")
    server.registry.speed = 2e9
    server.registry.release(_PULLED)
    await guide.until(lambda: stage.last_job().state is JobState.DONE, "the pull is done")
    await guide.picture("pull-done")
    stage.program.window.show_page("models")
    await guide.until(lambda: stage.has_model(DEMO_NAME, _PULLED), "the pulled model is listed")


async def _copy(guide: Guide, stage: Stage) -> None:
    models = stage.program.models
    guide.click_row(models.table, stage.row(DEMO_NAME, _PULLED))
    models.actions_on_models.copy.trigger()
    dialog = await guide.dialog(NamingDialog, "namingDialog")
    guide.write(dialog.name, "my-small-llama")
    await guide.picture("copy", dialog)
    guide.click(dialog.primary)
    await guide.closed(dialog)
    await guide.until(lambda: stage.has_model(DEMO_NAME, "my-small-llama:latest"), "the copy shows")
    guide.click_row(models.table, stage.row(DEMO_NAME, "my-small-llama:latest"))
    await guide.picture("copied")


async def _rename(guide: Guide, stage: Stage) -> None:
    models = stage.program.models
    models.actions_on_models.rename.trigger()
    dialog = await guide.dialog(NamingDialog, "namingDialog")
    guide.write(dialog.name, "My-Small-Llama")
    await guide.picture("rename-to-the-same-name-is-refused", dialog)
    guide.write(dialog.name, "pocket-llama:v1")
    guide.click(dialog.primary)
    await guide.closed(dialog)
    await guide.until(
        lambda: (
            stage.has_model(DEMO_NAME, "pocket-llama:v1")
            and not stage.has_model(DEMO_NAME, "my-small-llama:latest")
        ),
        "the new name stands alone",
    )


async def _delete(guide: Guide, stage: Stage) -> None:
    models = stage.program.models
    guide.click_row(models.table, stage.row(DEMO_NAME, "llama3.2:3b"))
    guide.click_row(models.table, stage.row(DEMO_NAME, _PULLED), add=True)
    models.actions_on_models.delete.trigger()
    question = await guide.dialog(DeleteQuestion, "deleteQuestion")
    await guide.picture("delete-asks-and-says-what-is-freed", question)
    guide.click(question.primary)
    await guide.closed(question)
    await guide.until(lambda: not stage.has_model(DEMO_NAME, "llama3.2:3b"), "it is deleted")
    await guide.picture("deleted")


async def _failures(guide: Guide, stage: Stage) -> None:
    server = stage.services.demo.server
    if server is None:
        raise StepFailed("the demo host has no server")
    host = stage.host(DEMO_NAME).id
    jobs = stage.services.jobs
    settings = stage.services.settings
    settings.update(replace(settings.settings, pulls_per_host=1))
    server.registry.speed, stage.tower.registry.speed = 45e6, 400e6
    jobs.pull(host, "no-such-model")
    await guide.until(lambda: stage.last_job().state is JobState.FAILED, "the pull fails")
    jobs.pull(host, "qwen2.5:0.5b")
    jobs.pull(host, "qwen3:8b")
    jobs.pull(stage.host("tower").id, "mistral:7b")
    stage.program.window.show_page("jobs")
    await guide.until(lambda: len(stage.running()) == 2, "two pulls run")
    await guide.until(lambda: all(job.speed for job in stage.running()), "their speed is known")
    await guide.picture("jobs-of-every-kind")
    for job in jobs.jobs:
        jobs.cancel(job.id)
    await guide.until(lambda: not stage.running(), "the pulls are cancelled")
    await guide.picture("jobs-cancelled")


async def _host_down(guide: Guide, stage: Stage) -> None:
    await stage.tower.stop()
    stage.program.window.show_page("models")
    stage.program.window.commands.action("refresh").trigger()
    await guide.until(lambda: stage.host("tower").state is HostState.DOWN, "tower is down")
    stage.program.hosts.choose(stage.host("tower").id)
    await guide.picture("a-host-that-is-down")


async def _small_window(guide: Guide, stage: Stage) -> None:
    stage.program.hosts.choose(HostId(""))
    guide.resize(1000, 680)
    await guide.picture("models-in-a-small-window")
    guide.resize(1440, 900)


def _fraction(stage: Stage) -> float:
    job = stage.last_job()
    return (job.progress.fraction or 0.0) if job.kind is JobKind.PULL else 0.0
