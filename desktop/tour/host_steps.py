"""The tour's steps on the hosts page: a test that fails at a proxy, one that passes, a search."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.diagnostics.checkup import Checkup
from desktop.diagnostics.explain import Code, Remedy, notice
from desktop.domain.host import HostId
from desktop.domain.proxy import ProxyMode, ProxySetting
from desktop.jobs.job import JobState
from desktop.services import DEMO_NAME
from desktop.tour.guide import Guide, StepFailed
from desktop.tour.stage import Stage
from desktop.ui.fix_dialog import FixDialog
from desktop.ui.hosts.discovery_dialog import DiscoveryDialog
from desktop.ui.remedies import Wish
from desktop.ui.report_dialog import ReportDialog


async def failed_for_a_full_disk(guide: Guide, stage: Stage) -> None:
    """Show an explained error in a job, and what its remedy leads to."""
    server = stage.services.demo.server
    if server is None:
        raise StepFailed("the demo host has no server")
    jobs, host = stage.services.jobs, stage.host(DEMO_NAME).id
    jobs.clear_finished()
    server.faults.disk_full = True
    jobs.pull(host, "qwen3:8b")
    await guide.until(lambda: stage.last_job().state is JobState.FAILED, "the disk is full")
    server.faults.disk_full = False
    await guide.picture("a-job-explains-itself")
    _press_remedy(stage, Remedy.FREE_SPACE)
    await guide.until(stage.program.for_memory.page.isVisible, "what could be deleted shows")
    await guide.picture("what-deleting-frees")


async def tested_hosts(guide: Guide, stage: Stage) -> None:
    """Test a host through a proxy that refuses, bypass it by its button, and test again."""
    registry, page = stage.services.registry, stage.program.for_hosts.page
    tower = stage.host("tower").host
    proxy = ProxySetting(ProxyMode.MANUAL, stage.proxy.address)
    connection = replace(tower.connection, proxy=proxy)
    registry.edit(tower.id, name=tower.name, address=tower.address, connection=connection)
    stage.program.window.show_page("hosts")
    page.choose(tower.id)
    guide.click(page.detail.test)
    await guide.until(lambda: _has_failed(stage, tower.id), "the test fails at the proxy")
    stage.program.window.toast.hide()  # Of the pull before it.
    await guide.picture("a-test-that-fails-at-the-proxy")
    guide.click(guide.find(QPushButton, "remedyBYPASS_PROXY", page.detail))
    await guide.until(lambda: _has_passed(stage, tower.id), "the test passes without the proxy")
    await guide.until(lambda: stage.host("tower").is_up, "tower is up")
    await guide.picture("a-test-that-passes")
    await _fix(guide, stage)
    await _report(guide, stage)


async def found_hosts(guide: Guide, stage: Stage) -> None:
    """Look for hosts in the tour's own network, and add the one that is found."""
    page = stage.program.for_hosts.page
    guide.click(page.toolbar.look_for)
    dialog = await guide.dialog(DiscoveryDialog, "discoveryDialog")
    guide.write(dialog.port, str(stage.attic.address.port))
    await guide.picture("find-hosts-asks-first", dialog)
    guide.click(dialog.primary)
    await guide.until(lambda: bool(dialog.ticks.boxes), "a host is found")
    search = stage.services.discovery
    await guide.until(lambda: not search.snapshot.is_running, "the search is done")
    await guide.picture("hosts-that-were-found", dialog)
    guide.click(dialog.cancel)
    await guide.closed(dialog)
    await guide.until(page.work.found.isVisible, "the page shows what was found")
    await guide.picture("hosts")
    await _small_window(guide, stage)
    stage.program.window.show_page("models")


async def _fix(guide: Guide, stage: Stage) -> None:
    """Show what the button "Copy the fix" leads to."""
    said = notice(Code.LISTENS_LOCALLY, stage.host("tower").host)
    wish = Wish(stage.host("tower").id, Remedy.COPY_FIX, said)
    stage.program.for_hosts.remedies.mend(wish)
    dialog = await guide.dialog(FixDialog, "fixDialog")
    await guide.picture("a-fix-for-the-server", dialog)
    guide.click(dialog.primary)
    await guide.closed(dialog)


async def _report(guide: Guide, stage: Stage) -> None:
    stage.program.save_report()
    dialog = await guide.dialog(ReportDialog, "reportDialog")
    await guide.until(dialog.primary.isEnabled, "the report is gathered")
    if dialog.tabs is not None:
        dialog.tabs.choose(2)
    await guide.picture("a-report-is-shown-first", dialog)
    guide.click(dialog.cancel)
    await guide.closed(dialog)


async def _small_window(guide: Guide, stage: Stage) -> None:
    page = stage.program.for_hosts.page
    guide.resize(1000, 680)
    await guide.picture("hosts-in-a-small-window")
    page.table.setFocus()
    guide.press(page.table, Qt.Key.Key_Space)
    await guide.picture("a-host-in-a-small-window")
    guide.press(page, Qt.Key.Key_Escape)
    guide.resize(1440, 900)


def _press_remedy(stage: Stage, remedy: Remedy) -> None:
    stage.program.for_jobs.page.view.pressed.emit(stage.last_job().id, remedy)


def _checkup(stage: Stage, host_id: HostId) -> Checkup | None:
    checkup = stage.services.doctor.checkup(host_id)
    return checkup if checkup is not None and checkup.is_done else None


def _has_failed(stage: Stage, host_id: HostId) -> bool:
    checkup = _checkup(stage, host_id)
    finding = checkup.finding if checkup else None
    return finding is not None and Remedy.BYPASS_PROXY in finding.remedies


def _has_passed(stage: Stage, host_id: HostId) -> bool:
    checkup = _checkup(stage, host_id)
    return checkup is not None and checkup.finding is None
