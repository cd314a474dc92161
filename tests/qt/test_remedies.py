from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop.diagnostics.causes import CAUSES
from desktop.diagnostics.explain import Code, Explanation, Remedy
from desktop.diagnostics.fixes import FIXES, Place
from desktop.diagnostics.report import Report, ReportFile
from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import ProxyMode
from desktop.hosts.registry import HostRegistry
from desktop.ollama.clients import Clients
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.fix_dialog import FixDialog
from desktop.ui.remedies import Remedies, RemedyDoors, Wish
from desktop.ui.report_dialog import ReportDialog, ReportDoors
from desktop.ui.widgets.code_tabs import CodeTabs
from desktop.ui.wording_remedies import OFFERED
from tests.clock import until


@dataclass
class Mended:
    registry: HostRegistry
    remedies: Remedies
    host_id: HostId
    done: list[tuple[object, ...]] = field(default_factory=list)

    def mend(self, remedy: Remedy, code: Code = Code.UNKNOWN, **facts: str) -> None:
        said = Explanation(code, facts, (remedy,), "")
        self.remedies.mend(Wish(self.host_id, remedy, said, "llama3.2:1b"))

    @property
    def host(self) -> Host:
        return self.registry.snapshot(self.host_id).host


@asynccontextmanager
async def mending(theme: Theme, paths: Paths) -> AsyncGenerator[Mended]:
    settings = SettingsFile(paths.settings_file, pause=0)
    window, done = QWidget(), list[tuple[object, ...]]()

    def note(name: str):
        return lambda *given: done.append((name, *given))

    doors = RemedyDoors(
        edit=note("edit"),
        pull=note("pull"),
        test=note("test"),
        test_quietly=note("test_quietly"),
        find_hosts=note("find"),
        tidy_up=note("largest"),
        place_of=lambda host: Place(host.address.port),
        save_report=note("report"),
        start_here=note("start"),
        show_log=note("log"),
        say=note("say"),
    )
    try:
        async with Clients() as clients, HostRegistry(settings, clients) as registry:
            host_id = registry.add(parse_address("127.0.0.1:9"), "tower")
            remedies = Remedies(theme, registry, doors, window)
            yield Mended(registry, remedies, host_id, done)
    finally:
        settings.close()
        window.deleteLater()


def top(kind: type[QWidget]) -> QWidget | None:
    tops = QApplication.topLevelWidgets()
    return next((one for one in tops if isinstance(one, kind) and one.isVisible()), None)


def test_bypassing_the_proxy_is_kept_and_tested(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with mending(theme, paths) as mended:
            mended.mend(Remedy.BYPASS_PROXY)
            assert mended.host.connection.proxy.mode is ProxyMode.DIRECT
            assert ("test_quietly", mended.host_id) in mended.done

    run(scenario())


def test_switching_the_scheme_keeps_host_and_port(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with mending(theme, paths) as mended:
            mended.mend(Remedy.SWITCH_SCHEME)
            assert mended.host.address.url == "https://127.0.0.1:9"
            mended.mend(Remedy.SWITCH_SCHEME)
            assert mended.host.address.url == "http://127.0.0.1:9"

    run(scenario())


def test_a_scheme_that_another_host_has_is_left_alone(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with mending(theme, paths) as mended:
            mended.registry.add(parse_address("https://127.0.0.1:9"), "other")
            mended.mend(Remedy.SWITCH_SCHEME)
            assert mended.host.address.scheme == "http"
            assert "other" in str(mended.done[-1])

    run(scenario())


@pytest.mark.parametrize(
    ("remedy", "door"),
    [
        (Remedy.EDIT_ADDRESS, "edit"),
        (Remedy.PROXY_SETTINGS, "edit"),
        (Remedy.TRUST_CERTIFICATE, "edit"),
        (Remedy.ADD_CA, "edit"),
        (Remedy.SIGN_IN, "edit"),
        (Remedy.TEST_CONNECTION, "test"),
        (Remedy.FIND_HOSTS, "find"),
        (Remedy.FREE_SPACE, "largest"),
        (Remedy.REPORT, "report"),
    ],
)
def test_a_remedy_opens_where_it_is_done(
    run, theme: Theme, paths: Paths, remedy: Remedy, door: str
):
    async def scenario() -> None:
        async with mending(theme, paths) as mended:
            mended.mend(remedy)
            assert [done[0] for done in mended.done] == [door]

    run(scenario())


def test_the_model_to_pull_is_the_one_that_the_server_named(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with mending(theme, paths) as mended:
            mended.mend(Remedy.PULL_MODEL)
            mended.mend(Remedy.PULL_MODEL, model="qwen2.5:14b")
            pulled = [done[1] for done in mended.done]
            assert pulled == ["llama3.2:1b", "qwen2.5:14b"]

    run(scenario())


def test_a_host_that_was_removed_meanwhile_is_not_mended(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with mending(theme, paths) as mended:
            mended.registry.remove(mended.host_id)
            for remedy in OFFERED:
                mended.mend(remedy)
            assert mended.done == []

    run(scenario())


def test_the_fix_for_the_server_can_be_copied_for_each_system(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with mending(theme, paths) as mended:
            mended.mend(Remedy.COPY_FIX, Code.LISTENS_LOCALLY)
            dialog = top(FixDialog)
            assert dialog is not None
            tabs = dialog.findChild(CodeTabs)
            assert tabs is not None
            copied = set[str]()
            for place in range(3):
                tabs.tabs.choose(place)
                tabs.copy.click()
                copied.add(QGuiApplication.clipboard().text())
            assert len(copied) == 3
            assert all("OLLAMA_HOST" in text and ":9" in text for text in copied)
            dialog.close()

    run(scenario())


def test_every_cause_whose_fix_can_be_copied_has_one() -> None:
    offering = {cause.code for cause in CAUSES if Remedy.COPY_FIX in cause.remedies}
    assert offering <= FIXES.keys()


def test_a_report_is_shown_before_it_is_saved(run, theme: Theme, tmp_path: Path):
    async def gather() -> Report:
        return Report((ReportFile("versions.txt", "Paddock 1"), ReportFile("log", "a\nb")))

    async def scenario() -> None:
        said: list[str] = []
        dialog = ReportDialog(theme, ReportDoors(gather, said.append))
        dialog.open()
        assert not dialog.primary.isEnabled()
        await until(dialog.primary.isEnabled)
        assert dialog.text.toPlainText() == "Paddock 1"
        assert dialog.tabs is not None
        dialog.tabs.chosen.emit(1)
        assert dialog.text.toPlainText() == "a\nb"
        dialog.save(str(tmp_path / "missing" / "report.zip"))
        await until(lambda: "folder" in dialog.fact.text())
        dialog.save(str(tmp_path / "report.zip"))
        await until(lambda: bool(said))
        assert (tmp_path / "report.zip").stat().st_size > 0

    run(scenario())
