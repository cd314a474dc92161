"""From where an error offers it to what starts this computer's server."""

from desktop.diagnostics.explain import Remedy
from desktop.domain.host import HostState
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.page import LOG
from desktop.ui.remedies import Wish
from desktop.ui.widgets.buttons import Button
from tests.clock import until
from tests.journeys.program_shown import program_shown
from tests.system.local_scene import STOPPED, Computer


def test_a_host_of_this_computer_that_is_down_leads_to_starting_it(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths, around=Computer(STOPPED).around) as shown:
            program, registry = shown.program, shown.services.registry
            shown.services.demo.start()
            await until(program.models.isVisible)
            here = registry.hosts[0]
            await until(lambda: registry.snapshot(here.id).state is HostState.DOWN)
            program.hosts.choose(here.id)
            start = program.models.findChild(Button, "remedySTART_OLLAMA")
            assert start is not None
            await until(start.isVisible)
            start.click()
            await until(lambda: shown.dialog("planDialog") is not None)
            assert program.window.page == "memory"
            plan = shown.dialog("planDialog")
            assert plan is not None
            plan.reject()
            program.window.show_page("models")
            program.for_hosts.remedies.mend(Wish(here.id, Remedy.SHOW_LOG))
            page = program.for_memory.server_page
            assert page is not None
            assert (program.window.page, page.tabs.current) == ("memory", LOG)
            assert page.log.isVisible()

    run(scenario())
