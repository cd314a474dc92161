"""The chat page in the whole window: from a model's row to a conversation found again."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop.chat.snapshot import TalkSnapshot
from desktop.demo.pace import AT_ONCE, Pace
from desktop.demo.server import DemoServer
from desktop.diagnostics.explain import Remedy
from desktop.domain.conversation import Conversation, Ending, Entry, Target
from desktop.storage.conversations import open_conversations
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.export_text import ExportForm
from desktop.ui.chat.page import ChatPage
from desktop.ui.chat.questions import RenameDialog
from tests.clock import own_seconds, until
from tests.journeys.hostile import said
from tests.journeys.program_shown import Shown, program_shown

CTRL = Qt.KeyboardModifier.ControlModifier
MODEL = "llama3.2:3b"
SLOW = Pace(speed=1e15, latency=0.0, interval=0.005, token_pause=0.02, load_speed=1e15)


def page_of(shown: Shown) -> ChatPage:
    return shown.program.for_chat.page


def snapshot(shown: Shown) -> TalkSnapshot:
    talk = page_of(shown).shown.talk
    assert talk is not None
    return talk.snapshot


def titles(shown: Shown) -> list[str]:
    return [row.title for row in shown.services.conversations.summaries]


async def ready(shown: Shown) -> ChatPage:
    """Show the page, and wait until somebody can be asked."""
    shown.program.window.show_page("chat")
    await until(lambda: page_of(shown).shown.talk is not None)
    await until(lambda: snapshot(shown).conversation.target.model)
    return page_of(shown)


def write(shown: Shown, text: str) -> None:
    """Type a message and send it, as a person does."""
    composer = page_of(shown).work.composer
    composer.input.setPlainText(text)
    QTest.keyClick(composer.input, Qt.Key.Key_Return)


async def ask(shown: Shown, text: str) -> None:
    before = len(snapshot(shown).path)
    write(shown, text)
    await until(lambda: len(snapshot(shown).path) == before + 2 and snapshot(shown).turn is None)


async def leave_growing(paths: Paths, head: Conversation, answer: Entry) -> None:
    """Leave an answer behind as a program does that was killed while it came."""
    store = await open_conversations(paths.conversations_file)
    try:
        await store.finish(replace(answer, text="This is the", ending=Ending.GROWING))
        await store.put(head)
    finally:
        await store.close()


def test_a_chat_begins_at_a_models_row_and_is_there_again_at_the_next_start(
    run, theme: Theme, paths: Paths
):
    async def scenario() -> None:
        async with DemoServer(pace=AT_ONCE) as server:
            address = server.address.authority
            async with program_shown(theme, paths, address) as shown:
                models = shown.program.models
                await until(lambda: bool(models.models.rows))
                names = [row.name for row in models.models.rows]
                models.table.selectRow(names.index(MODEL))
                models.table.setFocus()
                QTest.keyClick(models.table, Qt.Key.Key_Return, CTRL)
                assert shown.program.window.page == "chat"
                assert snapshot(shown).conversation.target.model == MODEL
                assert titles(shown) == []
                await ask(shown, "What is 向量?")
                assert titles(shown) == ["What is 向量?"]
                assert page_of(shown).work.composer.text == ""
                page_of(shown).work.composer.input.setPlainText("half a thou")
                await until(lambda: snapshot(shown).has_draft)
            async with program_shown(theme, paths, address) as shown:
                await ready(shown)
                await until(lambda: len(snapshot(shown).path) == 2)
                assert page_of(shown).work.composer.text == "half a thou"
                recent = shown.services.settings.settings.chat_page.recent
                assert [entry.model for entry in recent] == [MODEL]

    run(scenario())


def test_a_host_offers_a_chat_with_a_model_that_it_has_loaded(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            host_id = shown.services.registry.hosts[0].id
            await until(lambda: shown.services.registry.snapshot(host_id).loaded)
            loaded = shown.services.registry.snapshot(host_id).loaded[0].name
            menu = shown.program.for_hosts.page.actions_on_hosts.menu(host_id)
            next(action for action in menu.actions() if action.text() == "Chat").trigger()
            menu.deleteLater()
            assert shown.program.window.page == "chat"
            assert snapshot(shown).conversation.target == Target(host_id, loaded)

    run(scenario())


def test_a_two_character_word_is_found_and_jumped_to(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            page = await ready(shown)
            await ask(shown, "海豚怎么唱歌")
            page.new_chat()
            await ask(shown, "Something else")
            QTest.keyClick(page, Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
            assert page.side.search.hasFocus()
            page.side.search.setText("海豚")
            await until(page.side.hits.isVisible)
            QTest.keyClick(page.side.search, Qt.Key.Key_Return)
            await until(lambda: snapshot(shown).path[0].text == "海豚怎么唱歌")
            QTest.keyClick(page.side.search, Qt.Key.Key_Escape)
            assert page.side.view.isVisible()

    run(scenario())


def test_what_is_deleted_makes_room_for_the_next_and_can_be_brought_back(
    run, theme: Theme, paths: Paths
):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            page = await ready(shown)
            await ask(shown, "First")
            page.new_chat()
            await ask(shown, "Second")
            page.delete()
            assert titles(shown) == ["First"]
            await until(lambda: snapshot(shown).path[0].text == "First")
            assert "Deleted “Second”" in said(shown.program.window)
            undo = shown.program.window.toast.findChild(type(page.work.pull))
            assert undo is not None
            undo.click()
            await until(lambda: snapshot(shown).path[0].text == "Second")
            assert sorted(titles(shown)) == ["First", "Second"]
            page.delete()
            await until(lambda: snapshot(shown).path[0].text == "First")
            page.delete()
            assert snapshot(shown).path == ()
            assert titles(shown) == []

    run(scenario())


def test_a_conversation_is_renamed_pinned_and_exported(
    run, theme: Theme, paths: Paths, tmp_path: Path
):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            page = await ready(shown)
            await ask(shown, "Hello")
            QTest.keyClick(page, Qt.Key.Key_F2)
            field = page.work.header.title.field
            assert field.hasFocus()
            QTest.keyClicks(field, "Greetings")
            QTest.keyClick(field, Qt.Key.Key_Return)
            await until(lambda: titles(shown) == ["Greetings"])
            await until(lambda: page.work.header.title.label.text() == "Greetings")
            page.work.header.pin.click()
            await until(lambda: shown.services.conversations.summaries[0].is_pinned)
            menu = QMenu()
            page.actions_on_all.fill(snapshot(shown).conversation.id, menu)
            menu.actions()[0].trigger()
            dialog = page.findChild(RenameDialog)
            assert dialog is not None
            dialog.field.clear()
            assert not dialog.primary.isEnabled()
            dialog.reject()
            talk = page.shown.talk
            assert talk is not None
            for form in ExportForm:
                file = tmp_path / f"chat.{form.value}"
                page.actions_on_all.export.write(talk, form, str(file))
                await until(file.exists)
                assert "Hello" in file.read_text("utf-8")
            missing = tmp_path / "chat.md" / "no-folder.md"
            page.actions_on_all.export.write(talk, ExportForm.JSON, str(missing))
            await until(lambda: "cannot be written" in said(shown.program.window))

    run(scenario())


def test_closing_in_the_middle_of_an_answer_takes_no_second_and_keeps_its_words(
    run, theme: Theme, paths: Paths
):
    async def scenario() -> None:
        async with DemoServer(pace=SLOW) as server:
            address = server.address.authority
            async with program_shown(theme, paths, address) as shown:
                page = await ready(shown)
                write(shown, "Go on for long")
                talk = page.shown.talk
                assert talk is not None
                await until(lambda: talk.growth is not None and len(talk.growth.answer.text) > 40)
                assert shown.services.conversations.answering
                shown.program.window.show_page("models")
                badge = shown.program.window.rail_item("chat").accessibleDescription
                await until(lambda: badge() == "an answer is coming")
                began = own_seconds()
            assert own_seconds() - began < 1.0
            async with program_shown(theme, paths, address) as shown:
                page = await ready(shown)
                await until(lambda: len(snapshot(shown).path) == 2)
                answer = snapshot(shown).path[-1]
                assert answer.ending is Ending.KILLED
                assert len(answer.text) > 40
                await until(lambda: "Continue" in said(page.work.transcript))
                assert "Paddock ended" in said(page.work.transcript)

    run(scenario())


def test_an_answer_that_a_kill_cut_off_goes_on_where_it_ended(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with DemoServer(pace=AT_ONCE) as server:
            address = server.address.authority
            async with program_shown(theme, paths, address) as shown:
                await ready(shown)
                await ask(shown, "Go on for long")
                kept = snapshot(shown)
            await leave_growing(paths, kept.conversation, kept.path[-1])
            async with program_shown(theme, paths, address) as shown:
                page = await ready(shown)
                answer = snapshot(shown).path[-1]
                assert (answer.ending, answer.text) == (Ending.KILLED, "This is the")
                await until(lambda: "Continue" in said(page.work.transcript))
                page.work.transcript.continue_wanted.emit(answer.id)
                await until(lambda: snapshot(shown).path[-1].ending is Ending.COMPLETE)
                whole = snapshot(shown).path[-1]
                assert (whole.id, whole.text[:11]) == (answer.id, "This is the")
                assert len(whole.text) > len(answer.text)

    run(scenario())


def test_a_host_that_is_gone_fails_in_words_and_another_one_takes_over(
    run, theme: Theme, paths: Paths
):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as other,
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            page = await ready(shown)
            talk = page.shown.talk
            assert talk is not None
            second = shown.services.registry.add(other.address, "other")
            talk.set_target(Target(shown.services.registry.hosts[0].id, MODEL))
            shown.services.registry.remove(shown.services.registry.hosts[0].id)
            await until(lambda: shown.services.registry.snapshot(second).models_known)
            talk.send("Are you there?")
            await until(lambda: talk.snapshot.failure is not None)
            assert talk.snapshot.path[0].text == "Are you there?"
            page.conduct.remedies.mend(talk, Remedy.USE_OTHER_HOST, None)
            await until(lambda: len(talk.snapshot.path) == 2 and talk.snapshot.turn is None)
            assert talk.snapshot.path[-1].target == Target(second, MODEL)

    run(scenario())


@pytest.mark.parametrize("remedy", [Remedy.USE_OTHER_MODEL, Remedy.SMALLER_MODEL])
def test_a_choice_that_mends_asks_again_at_once(run, theme: Theme, paths: Paths, remedy: Remedy):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            page = await ready(shown)
            talk = page.shown.talk
            assert talk is not None
            host_id = shown.services.registry.hosts[0].id
            talk.set_target(Target(host_id, "nobody-has-this"))
            talk.send("Hello")
            await until(lambda: talk.snapshot.failure is not None)
            await until(lambda: "nobody-has-this" in said(page.work.transcript))
            page.work.transcript.remedy_wanted.emit(remedy)
            picker = page.work.composer.picker
            await until(picker.isVisible)
            picker.close()
            picker.chosen.emit(Target(host_id, MODEL))
            await until(lambda: len(talk.snapshot.path) == 2 and talk.snapshot.turn is None)
            assert talk.snapshot.failure is None

    run(scenario())


def test_without_any_host_the_page_says_what_to_do_first(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            registry = shown.services.registry
            registry.remove(registry.hosts[0].id)
            shown.program.window.show_page("chat")
            work = page_of(shown).work
            await until(work.explore.isVisible)
            work.explore.click()
            await until(lambda: snapshot(shown).conversation.target.model)
            await until(lambda: not work.explore.isVisible())

    run(scenario())


def test_in_a_narrow_window_the_list_is_a_drawer(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            page, window = await ready(shown), shown.program.window
            await ask(shown, "First")
            page.new_chat()
            await ask(shown, "Second")
            window.setMinimumSize(0, 0)
            window.resize(720, 450)
            assert not page.side.isVisible()
            assert not page.panel.isVisible()
            page.work.header.list.click()
            side = page.drawer.findChildren(type(page.side))[0]
            assert side.isVisible()
            side.view.setCurrentIndex(side.conversations.index(1))
            side.view.picked.emit(side.conversations.index(1))
            await until(lambda: snapshot(shown).path[0].text == "First")
            assert not page.drawer.isVisible()
            page.toggle_panel()
            assert page.panel.isVisible()
            QTest.keyClick(page.panel.prompt.field, Qt.Key.Key_Escape)
            assert not page.panel.isVisible()

    run(scenario())


def test_a_new_chat_asks_another_model_when_its_own_is_deleted(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            await ready(shown)
            first = snapshot(shown).conversation.target
            shown.services.jobs.delete(first.host_id, first.model)
            await until(lambda: snapshot(shown).conversation.target.model not in {"", first.model})

    run(scenario())
