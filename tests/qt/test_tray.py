from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.model import LoadedModel
from desktop.domain.pull import Layer, PullProgress
from desktop.hosts.snapshot import HostSnapshot, LoadAttempt
from desktop.jobs.job import Job, JobId, JobKind, JobState
from desktop.runtime.event import Event
from desktop.system.notices import Click, Notice
from desktop.ui.shell.app_icon import app_icon
from desktop.ui.shell.at_a_glance import Glance, glance, line
from desktop.ui.shell.job_notices import JobNotices, job_of
from desktop.ui.shell.notice_ways import NoticeWays
from desktop.ui.shell.tray import Tray
from desktop.ui.shell.tray_menu import TrayDoors
from tests.clock import until

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")
"""Offscreen has no tray to show an icon in, and says so."""
TOWER = HostId("tower")
HOST = Host(TOWER, parse_address("http://192.168.1.20:11434"), "tower")


def _job(number: int, state: JobState = JobState.RUNNING, **more: Any) -> Job:
    return Job(JobId(number), JobKind.PULL, TOWER, "qwen2.5:14b", state=state, **more)


def _part(done: int, total: int) -> PullProgress:
    return PullProgress(layers={"sha256:a": Layer(total, done)})


class Facts:
    """Jobs and hosts as a tray asks for them, and what it did."""

    def __init__(self) -> None:
        self.queue = SimpleNamespace(jobs=(), changed=Event[JobId](), finished=Event[Job]())
        self.registry = SimpleNamespace(
            snapshots=(), hosts=(HOST,), changed=Event[None](), host_changed=Event[HostId]()
        )
        self.did: list[tuple[str, ...]] = []
        self.has_tray = True

    def load(self, *models: str, **more: Any) -> None:
        loaded = tuple(LoadedModel(name) for name in models)
        self.registry.snapshots = (HostSnapshot(HOST, HostState.UP, loaded=loaded, **more),)
        self.registry.host_changed.emit(TOWER)

    def run(self, *jobs: Job) -> None:
        self.queue.jobs = jobs
        self.queue.changed.emit(JobId(1))

    def tray(self) -> Tray:
        doors = TrayDoors(
            open=lambda: self.did.append(("open",)),
            show_jobs=lambda: self.did.append(("jobs",)),
            show_memory=lambda: self.did.append(("memory",)),
            unload=lambda host, model: self.did.append(("unload", host, model)),
            quit=lambda: self.did.append(("quit",)),
        )
        queue, registry = cast("Any", self.queue), cast("Any", self.registry)
        return Tray(queue, registry, doors, is_there=lambda: self.has_tray)


@pytest.fixture
def facts() -> Facts:
    return Facts()


@pytest.mark.parametrize(
    ("jobs", "words"),
    [
        ((), "No jobs"),
        ((_job(1),), "One pull"),
        ((_job(1, progress=_part(61, 100)), _job(2, JobState.WAITING)), "2 pulls, 61 %"),
        ((_job(1), replace(_job(2), kind=JobKind.PUSH)), "2 jobs"),
        ((_job(1, JobState.FAILED), _job(2, JobState.DONE)), "One job failed"),
    ],
)
def test_the_jobs_are_one_line(qapp, jobs: tuple[Job, ...], words: str):
    assert line(glance(jobs)).replace("%n", str(len(jobs))) == words


def test_the_menu_names_what_is_loaded_and_unloads_it(qapp, facts: Facts):
    tray = facts.tray()
    tray.want(True)
    facts.load("llama3.2:3b", "R&D:latest")
    tray.refresh()
    texts = [action.text() for action in tray.menu.menu.actions() if action.isVisible()]
    assert "Unload llama3.2:3b from tower" in texts
    assert "Unload R&&D:latest from tower" in texts
    next(a for a in tray.menu.menu.actions() if "llama" in a.text()).trigger()
    tray.menu.unload_all.trigger()
    assert facts.did == [
        ("unload", "tower", "llama3.2:3b"),
        ("unload", "tower", "llama3.2:3b"),
        ("unload", "tower", "R&D:latest"),
    ]
    tray.close()


def test_what_is_being_unloaded_is_not_offered_again(qapp, facts: Facts):
    tray = facts.tray()
    tray.want(True)
    facts.load("a:1", attempts=(LoadAttempt("a:1", is_unload=True),))
    tray.refresh()
    tray.menu.unload_all.trigger()
    entry = next(a for a in tray.menu.menu.actions() if "a:1" in a.text())
    assert not entry.isEnabled()
    assert not facts.did
    tray.close()


