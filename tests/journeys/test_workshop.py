"""The workshop in the whole window: files dropped anywhere, made into models, chatted with."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from desktop.domain.conversation import Target
from desktop.jobs.job import JobState
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.page import WorkshopPage
from tests.clock import until
from tests.gguf_files import LORA, MODEL, gguf
from tests.journeys.program_shown import Shown, program_shown

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
EITHER = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
CTRL = Qt.KeyboardModifier.ControlModifier


def page_of(shown: Shown) -> WorkshopPage:
    return shown.program.for_workshop.page


def files(paths: Sequence[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag(receiver: QObject, place: QPoint, mime: QMimeData) -> QDropEvent:
    """Drag files in, over and let go, as the events of a window system come."""
    QApplication.sendEvent(receiver, QDragEnterEvent(place, EITHER, mime, LEFT, NONE))
    QApplication.sendEvent(receiver, QDragMoveEvent(place, EITHER, mime, LEFT, NONE))
    drop = QDropEvent(QPointF(place), EITHER, mime, LEFT, NONE)
    QApplication.sendEvent(receiver, drop)
    return drop


def middle_of(widget: QWidget, window: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def test_a_modelfile_dropped_on_a_text_field_of_another_page_is_opened(
    run, theme: Theme, paths: Paths, tmp_path: Path
):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            window, search = shown.program.window, shown.program.models.toolbar.search
            await until(search.isVisible)
            file = tmp_path / "Modelfile"
            file.write_text("FROM llama3.2:3b\n")
            drop = drag(window.windowHandle(), middle_of(search, window), files([file]))
            assert drop.isAccepted()
            assert drop.dropAction() is Qt.DropAction.CopyAction
            assert search.text() == ""
            await until(lambda: page_of(shown).conduct.draft is not None)
            assert window.page == "workshop"
            draft = page_of(shown).conduct.draft
            assert draft is not None
            assert draft.name == tmp_path.name
            assert not shown.program.for_workshop.drop.isVisible()

    run(scenario())


def test_while_files_are_over_the_window_it_says_what_becomes_of_them(
    run, theme: Theme, paths: Paths, tmp_path: Path
):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            window, ground = shown.program.window, shown.program.for_workshop.drop
            mime = files([tmp_path / "small.gguf"])
            enter = QDragEnterEvent(QPoint(500, 300), EITHER, mime, LEFT, NONE)
            QApplication.sendEvent(window.windowHandle(), enter)
            assert enter.isAccepted()
            assert ground.isVisible()
            assert ground.geometry() == window.rect()
            QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
            assert not ground.isVisible()

    run(scenario())


@pytest.mark.parametrize("name", ["models", "hosts", "jobs", "settings", "chat"])
def test_files_are_taken_on_every_page_and_by_every_widget(
    name: str, run, theme: Theme, paths: Paths, tmp_path: Path
):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            shown.program.window.show_page(name)
            file = tmp_path / f"{name}.Modelfile"
            file.write_text("FROM a\n")
            child = shown.program.window.rail_item(name)
            assert drag(child, QPoint(4, 4), files([file])).isAccepted()
            await until(lambda: page_of(shown).conduct.draft is not None)

    run(scenario())


def test_several_files_are_opened_at_once_each_as_what_it_is(
    run, theme: Theme, paths: Paths, tmp_path: Path
):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            (tmp_path / "a.Modelfile").write_text("FROM a\n")
            (tmp_path / "b.Modelfile").write_text("FROM b\n")
            (tmp_path / "base.gguf").write_bytes(gguf(MODEL))
            (tmp_path / "lora.gguf").write_bytes(gguf(LORA))
            names = ("a.Modelfile", "b.Modelfile", "base.gguf", "lora.gguf")
            window = shown.program.window
            mime = files([tmp_path / name for name in names])
            drag(window.windowHandle(), QPoint(300, 300), mime)
            pane = page_of(shown).files
            await until(pane.isVisible)
            assert [draft.name for draft in shown.services.drafts.drafts] == ["a", "b"]
            assert [pane.choice.itemText(row) for row in range(2)] == ["base.gguf", "lora.gguf"]
            assert pane.view.use_base.isVisible()
            pane.choice.setCurrentIndex(1)
            assert pane.view.use_adapter.isVisible()
            assert not pane.view.use_base.isVisible()

    run(scenario())


def test_an_image_dropped_on_the_chat_page_stays_with_the_chat(
    run, theme: Theme, paths: Paths, tmp_path: Path
):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            window, chat = shown.program.window, shown.program.for_chat.page
            window.show_page("chat")
            await until(lambda: chat.shown.talk is not None)
            (tmp_path / "notes.txt").write_text("to be attached")
            place = middle_of(chat.work, window)
            mime = files([tmp_path / "notes.txt"])
            enter = QDragEnterEvent(place, EITHER, mime, LEFT, NONE)
            QApplication.sendEvent(window.windowHandle(), enter)
            assert not shown.program.for_workshop.drop.isVisible()
            assert chat.work.drop.isVisible()
            QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
            assert window.page == "chat"

    run(scenario())


def test_a_dropped_draft_is_mended_made_on_two_hosts_and_chatted_with(
    run, theme: Theme, paths: Paths, tmp_path: Path
):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as first,
            DemoServer(pace=AT_ONCE) as second,
            program_shown(theme, paths, first.address.authority) as shown,
        ):
            shown.services.registry.add(second.address, "second")
            await until(lambda: all(s.models_known for s in shown.services.registry.snapshots))
            file = tmp_path / "reviewer.Modelfile"
            file.write_text("FROM llama3.2:3b\nPARAMETER mirostat 1\nPARAMETER num_ctx x\n")
            shown.program.for_workshop.open_files([file])
            page = page_of(shown)
            await until(lambda: len(page.bench.problems.rows) == 2)
            problems = page.bench.problems
            while problems.rows:
                problems.mend(problems.rows[0])
            for chip in [
                page.bench.bar.hosts.chip(one.id) for one in shown.services.registry.hosts
            ]:
                if not chip.isChecked():
                    chip.click()
            QTest.keyClick(page.bench.editors, Qt.Key.Key_Return, CTRL)
            jobs = shown.services.jobs
            await until(lambda: [job.state for job in jobs.jobs] == [JobState.DONE] * 2)
            await until(page.bench.strip.chat.isVisible)
            page.bench.strip.chat.click()
            assert shown.program.window.page == "chat"
            chat = shown.program.for_chat.page
            await until(
                lambda: (
                    chat.shown.talk is not None
                    and chat.shown.talk.snapshot.conversation.target.model == "reviewer:latest"
                )
            )

    run(scenario())


def test_the_window_closes_without_a_question_and_brings_every_draft_back(
    run, theme: Theme, paths: Paths
):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            shown.program.window.show_page("workshop")
            shown.program.window.commands.action("workshop.new").trigger()
            editor = page_of(shown).bench.editors.current
            assert editor is not None
            editor.area.insertPlainText("FROM what-was-just-typed\n")
            shown.program.window.close()
            assert shown.dialog("closeQuestion") is None
        async with program_shown(theme, paths) as shown:
            assert [draft.text for draft in shown.services.drafts.drafts] == [
                "FROM what-was-just-typed\n"
            ]
            draft = page_of(shown).conduct.draft
            assert draft is not None

    run(scenario())


def test_a_model_is_opened_customised_and_pushed_from_its_row(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            models = shown.program.models
            await until(lambda: bool(models.models.rows))
            names = [row.name for row in models.models.rows]
            models.table.selectRow(names.index("storyteller:latest"))
            actions = models.actions_on_models
            actions.push.trigger()
            dialog = shown.dialog("pushDialog")
            assert dialog is not None
            dialog.cancel.click()
            actions.customise.trigger()
            dialog = shown.dialog("customiseDialog")
            assert dialog is not None
            dialog.cancel.click()
            actions.workshop.trigger()
            assert shown.program.window.page == "workshop"
            await until(lambda: page_of(shown).conduct.draft is not None)

    run(scenario())


def test_a_model_that_was_made_is_inspected_once_it_is_listed(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            host = shown.services.registry.hosts[0].id
            await until(lambda: bool(shown.program.models.models.rows))
            shown.services.jobs.copy(host, "llama3.2:3b", "made-just-now")
            shown.program.for_workshop.inspect(Target(host, "made-just-now:latest"))
            await until(
                lambda: (
                    [row.name for row in shown.program.models.selected] == ["made-just-now:latest"]
                )
            )
            assert shown.program.window.page == "models"

    run(scenario())


def test_a_file_that_is_not_there_is_said_and_the_program_runs_on(
    run, theme: Theme, paths: Paths, tmp_path: Path
):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            shown.program.for_workshop.open_files([tmp_path / "none.Modelfile"])
            toast = shown.program.window.toast
            await until(lambda: toast.text == "There is no file none.Modelfile.")

    run(scenario())
