"""The page to begin from, on a computer where Ollama is installed and does not run."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtWidgets import QApplication

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


def test_a_line_that_needs_two_has_room_for_both(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with registry_at(paths) as registry:
            page = FirstRunPage(
                theme, registry, add_host=_nothing, find_hosts=_nothing, explore=_nothing
            )
            page.resize(1200, 900)
            lines = [label for label in page.findChildren(Label) if label.text().endswith(".")]
            for line in lines:
                line.setText(f"{line.text()} {line.text()} {line.text()}")
            page.show()
            await asyncio.sleep(0)
            QApplication.processEvents()
            high = [line for line in lines if line.isVisible()]
            assert len(high) > 2
            assert all(line.height() >= line.heightForWidth(line.width()) for line in high)
            page.close()

    run(scenario())


def _nothing() -> None:
    pass
