import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.connection import Tunnel
from desktop.domain.host import Host, HostId
from desktop.domain.memory_source import Entered, MemorySource, Telling
from desktop.domain.tellers import MetricNames, NodeNames, Place, Teller
from desktop.memory.readers import far_reader
from desktop.storage.settings import Settings, SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.sources_dialog import SourcesDialog, SourcesServices, open_sources
from desktop.ui.memory.sources_dialog_size import parse_size, size_text
from tests.clock import until
from tests.qt.memory_side_scene import GB, TOWER, Hosts, host

GIB = 1024**3
NOTHING = MemorySource()
NODE = b"""\
node_memory_MemTotal_bytes 6.4e+10
node_memory_MemAvailable_bytes 4e+10
node_cpu_seconds_total{cpu="0",mode="idle"} 10
"""


class KeptSettings:
    def __init__(self) -> None:
        self.settings = Settings()
        self.updates = 0

    def update(self, settings: Settings) -> None:
        self.settings = settings
        self.updates += 1


class Scene:
    def __init__(self, theme: Theme, memory: MemorySource, address: str = "127.0.0.2") -> None:
        tower = host("tower", address)
        tower = replace(tower, host=replace(tower.host, memory=memory))
        self.hosts, self.settings = Hosts(tower), KeptSettings()
        services = self.services(has_ssh=True)
        self.read: list[tuple[Host, MetricNames]] = []
        self.ssh: tuple[str, ...] = ("ssh-that-is-not-there",)
        self.dialog = SourcesDialog(theme, tower.host, services)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialog.show()
        self.dialog.activateWindow()

    def services(self, *, has_ssh: bool) -> SourcesServices:
        settings = cast("SettingsFile", self.settings)
        return SourcesServices(self.hosts.registry, settings, self.reader, has_ssh)

    def reader(self, asked: Host, names: MetricNames):
        self.read.append((asked, names))
        return far_reader(asked, names, self.ssh)

    @property
    def kept(self) -> MemorySource:
        ((host_id, what),) = self.hosts.kept
        assert host_id == TOWER
        memory = what["memory"]
        assert isinstance(memory, MemorySource)
        return memory

    @property
    def said(self) -> str:
        result = self.dialog.attempt.result
        return "" if result.isHidden() else result.accessibleName()

    async def tried(self) -> str:
        self.dialog.try_button.click()
        await until(lambda: bool(self.said), timeout=8)
        return self.said


@pytest.fixture
def opened(theme: Theme):
    scenes: list[Scene] = []

    def open_(memory: MemorySource = NOTHING, address: str = "127.0.0.2") -> Scene:
        scenes.append(Scene(theme, memory, address))
        return scenes[-1]

    yield open_
    for scene in scenes:
        scene.dialog.close()
        scene.dialog.deleteLater()


