"""The local server's page, as a person uses it; what is run there are stand-ins."""

import getpass
import os
import sys
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from desktop.diagnostics.explain import Remedy
from desktop.system.local_server import PortHolder, PortState
from desktop.system.local_snapshot import Deed, Trouble, Wishes
from desktop.system.plan import Asking
from desktop.system.server_environment import DROP_IN
from desktop.system.server_process import Container
from desktop.system.server_state import RunBy
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.raw_answer import RawAnswer
from desktop.ui.local_server.page import ENVIRONMENT, LOG, LocalServerPage
from desktop.ui.local_server.plan_dialog import PlanDialog
from desktop.ui.widgets.buttons import Button, Chip, IconButton
from desktop.ui.widgets.fields import Choice
from tests.clock import until
from tests.qt.local_scene import Scene, local_page, recorded_lines
from tests.real.process import is_open
from tests.system.local_floor import Floor
from tests.system.local_scene import (
    BY_SYSTEM,
    BY_USER,
    HELD,
    MISSING,
    STOPPED,
    STOPPED_UNIT,
    USER_UNIT,
    Computer,
)
from tests.system.stand_ins import StandIns, stand_in_ollama

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts of sh")
Play = Callable[..., None]
Act = Callable[[Scene], Coroutine[Any, Any, None]]


