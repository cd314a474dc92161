"""The tour's steps about memory: what is loaded, what fits, the local server, tidying up."""

from dataclasses import replace

from PySide6.QtWidgets import QPushButton

from desktop.domain.host import HostState
from desktop.domain.memory import Verdict
from desktop.domain.memory_source import MemorySource, Telling
from desktop.domain.tellers import Place, Teller
from desktop.memory.sharing import Frees
from desktop.memory.snapshot import FitAnswer, Missing
from desktop.services import DEMO_NAME
from desktop.system.local_snapshot import Deed
from desktop.tour.guide import Guide, StepFailed
from desktop.tour.stage import Stage
from desktop.tour.stand_in import CAN_RUN
from desktop.ui.local_server.page import ENVIRONMENT, LOG, SERVER, LocalServerPage
from desktop.ui.local_server.plan_dialog import PlanDialog
from desktop.ui.memory.load_dialog import LoadDialog
from desktop.ui.memory.side.side import MemorySide
from desktop.ui.memory.sources_dialog import SourcesDialog

_HISTORY = 140
"""Readings of this computer that fill its charts."""
_LOG_LINES = 6
_SMALL = "gemma3:4b"
_BESIDE, _TOO_LARGE = "qwen2.5:14b", ("deepseek-r1:32b", "10m", 32768)
"""What tower has loaded: a model, and one whose context its card cannot hold."""
_VERDICTS = (
    ("qwen2.5:14b", 16384, Verdict.ROOMY),
    ("deepseek-r1:32b", 4096, Verdict.TIGHT),
    ("deepseek-r1:32b", 32768, Verdict.PARTLY),
    ("llama3.3:70b", 131072, Verdict.NO),
)
"""On tower, with its 24 GB card and 64 GB of RAM."""


async def looked_at_memory(guide: Guide, stage: Stage) -> None:
    """Go through the memory page and the two that are opened from it."""
    attic = stage.services.registry.add(stage.attic.address, "attic")
    _tell_of_memory(stage)
    await _loaded(guide, stage)
    window, page = stage.program.window, stage.program.for_memory.page
    stage.clock.hurry()
    window.show_page("memory")
    page.show_side()
    computers = stage.services.memory.computers
    await guide.until(lambda: len(computers.here.history) > _HISTORY, "five minutes have passed")
    await guide.picture("memory")
    await _verdicts(guide, stage)
    await _dialogs(guide, stage)
    if CAN_RUN:
        await _local_server(guide, stage)
        await _tidied_up(guide, stage)
        await _stopped(guide, stage)
    stage.services.registry.remove(attic)
    page.show_side()
    window.show_page("models")


def _tell_of_memory(stage: Stage) -> None:
    """Switch on what tells of tower's memory, and nothing that answers for the other host."""
    registry = stage.services.registry
    places = (Place(Teller.NODE), Place(Teller.DCGM))
    for host in registry.hosts:
        if host.is_here and host is not registry.hosts[0]:
            registry.keep(host.id, memory=MemorySource(Telling.EXPORTERS, places))


async def _loaded(guide: Guide, stage: Stage) -> None:
    """Have models loaded on two hosts, one of them too large for its card."""
    registry, tower, demo = stage.services.registry, stage.host("tower").id, stage.host(DEMO_NAME)
    for loaded in stage.host("tower").loaded:
        if loaded.name != _BESIDE:
            registry.unload(tower, loaded.name)
    await guide.until(lambda: len(stage.host("tower").loaded) == 1, "tower has room")
    registry.load(tower, *_TOO_LARGE)
    registry.load(demo.id, _SMALL)
    stage.services.memory.pins.pin(demo.id, _SMALL)
    await guide.until(lambda: len(stage.host("tower").loaded) > 1, "two models are loaded")
    await guide.until(lambda: bool(stage.host(DEMO_NAME).loaded), "another host has one as well")


async def _verdicts(guide: Guide, stage: Stage) -> None:
    fits, tower, side = stage.services.memory.fits, stage.host("tower").id, _side(stage)
    for model, context, verdict in _VERDICTS:

        def answer(model: str = model, context: int = context) -> FitAnswer:
            load = replace(fits.usual_load(tower, model), context=context)
            return fits.installed(tower, model, load)

        side.judge(tower, model, context)
        await guide.until(lambda: answer().missing is not Missing.ASKING, f"{model} is measured")
        found = answer().fit
        if found is None or found.verdict is not verdict:
            raise StepFailed(f"{model} with {context} is not {verdict.name}: {found}")
        await guide.picture(f"memory-{verdict.name.lower()}")
    silent = stage.host("attic").id
    side.judge(silent, "llama3.2:3b")
    await guide.until(
        lambda: stage.services.memory.computers.memory(silent).problem is not None,
        "nobody tells of its memory",
    )
    await guide.picture("memory-unknown")