@asynccontextmanager
async def answering(raw: bytes | None) -> AsyncIterator[int]:
    """Listen on loopback: answer with those bytes, or with nothing at all."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        if raw is None:
            await reader.read()  # Until whoever asks is tired of it.
        else:
            writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + raw)
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", 0),
        ("24", 24 * GB),
        (" 24 GB ", 24 * GB),
        ("24gib", 24 * GIB),
        ("7,5 GB", 7_500_000_000),
        ("512 MiB", 512 * 1024**2),
        ("1 T", 10**12),
        ("0", None),
        ("-3", None),
        ("lots", None),
        ("9" * 9 + " TB", None),
        ("٢٤", None),
    ],
)
def test_an_amount_is_read_as_people_type_it(text: str, size: int | None):
    assert parse_size(text) == size


@pytest.mark.parametrize("size", [24 * GIB, 24 * GB, 7_516_192_768, 12_345_678_901])
def test_an_amount_reads_back_as_the_same(size: int):
    assert parse_size(size_text(size)) == size


def test_entered_memory_is_kept(opened):
    scene = opened()
    entered = scene.dialog.entered
    entered.gpu.line.setFocus()
    QTest.keyClicks(entered.gpu.line, "24 GiB")
    QTest.keyClicks(entered.ram.line, "64")
    assert entered.gpu.form.findChildren(type(scene.dialog.line))[-1].text() == "25.8 GB"
    QTest.keyClick(entered.ram.line, Qt.Key.Key_Return)
    assert scene.kept == MemorySource(entered=Entered(24 * GIB, 64 * GB))
    assert scene.settings.updates == 0


def test_no_gpu_and_one_memory_for_both_are_choices_that_exclude_each_other(opened):
    scene = opened(MemorySource(entered=Entered(24 * GIB, 64 * GB)))
    form = scene.dialog.entered
    form.no_gpu.click()
    assert not form.gpu.isEnabled()
    assert scene.dialog.source.entered == Entered(0, 64 * GB, has_no_gpu=True)
    form.unified.click()
    assert scene.dialog.source.entered == Entered(0, 64 * GB, is_unified=True)
    form.unified.click()
    assert scene.dialog.source.entered == Entered(24 * GIB, 64 * GB)


def test_what_is_no_amount_keeps_the_dialog_open_and_leads_to_the_field(opened):
    scene = opened()
    scene.dialog.entered.ram.line.setText("lots")
    scene.dialog.primary.click()
    assert not scene.hosts.kept
    assert scene.dialog.focusWidget() is scene.dialog.entered.ram.line


def test_an_exporter_is_switched_on_with_its_port_path_and_scheme(opened):
    scene = opened()
    form = scene.dialog.telling
    form.ways.button(1).click()
    node = form.exporters[0]
    node.switch.click()
    assert node.hint.text() == "http://127.0.0.2:9100/metrics"
    node.port.setText("9101")
    node.encrypted.click()
    assert node.hint.text() == "https://127.0.0.2:9101/metrics"
    scene.dialog.primary.click()
    places = (Place(Teller.NODE, 9101, is_encrypted=True),)
    assert scene.kept == MemorySource(Telling.EXPORTERS, places)


@pytest.mark.parametrize("port", ["0", "65536", "http", "9" * 5000])
def test_a_port_that_is_none_is_said_so(opened, port: str):
    scene = opened(MemorySource(Telling.EXPORTERS, (Place(Teller.NODE),)))
    node = scene.dialog.telling.exporters[0]
    node.port.setText(port)
    scene.dialog.primary.click()
    assert not scene.hosts.kept
    assert node.hint.text() == "A port is a number from 1 to 65535."


def test_exporters_without_one_of_them_are_not_kept(opened):
    scene = opened()
    scene.dialog.telling.ways.button(1).click()
    scene.dialog.primary.click()
    assert not scene.hosts.kept
    assert scene.dialog.telling.none_chosen.text() == "Switch at least one of them on."


def test_places_are_kept_for_another_day(opened):
    places = (Place(Teller.NODE, 9101),)
    scene = opened(MemorySource(Telling.EXPORTERS, places))
    scene.dialog.telling.ways.button(0).click()
    scene.dialog.primary.click()
    assert scene.kept == MemorySource(Telling.NOTHING, places)


def test_ssh_shows_its_command_and_refuses_an_option(opened):
    scene = opened()
    form = scene.dialog.telling
    form.ways.button(3).click()
    assert form.ssh.command.text.startswith("nvidia-smi --query-gpu=name,")
    form.ssh.destination.setText("-oProxyCommand=x")
    scene.dialog.primary.click()
    assert not scene.hosts.kept
    form.ssh.destination.setText("me@tower")
    form.ssh.port.box.setValue(2222)
    scene.dialog.primary.click()
    assert scene.kept == MemorySource(Telling.SSH, ssh=Tunnel("me@tower", 2222))


def test_names_of_metrics_are_kept_for_all_hosts(opened):
    scene = opened()
    names = scene.dialog.names
    field = names.fields[Teller.NODE, "ram_total"]
    assert field.placeholderText() == "node_memory_MemTotal_bytes"
    field.setText("9 lives")
    scene.dialog.primary.click()
    assert names.fold.is_open
    assert not scene.hosts.kept
    field.setText("mem_total")
    assert names.fold.summary.text() == "1 changed"
    scene.dialog.primary.click()
    page = scene.settings.settings.memory_page
    assert page.metric_names == MetricNames(NodeNames(ram_total="mem_total"))


def test_the_names_go_back_to_the_defaults(opened):
    scene = opened()
    names = scene.dialog.names
    names.fields[Teller.DCGM, "load"].setText("busy")
    names.reset.click()
    assert names.names == MetricNames()
    assert not names.reset.isEnabled()


def test_a_try_shows_what_came_and_keeps_nothing(run, opened):
    async def work() -> None:
        async with answering(NODE) as port:
            scene = opened(MemorySource(), "127.0.0.1")
            scene.dialog.telling.ways.button(1).click()
            scene.dialog.telling.exporters[0].switch.click()
            scene.dialog.telling.exporters[0].port.setText(str(port))
            said = await scene.tried()
            assert said.startswith("This was told. RAM: 24.0 of 64.0 GB")
            assert "It tells nothing of GPUs" in said
            assert not scene.hosts.kept
            scene.dialog.telling.exporters[0].path.setText("/other")
            assert scene.said == ""

    run(work())


def test_a_try_says_in_words_what_went_wrong(run, opened):
    async def work() -> None:
        async with answering(b"<html>\x00\xff" * 100) as garbage:
            place = Place(Teller.DCGM, garbage)
            scene = opened(MemorySource(Telling.EXPORTERS, (place,)), "127.0.0.1")
            assert (await scene.tried()).startswith("What answers there tells none of the figures")
        assert (await scene.tried()).startswith("Nothing answers there")
        scene.dialog.telling.ways.button(3).click()
        scene.dialog.telling.ssh.destination.setText("tower")
        said = await scene.tried()
        assert said.startswith("ssh did not get there, or nvidia-smi is not there")
        assert "ssh-that-is-not-there could not be started" in said

    run(work())


def test_closing_ends_a_try_that_hangs(run, opened):
    async def work() -> None:
        async with answering(None) as port:
            place = Place(Teller.NODE, port)
            scene = opened(MemorySource(Telling.EXPORTERS, (place,)), "127.0.0.1")
            scene.dialog.try_button.click()
            assert scene.dialog.attempt.is_busy
            await asyncio.sleep(0.05)
            scene.dialog.reject()
            assert not scene.dialog.attempt.is_busy
            await asyncio.sleep(0.05)
            assert scene.said == ""

    run(work())


def test_a_host_that_is_removed_meanwhile_leaves_nothing_to_save(opened):
    scene = opened(MemorySource(Telling.GLANCES, (Place(Teller.GLANCES),)))
    scene.hosts.replace()
    assert not scene.dialog.gone.isHidden()
    assert not scene.dialog.primary.isEnabled()
    assert not scene.dialog.try_button.isEnabled()
    scene.dialog.accept()
    assert not scene.hosts.kept


def test_it_is_opened_by_the_id_of_a_host_that_is_there(theme: Theme, opened, qtbot):
    scene = opened()
    services = scene.services(has_ssh=False)
    assert open_sources(theme, services, HostId("gone"), scene.dialog) is None
    dialog = open_sources(theme, services, TOWER, scene.dialog)
    assert dialog is not None
    assert not dialog.telling.ssh.missing.isHidden()
    assert dialog.title.text() == "How the memory of tower is known"
    dialog.close()


def test_this_computer_is_said_to_be_measured(opened):
    assert not opened(address="127.0.0.1").dialog.here.isHidden()
    assert opened(address="192.168.1.20").dialog.here.isHidden()