@pytest.fixture
def play(
    run: Callable[[Coroutine[Any, Any, Any]], Any],
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Play:
    """Open the page over such a computer, and let something happen in it."""

    def begin(computer: Computer, act: Act, wishes: Wishes | None = None) -> None:
        async def main() -> None:
            async with local_page(theme, computer, tmp_path, monkeypatch, wishes) as scene:
                await act(scene)

        run(main())

    return begin


def calls(scene: Scene) -> list[str]:
    """Return what was run that changes anything."""
    file = scene.journal.parent / "stand-ins" / "calls"
    lines = file.read_text().splitlines() if file.exists() else []
    return [line for line in lines if "journalctl" not in line]


def test_it_says_who_runs_it_and_what_is_known(play: Play):
    async def act(scene: Scene) -> None:
        await scene.see()
        overview = scene.page.overview
        assert overview.headline.text() == "Ollama runs as a service of the system"
        assert [fact.value for fact in overview._facts][:3] == [
            str(Path("/usr/local/bin/ollama")),
            "0.33.0",
            "11434, for this computer alone",
        ]
        assert "41.0 GB" in [fact.value for fact in overview._facts]
        assert not overview.open.isVisible()
        assert (overview.start.isVisible(), overview.stop.isVisible()) == (False, True)
        await scene.see(replace(BY_SYSTEM, port=replace(HELD, addresses=("0.0.0.0",))))
        assert overview.open.isVisible()
        assert not overview.silent.isVisible()
        await scene.see(replace(BY_SYSTEM, port=PortHolder(PortState.FREE)))
        assert overview.silent.isVisible()

    play(Computer(BY_SYSTEM), act)


def test_nothing_is_run_before_its_commands_were_seen_and_agreed_to(play: Play):
    async def act(scene: Scene) -> None:
        overview = scene.page.overview
        overview.stop.click()
        dialog = scene.dialog
        assert dialog.commands is not None
        assert dialog.commands.text == "pkexec systemctl stop ollama.service"
        assert "password" in dialog.fact.text()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not scene.has_dialog
        assert calls(scene) == []
        overview.stop.click()
        scene.computer.state = STOPPED_UNIT
        QTest.keyClick(scene.dialog, Qt.Key.Key_Return)
        assert scene.local.snapshot.deed is Deed.STOP
        await scene.see()
        assert calls(scene)[0] == "pkexec systemctl stop ollama.service"
        assert overview.headline.text() == "Ollama does not run"
        assert overview.start.isVisible()
        assert not scene.page.notice.isVisible()

    play(Computer(BY_SYSTEM), act)


def test_what_wants_a_terminal_is_copied_and_not_run(play: Play):
    async def act(scene: Scene) -> None:
        scene.page.overview.restart.click()
        scene.dialog.primary.click()
        assert QGuiApplication.clipboard().text() == "sudo systemctl restart ollama.service"
        assert scene.local.snapshot.deed is None
        assert calls(scene) == []

    play(Computer(BY_SYSTEM, asking=Asking.SUDO), act)


def test_the_box_shows_what_is_until_it_was_changed(play: Play):
    async def act(scene: Scene) -> None:
        box = scene.page.overview.later.login
        assert box.isChecked()
        box.click()
        assert box.isChecked()
        assert scene.dialog.proposal.deed is Deed.STARTS_BY_HAND
        scene.computer.state = replace(BY_SYSTEM, starts_at_login=False)
        scene.dialog.primary.click()
        await scene.see()
        assert not box.isChecked()
        assert calls(scene)[-1] == "systemctl disable ollama.service"

    play(Computer(BY_SYSTEM), act)


def test_a_service_of_one_s_own_may_start_before_the_login(play: Play):
    async def act(scene: Scene) -> None:
        later = scene.page.overview.later
        assert not later.boot.isVisible()
        await scene.see(BY_USER)
        assert (later.boot.isVisible(), later.boot.isChecked()) == (True, False)
        later.boot.click()
        assert not later.boot.isChecked()
        user = getpass.getuser()
        shown = f"pkexec loginctl enable-linger {user}"
        assert scene.dialog.proposal.plan.shown == shown
        scene.computer.state = replace(BY_USER, unit=replace(USER_UNIT, lingers=True))
        scene.dialog.primary.click()
        await scene.see()
        assert later.boot.isChecked()
        assert calls(scene)[-1] == f"loginctl enable-linger {user}"
        later.boot.click()
        assert scene.dialog.proposal.deed is Deed.STARTS_NOT_AT_BOOT
        scene.dialog.reject()
        await scene.see(replace(BY_USER, unit=replace(USER_UNIT, starts_by_itself=False)))
        assert not later.boot.isVisible()

    play(Computer(BY_SYSTEM), act)


def test_without_ollama_it_says_where_it_comes_from(play: Play):
    async def act(scene: Scene) -> None:
        missing = scene.page.missing
        assert missing.isVisible()
        missing.link.click()
        assert scene.opened == ["https://ollama.com/download"]
        missing.commands.copy.click()
        assert "ollama" in QGuiApplication.clipboard().text()
        scene.page.tabs.choose(LOG)
        assert "no Ollama here" in scene.page.log.empty.words
        scene.page.tabs.choose(ENVIRONMENT)
        assert scene.page.environment.empty.isVisible()

    play(Computer(MISSING), act)


def test_whether_it_goes_on_is_kept(play: Play):
    computer = Computer(STOPPED)

    async def act(scene: Scene) -> None:
        ways = scene.page.overview.later.ways
        assert ways.isVisible()
        assert ways.current == 1
        ways.button(0).click()
        assert computer.kept == [Wishes(outlives=False)]

    play(computer, act, Wishes(outlives=True))


def test_a_failure_stays_with_what_was_said_until_it_is_tried_again(play: Play):
    async def act(scene: Scene) -> None:
        pkexec = scene.journal.parent / "stand-ins" / "bin" / "pkexec"
        pkexec.write_text('#!/bin/sh\necho "Request dismissed" >&2\nexit 126\n')
        scene.page.overview.stop.click()
        scene.dialog.primary.click()
        await scene.see()
        notice = scene.page.notice
        assert notice.isVisible()
        assert "could not be stopped" in notice.banner.accessibleName()
        assert "Request dismissed" in notice.banner.accessibleName()
        notice.raw.click()
        raw = next(top for top in QApplication.topLevelWidgets() if isinstance(top, RawAnswer))
        raw.reject()
        notice.again.click()
        assert scene.dialog.proposal.deed is Deed.STOP
        scene.dialog.reject()
        notice.dismiss.click()
        scene.page._frame.flush()
        assert not notice.isVisible()

    play(Computer(BY_SYSTEM), act)


def test_a_port_that_somebody_has_is_said_with_a_name(play: Play):
    async def act(scene: Scene) -> None:
        scene.page.overview.start.click()
        assert "ends" not in scene.dialog.line.text()
        scene.dialog.primary.click()
        await scene.see()
        assert "nginx has its port" in scene.page.notice.banner.accessibleName()
        assert not scene.page.notice.raw.isVisible()

    play(Computer(STOPPED, PortHolder(PortState.HELD, "nginx", 7)), act)


def test_a_program_that_vanishes_is_said(play: Play):
    async def act(scene: Scene) -> None:
        scene.local._looks.put(trouble=Trouble(None, "panic: out of coffee"))
        await scene.see(MISSING)
        assert "ended by itself" in scene.page.notice.banner.accessibleName()
        assert scene.page.missing.isVisible()

    play(Computer(STOPPED), act)


def test_a_line_that_is_known_is_explained_with_buttons(play: Play):
    async def act(scene: Scene) -> None:
        scene.write(recorded_lines())
        await scene.open_log(len(recorded_lines()))
        log = scene.page.log
        QTest.keyClicks(log.search, "exceeds the available")
        assert 0 < log.rows.rowCount() < 10
        log.list.setFocus()
        QTest.keyClick(log.list, Qt.Key.Key_Home)
        QTest.keyClick(log.list, Qt.Key.Key_Space)
        assert log.detail.isVisible()
        assert "does not fit the context" in log.detail.banner.accessibleName()
        raise_context = log.detail.buttons[Remedy.RAISE_CONTEXT]
        assert raise_context.isVisible()
        QTest.keyClick(log.list, Qt.Key.Key_Escape)
        assert not log.detail.isVisible()
        assert scene.went_back == []
        QTest.keyClick(log.list, Qt.Key.Key_Space)
        raise_context.click()
        assert scene.page.tabs.current == ENVIRONMENT
        assert scene.page.environment.fields["OLLAMA_CONTEXT_LENGTH"].field.hasFocus()

    play(Computer(BY_SYSTEM), act)


def test_what_the_window_mends_is_handed_to_it(play: Play):
    async def act(scene: Scene) -> None:
        scene.write(["llama runner process has terminated: cudaMalloc failed: out of memory"])
        await scene.open_log(1)
        detail = scene.page.log.detail
        scene.page.log.list.setCurrentIndex(scene.page.log.rows.index(0))
        shown = [button for button in detail.buttons.values() if button.isVisible()]
        shown[0].click()
        assert scene.mended or scene.page.tabs.current == ENVIRONMENT

    play(Computer(BY_SYSTEM), act)


def test_chips_and_text_narrow_the_log_together(play: Play):
    async def act(scene: Scene) -> None:
        scene.write(recorded_lines())
        await scene.open_log(len(recorded_lines()))
        log = scene.page.log
        chips = [*log.severities.values(), *log.writers.values()]
        chips[0].click()
        errors = log.rows.rowCount()
        log.writers[next(iter(log.writers))].click()
        assert 0 < log.rows.rowCount() < errors < len(recorded_lines())
        log.search.setText("nobody says this")
        assert log.rows.rowCount() == 0
        assert log._nothing.isVisible()
        QTest.keyClick(log.search, Qt.Key.Key_Escape)
        assert log.rows.rowCount() > 0
        assert scene.went_back == []
        log.copy.click()
        assert QGuiApplication.clipboard().text().count("\n") == log.rows.rowCount() - 1

    play(Computer(BY_SYSTEM), act)


def test_a_log_that_may_not_be_read_says_how_it_may(play: Play):
    async def act(scene: Scene) -> None:
        journalctl = scene.journal.parent / "stand-ins" / "bin" / "journalctl"
        journalctl.write_text('#!/bin/sh\necho "No journal files were opened" >&2\nexit 1\n')
        scene.page.tabs.choose(LOG)
        empty = scene.page.log.empty
        await until(lambda: "cannot be read" in empty.words)
        assert "No journal files were opened" in empty.words
        empty.command.copy.click()
        assert QGuiApplication.clipboard().text().startswith("sudo usermod")

    play(Computer(BY_SYSTEM), act)


def test_a_container_s_log_and_environment_are_elsewhere(play: Play):
    container = replace(BY_SYSTEM, run_by=RunBy.CONTAINER, container=Container("docker", "a1b2"))

    async def act(scene: Scene) -> None:
        scene.page.tabs.choose(LOG)
        assert scene.page.log.empty.command.text == "docker logs --follow a1b2"
        scene.page.tabs.choose(ENVIRONMENT)
        assert scene.page.environment.empty.isVisible()

    play(Computer(replace(container, unit=None)), act)


def test_the_log_is_followed_only_while_it_is_seen(play: Play):
    async def act(scene: Scene) -> None:
        assert scene.local.log.current is None
        scene.write([recorded_lines()[1]])
        await scene.open_log(1)
        scene.page.set_seen(False)
        hidden = scene.local.log.current
        scene.page.set_seen(True)
        assert scene.local.log.current is not None
        scene.page.hide()
        assert hidden is None
        assert scene.local._watch is None

    play(Computer(BY_SYSTEM), act)


def test_the_environment_is_written_as_it_was_shown(play: Play, tmp_path: Path):
    folder = tmp_path / "root" / "etc" / "systemd" / "system"
    folder.mkdir(parents=True)
    unit = folder / "ollama.service"
    unit.write_text("[Service]\nEnvironment=OLLAMA_HOST=0.0.0.0 OLLAMA_DEBUG=1\n")

    async def act(scene: Scene) -> None:
        await until(lambda: scene.local.snapshot.kept.values)
        scene.page.tabs.choose(ENVIRONMENT)
        form = scene.page.environment
        host, queue = form.fields["OLLAMA_HOST"], form.fields["OLLAMA_MAX_QUEUE"]
        assert host.value == "0.0.0.0"
        assert "no sign-in" in host.warning.accessibleName()
        assert "service's own file" in host.where.text()
        assert not form.write.isEnabled()
        host.reset.click()
        assert not host.warning.isVisible()
        QTest.keyClicks(queue.field, "many")
        form.write.click()
        assert not scene.has_dialog
        assert "digits" in queue.below.text()
        assert queue.field.hasFocus()
        queue.field.clear()
        QTest.keyClicks(queue.field, "9")
        debug = form.fields["OLLAMA_DEBUG"].field
        assert isinstance(debug, QComboBox)
        QTest.keyClick(debug, Qt.Key.Key_Down)
        form.write.click()
        scene.dialog.primary.click()
        await scene.see()
        text = (folder / "ollama.service.d" / DROP_IN).read_text()
        assert text.splitlines() == [
            "[Service]",
            'Environment="OLLAMA_MAX_QUEUE=9"',
            'Environment="OLLAMA_DEBUG=2"',
            "UnsetEnvironment=OLLAMA_HOST",
        ]
        assert form.edited == ()
        assert queue.where.text().startswith(f"Set in Paddock's drop-in, {DROP_IN}.")

    play(Computer(BY_SYSTEM, root=tmp_path / "root"), act)


def test_what_was_typed_outlasts_a_look_and_can_be_discarded(play: Play):
    async def act(scene: Scene) -> None:
        scene.page.tabs.choose(ENVIRONMENT)
        form = scene.page.environment
        field = form.fields["OLLAMA_MODELS"]
        QTest.keyClicks(field.field, "/srv/models")
        await scene.see(STOPPED)
        assert field.value == "/srv/models"
        assert form.count.text() == "One change"
        form.discard.click()
        assert (field.value, form.edited) == ("", ())
        QTest.keyClicks(field.field, "/srv/models")
        form.write.click()
        assert scene.dialog.commands is None
        scene.dialog.primary.click()
        await scene.see()
        assert scene.computer.kept[-1].environment == {"OLLAMA_MODELS": "/srv/models"}
        assert field.where.text() == "Kept in Paddock's settings."

    play(Computer(STOPPED), act)


def test_escape_goes_back_and_every_control_has_a_name(play: Play):
    async def act(scene: Scene) -> None:
        page = scene.page
        for kind in (Button, IconButton, Chip, Choice):
            for widget in page.findChildren(kind):
                name = widget.accessibleName() or getattr(widget, "text", str)()
                assert name, widget.objectName()
        page.header.back.click()
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert scene.went_back == [True, True]
        page.focus_filter()
        assert page.log.search.hasFocus()

    play(Computer(BY_SYSTEM), act)


def test_a_remedy_elsewhere_is_shown_once_the_computer_was_looked_at(play: Play):
    async def act(scene: Scene) -> None:
        scene.page.want(Deed.START)
        assert not scene.has_dialog
        await until(lambda: scene.has_dialog)
        assert scene.dialog.proposal.deed is Deed.START
        scene.dialog.reject()
        scene.computer.state = BY_SYSTEM
        scene.page.want(Deed.START)
        await scene.see()
        assert not scene.has_dialog

    play(Computer(STOPPED), act)


def test_the_page_may_go_in_the_middle(play: Play):
    async def act(scene: Scene) -> None:
        pkexec = scene.journal.parent / "stand-ins" / "bin" / "pkexec"
        pkexec.write_text("#!/bin/sh\nexec sleep 60\n")
        scene.write(recorded_lines())
        await scene.open_log(10)
        scene.page.ask(Deed.STOP)
        scene.dialog.primary.click()
        assert scene.page.notice.isVisible() or scene.local.snapshot.deed is Deed.STOP
        scene.page.close()
        assert scene.local._watch is None

    play(Computer(BY_SYSTEM), act)


def test_a_real_child_is_started_and_stopped_by_clicks(
    run: Callable[[Coroutine[Any, Any, Any]], Any],
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    stand_ins = StandIns(tmp_path / "stand-ins", monkeypatch)
    stand_ins.add("systemctl", "exit 1")
    monkeypatch.setenv("HOME", str(tmp_path))
    floor = Floor(tmp_path, stand_in_ollama(stand_ins.folder))

    async def main() -> None:
        async with floor.open() as local:
            page = LocalServerPage(theme, local)
            page.resize(1100, 700)
            page.show()
            await _agree(page, Deed.START)
            await until(lambda: local.snapshot.is_own and not local.snapshot.deed, 20)
            page._frame.flush()
            assert page.overview.headline.text() == "Ollama runs, started by Paddock"
            assert await is_open(floor.port)
            await _agree(page, Deed.STOP)
            await until(lambda: not local.snapshot.deed)
            page.close()
            page.deleteLater()
        assert not await is_open(floor.port)

    run(main())
    assert os.environ["HOME"] == str(tmp_path)


async def _agree(page: LocalServerPage, deed: Deed) -> None:
    """Press the button, and agree to what is shown."""
    page._frame.flush()
    button: QWidget = page.overview.start if deed is Deed.START else page.overview.stop
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    tops = QApplication.topLevelWidgets()
    dialog = next(top for top in tops if isinstance(top, PlanDialog) and top.isVisible())
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
