from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.address import parse_address
from desktop.hosts.registry import HostRegistry
from desktop.ollama.clients import Clients
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.import_dialog import ImportDialog
from desktop.ui.hosts.sharing import HostSharing


@dataclass
class Shared:
    registry: HostRegistry
    sharing: HostSharing
    said: list[str]

    @property
    def dialog(self) -> ImportDialog:
        tops = QApplication.topLevelWidgets()
        return next(top for top in tops if isinstance(top, ImportDialog) and top.isVisible())


@asynccontextmanager
async def sharing(theme: Theme, paths: Paths) -> AsyncGenerator[Shared]:
    settings = SettingsFile(paths.settings_file, pause=0)
    window, said = QWidget(), list[str]()
    try:
        async with Clients() as clients, HostRegistry(settings, clients) as registry:
            yield Shared(registry, HostSharing(theme, registry, said.append, window), said)
    finally:
        settings.close()
        window.deleteLater()


def test_an_exported_list_can_be_imported_again(run, theme: Theme, paths: Paths, tmp_path: Path):
    async def scenario() -> None:
        file = str(tmp_path / "hosts.json")
        async with sharing(theme, paths) as shared:
            tower = shared.registry.add(parse_address("127.0.0.1:9"), "tower")
            shared.registry.add(parse_address("127.0.0.1:10"), "nas")
            shared.sharing.write(file)
            shared.registry.remove(tower)
            shared.sharing.read(file)
            dialog = shared.dialog
            assert [box.text() for box in dialog.ticks.boxes] == ["tower"]
            dialog.primary.click()
            assert [host.label for host in shared.registry.hosts] == ["nas", "tower"]

    run(scenario())


def test_a_list_that_holds_nothing_new_says_so(run, theme: Theme, paths: Paths, tmp_path: Path):
    async def scenario() -> None:
        file = str(tmp_path / "hosts.json")
        async with sharing(theme, paths) as shared:
            shared.registry.add(parse_address("127.0.0.1:9"), "tower")
            shared.sharing.write(file)
            shared.sharing.read(file)
            assert "already" in shared.said[-1]

    run(scenario())


def test_a_file_that_is_no_list_is_said_in_words(run, theme: Theme, paths: Paths, tmp_path: Path):
    async def scenario() -> None:
        async with sharing(theme, paths) as shared:
            for content in (b"\xff\xfe", b"", b"[]", b'{"format": "paddock hosts", "version": 9}'):
                file = tmp_path / "hosts.json"
                file.write_bytes(content)
                shared.sharing.read(str(file))
            shared.sharing.read(str(tmp_path / "missing.json"))
            assert len(shared.said) == 5
            assert "newer" in shared.said[3]

    run(scenario())


def test_a_folder_that_cannot_be_written_is_said(run, theme: Theme, paths: Paths, tmp_path: Path):
    async def scenario() -> None:
        async with sharing(theme, paths) as shared:
            shared.sharing.write(str(tmp_path / "missing" / "hosts.json"))
            assert "cannot be written" in shared.said[-1]

    run(scenario())
