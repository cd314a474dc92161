import contextlib
import sys
from pathlib import Path

import pytest

pytest.importorskip("jeepney", reason="jeepney speaks for the bus, and is installed on Linux alone")

from desktop.system.launcher import INTERFACE as LAUNCHER
from desktop.system.launcher import Launcher
from desktop.system.notices import INTERFACE, PATH, Click, DesktopNotices, Notice
from desktop.system.session_bus import SessionBus, find_bus
from tests.clock import until
from tests.system.private_bus import bus, notice_server, private_bus

__all__ = ["bus"]
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no bus elsewhere")


async def test_a_notice_is_shown_and_its_click_hands_back_its_key(bus: str):
    async with (
        notice_server(bus) as server,
        SessionBus(bus, {INTERFACE: PATH}) as session,
        DesktopNotices(session) as notices,
    ):
        clicks: list[Click] = []
        notices.clicked.subscribe(clicks.append)
        notices.post(Notice("Pulled llama3.2 to tower", "", "7"), lambda: None)
        notices.post(Notice("x was not pulled", "Why", "8", stays=True), lambda: None)
        await until(lambda: len(server.shown) == 2)
        name, replaced, icon, title, line, actions, hints, timeout = server.shown[0]
        assert (name, replaced, icon, timeout) == ("Paddock", 0, "paddock", -1)
        assert (title, line, actions) == ("Pulled llama3.2 to tower", "", ["default", ""])
        assert hints == {"desktop-entry": ("s", "paddock"), "urgency": ("y", 1)}
        await server.click(2, "token-1")
        await server.click(99)
        await server.click(1)
        await until(lambda: len(clicks) == 2)
        assert clicks == [Click("8", "token-1"), Click("7")]


@pytest.mark.parametrize(
    ("capabilities", "shown"),
    [(("body", "body-markup"), "&lt;b&gt;a&lt;/b&gt; &amp; b"), (("body",), "<b>a</b> & b")],
)
async def test_a_line_is_shown_to_the_letter(bus: str, capabilities: tuple[str, ...], shown: str):
    async with (
        notice_server(bus, capabilities) as server,
        SessionBus(bus, {INTERFACE: PATH}) as session,
        DesktopNotices(session) as notices,
    ):
        notices.post(Notice("t", "<b>a</b> & b"), lambda: None)
        await until(lambda: server.shown)
        assert server.shown[0][4] == shown


async def test_without_anybody_who_shows_notices_the_other_way_is_taken(bus: str):
    async with SessionBus(bus) as session, DesktopNotices(session) as notices:
        taken: list[bool] = []
        notices.post(Notice("t"), lambda: taken.append(True))
        await until(lambda: taken)


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/bus", "tcp:host=x", "rubbish"])
async def test_without_a_bus_the_other_way_is_taken(address: str | None):
    async with (
        SessionBus(address) as session,
        DesktopNotices(session) as notices,
        Launcher(session) as launcher,
    ):
        taken: list[bool] = []
        launcher.show(0.5)
        notices.post(Notice("t"), lambda: taken.append(True))
        await until(lambda: taken)


async def test_where_the_bus_goes_away_the_other_way_is_taken(tmp_path: Path):
    taken: list[bool] = []
    with contextlib.ExitStack() as daemon:
        address = daemon.enter_context(private_bus(tmp_path))
        async with SessionBus(address) as session, DesktopNotices(session) as notices:
            notices.post(Notice("t"), lambda: taken.append(True))
            await until(lambda: len(taken) == 1)
            daemon.close()
            notices.post(Notice("t"), lambda: taken.append(True))
            await until(lambda: len(taken) == 2)


async def test_the_dock_is_shown_how_far_it_is_and_cleared_at_the_end(bus: str):
    async with notice_server(bus) as server, SessionBus(bus) as session:
        await server.watch(LAUNCHER)
        async with Launcher(session) as launcher:
            launcher.show(0.614)
            launcher.show(0.6141)
            await until(lambda: server.signals)
        await until(lambda: len(server.signals) == 2)
        first, last = server.signals
        assert first[0] == "application://paddock.desktop"
        assert first[1] == {"progress": ("d", 0.61), "progress-visible": ("b", True)}
        assert last[1] == {"progress": ("d", 0.0), "progress-visible": ("b", False)}


def test_the_bus_is_found_where_the_desktop_says(tmp_path: Path):
    assert find_bus({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/a"}, "linux") == "unix:path=/a"
    assert find_bus({"XDG_RUNTIME_DIR": str(tmp_path)}, "linux") is None
    (tmp_path / "bus").touch()
    found = find_bus({"XDG_RUNTIME_DIR": str(tmp_path)}, "linux")
    assert found == f"unix:path={tmp_path}/bus"
    assert find_bus({}, "linux") is None
    assert find_bus({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/a"}, "win32") is None