async def _dialogs(guide: Guide, stage: Stage) -> None:
    tower = stage.host("tower").id
    stage.program.for_memory.page.load_a_model(tower)
    loading = await guide.dialog(LoadDialog, "loadDialog")
    await guide.picture("load-a-model", loading)
    loading.reject()
    await guide.closed(loading)
    stage.program.for_memory.ask_for_sources(tower)
    sources = await guide.dialog(SourcesDialog, "sourcesDialog")
    sources.try_button.click()
    await guide.picture("who-tells-of-memory", sources)
    sources.reject()
    await guide.closed(sources)


async def _local_server(guide: Guide, stage: Stage) -> None:
    local = stage.services.memory.local
    stage.program.for_memory.show_local_server()
    page = _server_page(stage)
    await guide.until(lambda: local.state is not None, "this computer's server is looked for")
    await guide.picture("the-local-server-does-not-run")
    values = {"OLLAMA_MODELS": str(stage.stand_in.models), "OLLAMA_KEEP_ALIVE": "10m"}
    local.carry_out(local.plan_environment(values))
    await guide.until(lambda: bool(local.snapshot.wishes.environment), "its environment is kept")
    page.ask(Deed.START)
    plan = await guide.dialog(PlanDialog, "planDialog")
    await guide.picture("what-starting-does-is-shown-first", plan)
    plan.primary.click()
    await guide.closed(plan)
    await guide.until(lambda: local.snapshot.is_own and local.snapshot.deed is None, "it runs")
    await guide.picture("the-local-server-runs")
    page.tabs.choose(LOG)
    lines = page.log.list
    await guide.until(lambda: lines.model().rowCount() > _LOG_LINES, "its log is read")
    for row in range(lines.model().rowCount()):
        if "more system memory" in str(lines.model().index(row, 0).data()):
            guide.click_row(lines, lines.model().index(row, 0))
    await guide.picture("a-line-of-the-log-is-explained")
    page.tabs.choose(ENVIRONMENT)
    page.show_variable("OLLAMA_HOST")
    field = page.environment.fields["OLLAMA_HOST"].field
    guide.write(field, "0.0.0.0:11434")
    await guide.picture("what-the-server-is-started-with")


async def _tidied_up(guide: Guide, stage: Stage) -> None:
    tidying = stage.services.memory.tidying
    stage.program.for_memory.tidy_up(stage.host("tower").id)
    await guide.until(lambda: tidying.snapshot.leftovers is not None, "leftovers are looked for")
    page = stage.program.for_memory.tidy_page
    if page is None:
        raise StepFailed("there is no page to tidy up")
    rows = page.models.models

    def is_known() -> bool:
        return all(row.freeing and row.freeing.frees is not Frees.UNKNOWN for row in rows.rows)

    await guide.until(is_known, "it is known what deleting frees")
    guide.click(guide.find(QPushButton, "verifyFiles"))

    def is_checked() -> bool:
        check = tidying.snapshot.check
        return check is not None and check.is_whole

    await guide.until(is_checked, "every file is checked")
    await guide.picture("tidy-up")


async def _stopped(guide: Guide, stage: Stage) -> None:
    local = stage.services.memory.local
    stage.program.for_memory.show_local_server()
    page = _server_page(stage)
    page.tabs.choose(SERVER)
    page.ask(Deed.STOP)
    plan = await guide.dialog(PlanDialog, "planDialog")
    plan.primary.click()
    await guide.closed(plan)
    await guide.until(lambda: not local.snapshot.is_own, "it has ended")
    first = stage.services.registry.hosts[0].id
    await guide.until(
        lambda: stage.services.registry.snapshot(first).state is HostState.DOWN, "its host is down"
    )


def _server_page(stage: Stage) -> LocalServerPage:
    page = stage.program.for_memory.server_page
    if page is None:
        raise StepFailed("there is no page of the local server")
    return page


def _side(stage: Stage) -> MemorySide:
    side = stage.program.for_memory.page.side_place.content
    if not isinstance(side, MemorySide):
        raise StepFailed("the memory page has no panel")
    return side
