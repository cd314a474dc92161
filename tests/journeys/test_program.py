import psutil
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.diagnostics.explain import Remedy
from desktop.domain.address import parse_address
from desktop.domain.host import HostState
from desktop.jobs.job import JobState
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.storage.settings import Theme as ThemeChoice
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.problems import failure
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Choice
from tests.clock import until
from tests.journeys.program_shown import NOBODY, Shown, program_on_demo, program_shown
from tests.system.local_scene import STOPPED, Computer

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press(shown: Shown, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN):
    target = QGuiApplication.focusObject() or shown.program.window
    assert isinstance(target, QWidget)
    QTest.keyClick(target, key, modifier)


def test_where_nothing_answers_one_click_leads_to_the_demo_host(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            await until(shown.program.first_run.isVisible)
            explore = shown.program.first_run.findChild(Button, "firstRunExplore")
            assert explore is not None
            explore.click()
            await until(lambda: bool(shown.program.models.models.rows))
            assert shown.program.models.isVisible()
            demo = shown.services.registry.hosts[1]
            assert demo.is_demo
            assert demo.address.is_loopback

    run(scenario())


def test_the_demo_host_is_never_started_unasked(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            first = shown.services.registry.hosts[0]
            snapshot = shown.services.registry.snapshot
            await until(lambda: snapshot(first.id).state is HostState.DOWN)
            assert [host.address.authority for host in shown.services.registry.hosts] == [NOBODY]
            assert shown.services.demo.server is None

    run(scenario())


def test_removing_the_demo_host_stops_its_server(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            registry, demo = shown.services.registry, shown.services.demo
            demo.start()
            await until(lambda: len(registry.hosts) == 2)
            address = registry.hosts[1].address
            removed = registry.hosts[1]
            registry.remove(removed.id)
            assert demo.card(removed) is None
            again = registry.add(address)
            await until(lambda: registry.snapshot(again).state is HostState.DOWN)
            demo.start()
            await until(lambda: any(host.is_demo for host in registry.hosts))

    run(scenario())


def test_the_keyboard_opens_what_its_keys_name(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_on_demo(theme, paths) as (server, shown):
            await until(lambda: bool(shown.program.models.models.rows))
            press(shown, Qt.Key.Key_F, CTRL)
            assert shown.program.models.toolbar.search.hasFocus()
            press(shown, Qt.Key.Key_N, CTRL)
            dialog = shown.dialog("pullDialog")
            assert dialog is not None
            await until(dialog.isActiveWindow)
            press(shown, Qt.Key.Key_Escape)
            assert not dialog.isVisible()
            shown.program.window.activateWindow()
            await until(shown.program.window.isActiveWindow)
            for key, page in (
                (Qt.Key.Key_2, "chat"),
                (Qt.Key.Key_3, "workshop"),
                (Qt.Key.Key_4, "memory"),
                (Qt.Key.Key_5, "hosts"),
                (Qt.Key.Key_6, "jobs"),
            ):
                press(shown, key, CTRL)
                assert shown.program.window.page == page
            press(shown, Qt.Key.Key_1, CTRL)
            assert shown.program.window.page == "models"
            asked = server.requests.count("GET /api/version")
            press(shown, Qt.Key.Key_F5)
            await until(lambda: server.requests.count("GET /api/version") > asked)

    run(scenario())


def test_delete_asks_first_and_then_the_model_is_gone(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_on_demo(theme, paths) as (_, shown):
            models = shown.program.models
            await until(lambda: bool(models.models.rows))
            models.table.setFocus()
            models.table.selectRow(0)
            name = models.models.rows[0].name
            press(shown, Qt.Key.Key_Delete)
            question = shown.dialog("deleteQuestion")
            assert question is not None
            await until(question.cancel.hasFocus)
            question.primary.click()
            await until(lambda: name not in [row.name for row in models.models.rows])
            assert shown.services.jobs.jobs[0].state is JobState.DONE

    run(scenario())


def test_the_window_comes_back_as_it_was_left(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            shown.program.window.show_page("jobs")
            shown.program.window.resize(1100, 700)
        async with program_shown(theme, paths) as shown:
            assert shown.program.window.page == "jobs"
        settings = SettingsFile(paths.settings_file)
        settings.close()
        assert settings.settings.window.page == "jobs"
        assert settings.settings.window.geometry

    run(scenario())


def test_the_theme_is_switched_by_a_key_and_kept(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            assert not theme.tokens.is_dark
            shown.program.window.commands.action("theme").trigger()
            assert theme.tokens.is_dark
            assert shown.services.settings.settings.theme is ThemeChoice.DARK

    run(scenario())


def test_the_limit_that_is_chosen_holds_and_is_kept(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            pulls = shown.program.for_finding.settings.findChild(Choice, "settings.pullsPerHost")
            assert pulls is not None
            pulls.activated.emit(4)
            assert shown.services.jobs.limit == 5
            assert shown.services.settings.settings.pulls_per_host == 5
            shown.program.for_jobs.page.limit_chosen.emit(3)
            assert shown.services.settings.settings.pulls_per_host == 3

    run(scenario())


def test_a_host_that_is_removed_takes_its_jobs_along(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_on_demo(theme, paths) as (server, shown):
            host = shown.services.registry.hosts[0].id
            server.registry.hold("llama3.2:1b", 0.1)
            job_id = shown.services.jobs.pull(host, "llama3.2:1b")
            await until(lambda: bool(server.requests) and "POST /api/pull" in server.requests)
            shown.services.registry.remove(host)
            await until(
                lambda: (
                    (job := shown.services.jobs.get(job_id)) is not None
                    and job.state is JobState.CANCELLED
                )
            )

    run(scenario())


def test_the_badge_turns_red_when_a_job_needs_the_person(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_on_demo(theme, paths) as (_, shown):
            host = shown.services.registry.hosts[0].id
            shown.services.jobs.pull(host, "no-such-model")
            item = shown.program.window.rail_item("jobs")
            await until(lambda: "1 failed" in item.accessibleDescription())

    run(scenario())


def test_a_second_host_of_the_first_start_is_not_added_again(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            shown.services.registry.add(parse_address("127.0.0.1:10"))
            shown.services.registry.remove(shown.services.registry.hosts[0].id)
        async with program_shown(theme, paths) as shown:
            hosts = [host.address.authority for host in shown.services.registry.hosts]
            assert hosts == ["127.0.0.1:10"]

    run(scenario())


def test_removing_a_host_with_jobs_asks_and_cancels_them(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_on_demo(theme, paths) as (server, shown):
            host = shown.services.registry.hosts[0].id
            server.registry.hold("llama3.2:1b", 0.1)
            job_id = shown.services.jobs.pull(host, "llama3.2:1b")
            shown.program.hosts.remove_wanted.emit(host)
            question = shown.dialog("removeQuestion")
            assert question is not None
            assert "A job runs on it or waits" in question.line.text()
            assert shown.services.registry.hosts
            question.primary.click()
            assert not shown.services.registry.hosts
            await until(
                lambda: (
                    (job := shown.services.jobs.get(job_id)) is not None
                    and job.state is JobState.CANCELLED
                )
            )

    run(scenario())


def test_a_host_that_was_removed_comes_back_to_its_place(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            registry = shown.services.registry
            first = registry.hosts[0]
            registry.add(parse_address("127.0.0.1:10"))
            shown.program.hosts.remove_wanted.emit(first.id)
            assert [host.address.port for host in registry.hosts] == [10]
            (undo,) = [
                button
                for button in shown.program.window.toast.findChildren(Button)
                if button.text() == "Undo"
            ]
            undo.click()
            assert [host.address.port for host in registry.hosts] == [9, 10]
            assert registry.hosts[0].name == first.name

    run(scenario())


def test_a_job_whose_host_is_gone_offers_nothing_to_mend(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            host = shown.services.registry.hosts[0].id
            job_id = shown.services.jobs.pull(host, "llama3.2:1b")
            await until(
                lambda: (
                    (job := shown.services.jobs.get(job_id)) is not None
                    and job.state is JobState.FAILED
                )
            )
            job = shown.services.jobs.get(job_id)
            assert job is not None
            offered = failure(job, shown.services.registry.hosts[0]).offers
            assert Remedy.EDIT_ADDRESS in [offer.press for offer in offered]
            shown.services.registry.remove(host)
            offered = failure(job, None).offers
            assert Remedy.EDIT_ADDRESS not in [offer.press for offer in offered]
            shown.program.for_jobs.page.remedy_wanted.emit(job, Remedy.EDIT_ADDRESS)
            shown.program.for_jobs.page.remedy_wanted.emit(job, Remedy.RETRY)
            assert shown.dialog("hostDialog") is None

    run(scenario())


def test_after_a_loss_the_list_begins_as_on_a_first_start(run, theme: Theme, paths: Paths):
    paths.settings.mkdir(parents=True)
    paths.settings_file.write_text('{"version": 1, "hosts": [')

    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            assert [host.address.authority for host in shown.services.registry.hosts] == [NOBODY]
            assert "The settings file was damaged" in shown.program.window.toast.text

    run(scenario())


def test_settings_that_cannot_be_written_are_told_once(run, theme: Theme, paths: Paths):
    paths.settings.parent.mkdir(parents=True)
    paths.settings.touch()  # A file stands where the folder should be.

    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            toast = shown.program.window.toast
            await until(lambda: "cannot be written" in toast.text)
            toast.hide()
            shown.program.window.commands.action("theme").trigger()
            shown.program.window.show_page("settings")
            problem = shown.services.settings.write_problem_changed
            told: list[None] = []
            problem.subscribe(told.append)
            await until(lambda: told)
            assert not toast.text

    run(scenario())


def test_a_message_goes_when_the_person_goes_where_it_leads(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_on_demo(theme, paths) as (_, shown):
            window = shown.program.window
            shown.services.jobs.pull(shown.services.registry.hosts[0].id, "no-such-model")
            await until(lambda: "was not pulled" in window.toast.text)
            window.show_page("memory")
            assert window.toast.isVisible()
            window.show_page("jobs")
            assert not window.toast.isVisible()

    run(scenario())


def test_what_was_done_is_told_on_another_page(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_on_demo(theme, paths) as (_, shown):
            host = shown.services.registry.hosts[0]
            toast = shown.program.window.toast
            shown.services.jobs.copy(host.id, "llama3.2:3b", "mine")
            await until(lambda: toast.text == f"Copied llama3.2:3b to mine on {host.label}")
            shown.services.jobs.pull(host.id, "no-such-model")
            await until(lambda: toast.text == f"no-such-model was not pulled to {host.label}")
            shown.services.jobs.delete(host.id, "gemma3:4b")
            shown.services.jobs.delete(host.id, "llama3.2:3b")
            await until(lambda: toast.text == "2 models deleted")
            shown.services.jobs.copy(host.id, "no-such-model", "mine2")
            shown.services.jobs.copy(host.id, "mine", "mine3")
            await until(lambda: all(job.state.is_finished for job in shown.services.jobs.jobs))
            assert toast.text == f"no-such-model was not copied on {host.label}"
            shown.program.window.show_page("jobs")
            toast.hide()
            last = shown.services.jobs.delete(host.id, "mine")
            await until(
                lambda: (
                    (job := shown.services.jobs.get(last)) is not None
                    and job.state is JobState.DONE
                )
            )
            assert not toast.text

    run(scenario())


def test_the_program_listens_nowhere_unless_the_demo_host_is_on(run, theme: Theme, paths: Paths):
    def ports() -> list[str]:
        mine = psutil.Process().net_connections(kind="inet")
        return [one.laddr.ip for one in mine if one.status == psutil.CONN_LISTEN]

    async def scenario() -> None:
        before = ports()
        async with program_shown(theme, paths) as shown:
            first = shown.services.registry.hosts[0].id
            snapshot = shown.services.registry.snapshot
            await until(lambda: snapshot(first).state is HostState.DOWN)
            assert ports() == before
            shown.services.demo.start()
            await until(lambda: len(ports()) == len(before) + 1)
            assert set(ports()) == {"127.0.0.1"}
        assert ports() == before

    run(scenario())


def test_where_ollama_is_installed_the_first_page_leads_to_starting_it(
    run, theme: Theme, paths: Paths
):
    async def scenario() -> None:
        around = Computer(STOPPED).around
        async with program_shown(theme, paths, around=around) as shown:
            start = shown.program.first_run.findChild(Button, "firstRunStart")
            assert start is not None
            await until(start.isVisible)
            start.click()
            await until(lambda: shown.dialog("planDialog") is not None)
            assert shown.program.window.page == "memory"

    run(scenario())


def test_f5_and_ctrl_f_are_for_what_is_shown_of_memory(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        computer = Computer(STOPPED)
        async with program_shown(theme, paths, around=computer.around) as shown:
            program = shown.program
            window, memory = program.window, program.for_memory
            window.show_page("memory")
            find = window.commands.action("memory.filter")
            assert not find.isEnabled()
            memory.show_local_server()
            page = memory.server_page
            assert page is not None
            window.activateWindow()
            await until(lambda: QGuiApplication.focusObject() is not None)
            press(shown, Qt.Key.Key_F, CTRL)
            assert page.log.search.hasFocus()
            await until(lambda: computer.looks > 0)
            looks = computer.looks
            press(shown, Qt.Key.Key_F5)
            await until(lambda: computer.looks > looks)
            memory.tidy_up()
            assert not find.isEnabled()
            tidying = shown.services.memory.tidying
            await until(lambda: not tidying.snapshot.is_looking)
            press(shown, Qt.Key.Key_F5)
            assert tidying.snapshot.is_looking

    run(scenario())


def test_measured_loads_whose_file_was_damaged_are_told_of_once(run, theme: Theme, paths: Paths):
    paths.loads_file.parent.mkdir(parents=True, exist_ok=True)
    paths.loads_file.write_text("{", encoding="utf-8")

    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            said = shown.program.window.toast.text
            assert said.startswith("The file of measured loads was damaged. They are learned anew.")

    run(scenario())


def test_a_minimised_window_reads_computers_less_often(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            window, computers = shown.program.window, shown.services.memory.computers
            window.show_page("memory")
            assert computers.is_watched
            window.showMinimized()
            await until(lambda: not computers.is_watched)
            window.showNormal()
            await until(lambda: computers.is_watched)
            window.show_page("models")
            assert not computers.is_watched

    run(scenario())
