"""The command palette, as a person uses it: by keys."""

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from shiboken6 import delete

from desktop.domain.conversation import Target
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.palette.command_entries import PALETTE
from desktop.ui.palette.delegate import parts
from desktop.ui.palette.entry import Entry, Group, Offer, Verb
from desktop.ui.palette.keycaps import keycaps
from desktop.ui.palette.palette import Palette
from tests.clock import until
from tests.journeys.program_shown import Shown, program_on_demo

_MOST = 300
"""Lines of the palette, after which one that was looked for is not there."""

MANY = 10_000


@asynccontextmanager
async def demo_shown(theme: Theme, paths: Paths) -> AsyncGenerator[Shown]:
    async with program_on_demo(theme, paths) as (_, shown):
        await until(lambda: shown.services.registry.snapshots[0].models_known)
        shown.program.window.activateWindow()
        yield shown


def opened(shown: Shown) -> Palette:
    palette = shown.program.for_finding.palette
    QTest.keyClick(shown.program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert palette.isVisible()
    return palette


def press(palette: Palette, key: Qt.Key) -> None:
    QTest.keyClick(palette.field, key)


def test_ctrl_k_opens_it_and_escape_gives_the_keyboard_back(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with demo_shown(theme, paths) as shown:
            search = shown.program.models.toolbar.search
            search.setFocus()
            palette = opened(shown)
            await until(palette.field.hasFocus)
            press(palette, Qt.Key.Key_Escape)
            assert not palette.isVisible()
            assert search.hasFocus()
            QTest.keyClick(search, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
            QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
            assert not palette.isVisible()

    run(drive())


def test_every_command_is_listed_with_its_keys_and_done_from_here(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with demo_shown(theme, paths) as shown:
            window, palette = shown.program.window, shown.program.for_finding.palette
            done: list[str] = []
            wanted = [
                (command, action)
                for command, action in window.commands.all()
                if command.key != PALETTE
            ]
            assert len(wanted) > 50
            for command, action in wanted:
                action.triggered.disconnect()
                action.triggered.connect(lambda _=False, key=command.key: done.append(key))
            offered = 0
            for command, action in wanted:
                assert action.text(), command.key
                if command.page == window.page and not action.isEnabled():
                    continue  # What cannot be done here now is not offered.
                offered += 1
                palette.open()
                palette.field.setText(action.text())
                keys = command.key
                for _ in range(_MOST):
                    if palette.current is not None and palette.current.key == keys:
                        break
                    press(palette, Qt.Key.Key_Down)
                else:
                    pytest.fail(f"{keys} is not listed for {action.text()}")
                assert palette.current is not None
                own = [c.shortcuts for c, _ in wanted if c.page == window.page and c.page]
                is_taken = not command.page and command.shortcuts in own
                assert bool(palette.current.keys) == (bool(command.shortcuts) and not is_taken)
                press(palette, Qt.Key.Key_Return)
                assert done[-1:] == [keys], keys
                assert command.page in ("", window.page)
            assert len(done) == offered > 50
            recent = shown.services.settings.settings.desktop.recent_commands
            assert recent[0] == wanted[-1][0].key

    run(drive())


def test_a_key_that_the_page_needs_is_named_for_one_thing_only(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with demo_shown(theme, paths) as shown:
            window, palette = shown.program.window, shown.program.for_finding.palette

            def keys_of(page: str, typed: str) -> tuple[str, ...]:
                window.show_page(page)
                palette.open()
                palette.field.setText(typed)
                assert palette.current is not None
                keys = palette.current.keys
                palette.leave()
                return keys

            for typed in ("Pull a model…", "phi4"):
                assert keys_of("models", typed) == keycaps("Ctrl+N")
                assert keys_of("workshop", typed) == ()
            assert keys_of("workshop", "New draft") == keycaps("Ctrl+N")

    run(drive())


def test_who_had_the_keyboard_may_be_gone_meanwhile(theme: Theme, qtbot):
    palette = _palette(theme, qtbot, Offer)
    row = QPushButton(palette.parentWidget())
    row.show()
    row.window().activateWindow()
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    palette.open()
    delete(row)
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_model_is_found_by_name_and_shown(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with demo_shown(theme, paths) as shown:
            shown.program.window.show_page("jobs")
            palette = opened(shown)
            QTest.keyClicks(palette.field, "storyt")
            assert palette.current is not None
            assert palette.current.text == "storyteller:latest"
            press(palette, Qt.Key.Key_Return)
            assert shown.program.window.page == "models"
            labels = shown.program.models.inspector.findChildren(QLabel)
            await until(lambda: "storyteller:latest" in [label.text() for label in labels])

    run(drive())


def test_tab_shows_what_can_be_done_with_a_model_and_escape_goes_back(
    theme: Theme, paths: Paths, run
):
    async def drive() -> None:
        async with demo_shown(theme, paths) as shown:
            host = shown.services.registry.hosts[0].id
            palette = opened(shown)
            QTest.keyClicks(palette.field, "qwen3")
            press(palette, Qt.Key.Key_Tab)
            QTest.keyClicks(palette.field, "load")
            assert palette.current is not None
            assert palette.current.text == "Load qwen3:4b"
            press(palette, Qt.Key.Key_Escape)
            assert palette.field.text() == "qwen3"
            press(palette, Qt.Key.Key_Tab)
            QTest.keyClicks(palette.field, "load")
            press(palette, Qt.Key.Key_Return)
            registry = shown.services.registry
            await until(
                lambda: any(one.name == "qwen3:4b" for one in registry.snapshot(host).loaded)
            )
            palette = opened(shown)
            QTest.keyClicks(palette.field, "un qwen3")
            assert palette.current is not None
            assert palette.current.text == "Unload qwen3:4b"
            press(palette, Qt.Key.Key_Escape)

    run(drive())


def test_conversations_drafts_hosts_and_settings_are_found(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with demo_shown(theme, paths) as shown:
            services, window = shown.services, shown.program.window
            draft = services.drafts.new("FROM qwen3:4b\n", "Judge of essays")
            host = services.registry.hosts[0]
            talk = services.conversations.new(Target(host.id, "qwen3:4b"))
            talk.send("How far is the moon?")
            await until(lambda: any(one.title for one in services.conversations.summaries))
            title = services.conversations.summaries[0].title
            for typed, page in (
                ("essays", "workshop"),
                (title, "chat"),
                (host.address.authority, "hosts"),
                ("size of text", "settings"),
            ):
                palette = opened(shown)
                palette.field.setText(typed)
                press(palette, Qt.Key.Key_Return)
                assert window.page == page, typed
            assert shown.program.for_workshop.page.draft_id == draft
            language = shown.program.for_finding.settings.findChild(QWidget, "settings.textScale")
            assert QApplication.focusWidget() is language
            palette = opened(shown)
            palette.field.setText("no such thing")
            assert palette.current is not None
            press(palette, Qt.Key.Key_Down)
            press(palette, Qt.Key.Key_Return)
            assert window.page == "chat"
            assert shown.program.for_chat.page.side.search.text() == "no such thing"

    run(drive())


@pytest.mark.parametrize("typed", ["q", "qwen 9", "un qwen", "zzz", ""])
def test_ten_thousand_models_do_not_make_a_key_slow(theme: Theme, qtbot, typed: str):
    models = [
        Entry(Group.MODELS, f"qwen{number}:14b", lambda: None, note="tower")
        for number in range(MANY)
    ]
    verbs = [Verb("Unload", models, lambda thing: thing), Verb("Load", models, lambda thing: thing)]
    palette = _palette(theme, qtbot, lambda: Offer(models, verbs))
    palette.open()
    began = time.process_time()
    palette.field.setText(typed)
    QApplication.processEvents()
    assert time.process_time() - began < 0.25
    palette.leave()


def test_what_was_typed_is_semibold():
    unload = Entry(Group.ACTIONS, "Unload qwen2.5:14b", lambda: None)
    assert parts(unload, ((0, 2), (7, 4))) == [
        ("Un", True),
        ("load ", False),
        ("qwen", True),
        ("2.5:14b", False),
    ]


def _palette(theme: Theme, qtbot, gather: Callable[[], Offer]) -> Palette:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    return Palette(theme, window, gather)
