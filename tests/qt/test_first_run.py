"""The page to begin from, on a computer where Ollama is installed and does not run."""

from types import SimpleNamespace
from typing import Any, cast

from desktop.domain.address import parse_address
from desktop.domain.host import HostState
from desktop.runtime.event import Event
from desktop.storage.paths import Paths
from desktop.system.local_ollama import LocalOllama
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.first_run import FirstRunPage, OllamaHere
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from tests.clock import until
from tests.qt.test_hosts_dialog import registry_at


class _Local:
    """Stands in for the Ollama of this computer."""

    def __init__(self) -> None:
        self.changed = Event[None]()
        self.state: Any = None
        self.looks = 0

    def refresh(self) -> None:
        self.looks += 1


def test_starting_it_comes_first_where_it_is_installed_and_does_not_run(
    run, theme: Theme, paths: Paths
):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            host_id = registry.add(parse_address("127.0.0.1:9"))
            local, done = _Local(), list[str]()
            here = OllamaHere(cast("LocalOllama", local), lambda: done.append("start"), done.append)
            page = FirstRunPage(
                theme,
                registry,
                add_host=lambda: None,
                find_hosts=lambda: None,
                explore=lambda: None,
                here=here,
            )
            page.show()
            await until(lambda: registry.snapshot(host_id).state is HostState.DOWN)
            start, check = (
                page.findChild(Button, name) for name in ("firstRunStart", "firstRunCheck")
            )
            assert start is not None
            assert check is not None
            assert local.looks == 1
            assert not start.isVisible()
            local.state = SimpleNamespace(is_found=True, is_running=False)
            local.changed.emit(None)
            assert start.isVisible()
            shown = " ".join(label.text() for label in page.findChildren(Label))
            assert "Ollama is installed here, but it does not run." in shown
            start.click()
            check.click()
            assert done == ["start", host_id]
            page.deleteLater()

    run(scenario())