def test_many_models_lead_to_the_memory_page(qapp, facts: Facts):
    tray = facts.tray()
    tray.want(True)
    facts.load(*(f"m:{number}" for number in range(30)))
    tray.refresh()
    shown = [action for action in tray.menu.menu.actions() if "m:" in action.text()]
    assert len(shown) == 10
    next(a for a in tray.menu.menu.actions() if "more in memory" in a.text()).trigger()
    assert facts.did == [("memory",)]
    tray.close()


def test_a_model_s_name_is_shown_to_the_letter(qapp, facts: Facts):
    tray = facts.tray()
    tray.want(True)
    facts.load("a\u202e\tb" + "x" * 500)
    tray.refresh()
    entry = next(a for a in tray.menu.menu.actions() if "202E" in a.text())
    assert "\t" not in entry.text()
    assert len(entry.text()) < 100
    tray.close()


def test_entries_stay_while_only_the_progress_changes(qapp, facts: Facts):
    tray = facts.tray()
    tray.want(True)
    facts.load("a:1")
    tray.refresh()
    before = tray.menu.menu.actions()
    facts.run(_job(1, progress=_part(1, 10)))
    tray.refresh()
    assert tray.menu.menu.actions() == before
    assert tray.icon.toolTip() == "Paddock: One pull, 10 %"
    tray.close()


def test_without_a_tray_nothing_is_shown_and_its_loss_is_told(qapp, facts: Facts):
    facts.has_tray = False
    tray, lost = facts.tray(), list[bool]()
    tray.lost.connect(lambda: lost.append(True))
    tray.want(True)
    assert not tray.is_shown
    facts.has_tray = True
    tray.look()
    assert tray.is_shown
    facts.has_tray = False
    assert not tray.is_shown
    tray.look()
    assert lost == [True]
    tray.want(False)
    assert lost == [True]
    tray.close()


def test_a_click_opens_the_window(qapp, facts: Facts):
    tray = facts.tray()
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert facts.did == [("open",)]
    tray.close()


def test_the_icon_shows_by_colour_and_shape_what_runs_and_what_failed(qapp):
    seen = [
        app_icon(seen).pixmap(32, 32).toImage()
        for seen in (None, Glance(), Glance(active=1), Glance(failed=1))
    ]
    assert seen[0] == seen[1]
    assert len({image.pixelColor(24, 24).name() for image in seen}) == 3


def test_what_ends_while_nobody_looks_is_told_with_its_key(qapp, facts: Facts):
    posted: list[Notice] = []
    away = [True]
    notices = JobNotices(
        cast("Any", facts.queue),
        cast("Any", facts.registry),
        is_wanted=lambda: away[0],
        post=posted.append,
    )
    facts.queue.finished.emit(_job(7, JobState.DONE))
    facts.queue.finished.emit(_job(8, JobState.CANCELLED))
    facts.queue.finished.emit(replace(_job(9, JobState.DONE), kind=JobKind.DELETE))
    away[0] = False
    facts.queue.finished.emit(_job(10, JobState.DONE))
    notices.flush()
    assert posted == [Notice("Pulled qwen2.5:14b to tower", "", "7")]
    away[0] = True
    for number in range(1, 7):
        state = JobState.FAILED if number == 3 else JobState.DONE
        facts.queue.finished.emit(_job(number, state))
    notices.flush()
    assert len(posted) == 2
    assert (posted[1].key, posted[1].line, posted[1].stays) == ("3", "One of them failed.", True)
    assert (job_of("3"), job_of("x")) == (3, None)
    notices.close()


def test_without_a_bus_and_without_a_tray_a_notice_is_lost_quietly(qapp):
    icon = QSystemTrayIcon(app_icon())
    ways, clicks = NoticeWays(icon, None), list[Click]()
    ways.clicked.connect(clicks.append)
    ways.post(Notice("a", "b", "4"))
    icon.messageClicked.emit()
    assert [click.key for click in clicks] == ["" if not icon.isVisible() else "4"]
    ways.close()
    assert not icon.isVisible()


def test_the_tray_follows_the_jobs_by_itself(qapp, facts: Facts, run):
    async def drive() -> None:
        tray = facts.tray()
        tray.want(True)
        facts.run(_job(1, progress=_part(5, 10)))
        await until(lambda: "50" in tray.menu.jobs.text())
        tray.close()

    run(drive())
    assert QGuiApplication.instance() is not None
