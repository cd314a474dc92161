"""The workshop page over real services: two demo hosts, or none that answers."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from desktop.domain.conversation import Target
from desktop.domain.host import HostId
from desktop.services import Outside, Services
from desktop.services_opening import open_services
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.workshop.page import WorkshopPage
from desktop.ui.workshop.services import WorkshopDoors, WorkshopServices
from desktop.workshop.draft import Draft
from tests.clock import until

NOBODY = "127.0.0.1:9"
TWO_PROBLEMS = """\
# Reviews an HTTP API description
FROM llama3.2:3b

PARAMETER temperature 0.2
PARAMETER num_ctx "abc"
PARAMETER mirostat 1

SYSTEM You review HTTP APIs.
"""


@dataclass
class Heard:
    """What the page asked of the window."""

    said: list[str] = field(default_factory=list)
    chats: list[Target] = field(default_factory=list)
    inspected: list[tuple[HostId, str]] = field(default_factory=list)


@dataclass
class Scene:
    page: WorkshopPage
    services: Services
    heard: Heard

    @property
    def said(self) -> list[str]:
        return self.heard.said

    @property
    def draft(self) -> Draft:
        draft = self.page.conduct.draft
        assert draft is not None
        return draft

    @property
    def text(self) -> str:
        editor = self.page.bench.editors.current
        assert editor is not None
        return editor.text()

    def write(self, text: str) -> None:
        """Replace the text as one who types does, and let it be read."""
        editor = self.page.bench.editors.current
        assert editor is not None
        editor.apply(text)
        self.page.conduct.study.flush()

    def problems(self) -> list[str]:
        return [row.words for row in self.page.bench.problems.rows]

    async def opened(self, path: Path) -> None:
        """Open a file, and wait until it is shown."""
        self.page.opening.open_paths([path])
        await until(lambda: (d := self.page.conduct.draft) is not None and d.path == path)


@asynccontextmanager
async def workshop(theme: Theme, folder: Path, hosts: int = 0) -> AsyncGenerator[Scene, None]:
    settings = SettingsFile(folder / "settings.json", pause=0)
    async with AsyncExitStack() as stack:
        stack.callback(settings.close)
        servers = [await stack.enter_async_context(DemoServer(pace=AT_ONCE)) for _ in range(hosts)]
        first = servers[0].address.authority if servers else NOBODY
        outside = Outside(ollama_host=first, here="tower")
        paths = Paths(folder / "settings", folder / "data", folder / "logs")
        opened = open_services(settings, outside, paths)
        services = await stack.enter_async_context(opened)
        for place, server in enumerate(servers[1:]):
            services.registry.add(server.address, f"studio-{place}")
        if servers:
            await until(lambda: all(one.models_known for one in services.registry.snapshots))
        heard = Heard()
        scene = Scene(_page(theme, services, heard), services, heard)
        scene.page.resize(1200, 800)
        scene.page.show()
        scene.page.activateWindow()
        try:
            yield scene
        finally:
            scene.page.close()
            scene.page.deleteLater()


def dialog(name: str) -> Dialog | None:
    """Return the visible dialog of that name."""
    tops = QApplication.topLevelWidgets()
    shown = (w for w in tops if isinstance(w, Dialog) and w.isVisible())
    return next((w for w in shown if w.objectName() == name), None)


async def asked(name: str) -> Dialog:
    """Wait for a dialog of that name."""
    await until(lambda: dialog(name) is not None)
    found = dialog(name)
    assert found is not None
    return found


def _page(theme: Theme, services: Services, heard: Heard) -> WorkshopPage:
    def say(text: str, _action: str, _do: Callable[[], None] | None) -> None:
        heard.said.append(text)

    asked_of = WorkshopServices(
        services.drafts,
        services.prompts,
        services.registry,
        services.jobs,
        services.settings,
        lambda: datetime.now(UTC),
    )
    doors = WorkshopDoors(
        say=say,
        chat=heard.chats.append,
        inspect=lambda host_id, model: heard.inspected.append((host_id, model)),
        show_jobs=lambda: None,
        show=lambda: None,
        pull=lambda: None,
        reveal=lambda _: None,
    )
    return WorkshopPage(theme, asked_of, doors)
