"""What a person does on the memory page: by click, by key and by menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.demo.library import Library, Preloaded
from desktop.demo.pace import Pace
from desktop.domain.conversation import Target
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.busy_rows import LoadingRow, WaitingRow
from desktop.ui.memory.load_dialog import LoadDialog
from desktop.ui.memory.loaded import Cure
from desktop.ui.memory.news import LoadNews
from tests.clock import until
from tests.qt.memory_page_scene import EMPTY, GB, TOWER, Scene, choose, installed, memory_page, menu

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")
SLOWLY = Pace(1e15, 0.0, 0.005, 0.0, 4e9)


def test_a_click_unloads_a_model(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            QTest.mouseClick(row.unload, Qt.MouseButton.LeftButton)
            await scene.gone("gemma3:12b")
            assert scene.loaded() == ["qwen2.5:14b"]
            announcer = scene.page.overview.announcer
            await until(lambda: announcer.spoken == "gemma3:12b is unloaded from tower")

    run(body())


def test_after_an_unload_by_key_the_focus_is_on_the_next_model(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            row.unload.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(row.unload, Qt.Key.Key_Space)
            await scene.gone("gemma3:12b")
            left = scene.row("qwen2.5:14b")
            await until(lambda: left.isAncestorOf(_focused()))
            left.unload.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(left.unload, Qt.Key.Key_Space)
            await scene.gone("qwen2.5:14b")
            await until(lambda: scene.card().header.isAncestorOf(_focused()))

    run(body())


def test_all_of_a_host_are_unloaded_at_once(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            await scene.shown("gemma3:12b")
            header = scene.card().header
            header.unload_all.click()
            await until(lambda: scene.card().rows == ())
            assert scene.loaded() == []
            await until(lambda: header.state.text() == "Nothing is loaded")

    run(body())


def test_a_model_is_kept_for_an_hour_without_being_loaded_anew(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            choose(await _opened(scene), "Keep for 1 hour")
            await until(lambda: row.countdown.text.startswith("59:"))
            runner = scene.servers[0].machine.runners.loaded()[1]
            assert runner.context == 4096
            assert runner.size_vram < runner.size  # One that was loaded anew would be placed anew.

    run(body())


def test_a_pin_is_kept_and_let_go(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            choose(await _opened(scene), "Pin")
            await until(lambda: row.countdown.text == "pinned")
            assert scene.registry.hosts[0].pins[0].context == 4096
            choose(await _opened(scene), "Unpin")
            await until(lambda: row.countdown.text == "until you say so")
            assert scene.registry.hosts[0].pins == ()

    run(body())


def test_a_pinned_model_that_is_not_loaded_is_shown_and_can_be_let_go(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            choose(await _opened(scene), "Pin")
            await until(lambda: row.countdown.text == "pinned")
            row.unload.click()
            await scene.gone("gemma3:12b")
            await until(lambda: isinstance(scene.card().rows[-1], WaitingRow))
            waiting = scene.card().rows[-1]
            assert isinstance(waiting, WaitingRow)
            waiting.load.click()
            await scene.shown("gemma3:12b")
            scene.row("gemma3:12b").unload.click()
            await until(lambda: isinstance(scene.card().rows[-1], WaitingRow))
            waiting = scene.card().rows[-1]
            assert isinstance(waiting, WaitingRow)
            waiting.unpin.click()
            await until(lambda: len(scene.card().rows) == 1)

    run(body())


def test_the_menu_leads_to_other_pages(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            await scene.shown("gemma3:12b")
            choose(await _opened(scene), "Chat with it")
            choose(await _opened(scene), "Show it in Models")
            choose(await _opened(scene), "Copy name")
            assert scene.heard.chats == [Target(scene.ids[0], "gemma3:12b")]
            assert scene.heard.inspected == [(scene.ids[0], "gemma3:12b")]
            assert QGuiApplication.clipboard().text() == "gemma3:12b"

    run(body())


def test_a_right_click_opens_the_same_menu(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            assert row.countdown.toolTip().startswith("Leaves memory at ")
            middle = row.rect().center()
            reason = QContextMenuEvent.Reason.Mouse
            QCoreApplication.sendEvent(row.name, QContextMenuEvent(reason, middle, middle))
            await until(lambda: menu("keepMenu") is not None)
            opened = menu("keepMenu")
            assert opened is not None
            choose(opened, "Unload")
            await scene.gone("gemma3:12b")

    run(body())


def test_the_menu_of_a_host_asks_how_its_memory_is_known(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            await scene.shown("gemma3:12b")
            scene.card().header.more.click()
            await until(lambda: menu("cardMenu") is not None)
            opened = menu("cardMenu")
            assert opened is not None
            choose(opened, "How its memory is known")
            assert scene.heard.sources == [scene.ids[0]]

    run(body())


def test_a_smaller_context_is_one_click(theme: Theme, run, tmp_path: Path) -> None:
    library = Library(
        models=installed("llama3.1:8b"), loaded=(Preloaded("llama3.1:8b"),), gpu_memory=8 * GB
    )
    cards = {"tower": (8 * GB, 2 * GB)}

    async def body() -> None:
        async with memory_page(theme, tmp_path, [library], cards=cards) as scene:
            await scene.shown("llama3.1:8b")
            scene.registry.load(scene.ids[0], "llama3.1:8b", -1, 32768)
            row = scene.row("llama3.1:8b")
            await until(lambda: row.facts.model.context_length == 32768)
            await until(lambda: row.facts.cure is Cure.CONTEXT)
            assert row.slow is not None
            assert row.slow.isVisible()
            assert row.slow.use.text().startswith("Use ")
            row.slow.use.click()
            await until(lambda: row.facts.model.context_length < 32768)
            await until(lambda: row.facts.on_cpu == 0)
            assert row.countdown.text == "until you say so"
            assert not row.slow.isVisible()

    run(body())


def test_a_load_with_another_context_is_broken_off_as_a_first_one_is(
    theme: Theme, run, tmp_path: Path
) -> None:
    library = Library(
        models=installed("llama3.1:8b"), loaded=(Preloaded("llama3.1:8b"),), gpu_memory=8 * GB
    )
    cards = {"tower": (8 * GB, 2 * GB)}

    async def body() -> None:
        async with memory_page(theme, tmp_path, [library], cards=cards) as scene:
            await scene.shown("llama3.1:8b")
            scene.registry.load(scene.ids[0], "llama3.1:8b", -1, 32768)
            row = scene.row("llama3.1:8b")
            await until(lambda: row.facts.cure is Cure.CONTEXT)
            assert row.slow is not None
            scene.hang()
            row.slow.use.click()
            loading = await scene.loading()
            assert not row.slow.isVisible()
            loading.cancel.click()
            await until(lambda: not scene.registry.snapshot(scene.ids[0]).attempts)
            await until(row.slow.isVisible)
            assert row.facts.model.context_length == 32768

    run(body())


def test_the_others_make_room_for_one_that_is_slow(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        cards = {"tower": (24 * GB, 23 * GB)}
        async with memory_page(theme, tmp_path, cards=cards) as scene:
            row = await scene.shown("gemma3:12b")
            await until(lambda: row.facts.slow is not None and row.facts.slow.fits_alone)
            assert row.facts.cure is Cure.UNLOAD_OTHERS
            assert row.slow is not None
            assert row.slow.use.text() == "Unload the others"
            assert "that are free." in row.slow.accessibleName()
            row.slow.use.click()
            await scene.gone("qwen2.5:14b")
            await until(lambda: scene.loaded() == ["gemma3:12b"])
            await until(lambda: _on_cpu(scene, "gemma3:12b") == 0)

    run(body())


def test_what_fits_beside_the_others_by_now_is_loaded_anew_alone(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        cards = {"tower": (24 * GB, 19 * GB)}
        async with memory_page(theme, tmp_path, cards=cards) as scene:
            row = await scene.shown("gemma3:12b")
            await until(lambda: row.facts.cure is Cure.LOAD_ANEW)
            assert row.slow is not None
            assert row.slow.use.text() == "Load it anew"
            row.slow.use.click()
            await until(lambda: _on_cpu(scene, "gemma3:12b") == 0)
            assert set(scene.loaded()) == {"qwen2.5:14b", "gemma3:12b"}

    run(body())


def test_a_model_is_loaded_with_what_was_chosen(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [EMPTY], pace=SLOWLY) as scene:
            scene.card().header.load.click()
            dialog = await _dialog()
            assert dialog.model is not None
            dialog.context.setCurrentIndex(dialog.context.findData(8192))
            dialog.keep.setCurrentIndex(dialog.keep.findData("1h"))
            await until(lambda: dialog.fit.words.text() != "")
            QTest.keyClick(dialog.search, Qt.Key.Key_Return)
            await scene.loading()
            row = await scene.shown("llama3.2:3b")
            assert row.facts.model.context_length == 8192
            await until(lambda: row.countdown.text.startswith("59:"))
            assert not any(isinstance(one, LoadingRow) for one in scene.card().rows)

    run(body())


def test_a_load_is_broken_off_and_nobody_says_that_it_is_loaded(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [EMPTY]) as scene:
            faults = scene.hang()
            scene.registry.load(scene.ids[0], "llama3.2:3b")
            await scene.loading()
            news = LoadNews()
            said: list[str] = []
            scene.registry.host_changed.subscribe(
                lambda host_id: said.append(news.read(scene.registry.snapshot(host_id)))
            )
            news.read(scene.registry.snapshot(scene.ids[0]))
            (row,) = scene.card().rows
            assert isinstance(row, LoadingRow)
            assert row.cancel.accessibleName() == "Cancel loading llama3.2:3b"
            row.cancel.click()
            await until(lambda: scene.card().rows == ())
            assert scene.registry.snapshot(scene.ids[0]).attempts == ()
            assert not any(said)
            faults.clear()
            scene.registry.break_off(scene.ids[0], "llama3.2:3b")  # Too late: there is nothing.
            scene.registry.load(scene.ids[0], "llama3.2:3b")
            await scene.shown("llama3.2:3b")

    run(body())


def test_the_choice_leaves_out_what_is_loaded_by_any_name(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [TOWER]) as scene:
            await scene.shown("gemma3:12b")
            scene.card().header.add.click()
            dialog = await _dialog()
            assert _offered(dialog) == ["llama3.2:3b", "qwq:32b"]
            QTest.keyClicks(dialog.search, "qw")
            assert _offered(dialog) == ["qwq:32b"]
            assert dialog.model is not None
            assert dialog.model.name == "qwq:32b"
            dialog.search.setText("nothing like this")
            assert not dialog.primary.isEnabled()
            dialog.pull.click()
            assert scene.heard.pulls == scene.ids

    run(body())


async def _opened(scene: Scene):
    """Open the menu of gemma3:12b."""
    await until(lambda: menu("keepMenu") is None)
    scene.row("gemma3:12b").more.click()
    await until(lambda: menu("keepMenu") is not None)
    found = menu("keepMenu")
    assert found is not None
    return found


async def _dialog() -> LoadDialog:
    def shown() -> list[LoadDialog]:
        tops = QApplication.topLevelWidgets()
        return [one for one in tops if isinstance(one, LoadDialog) and one.isVisible()]

    await until(shown)
    dialog = shown()[0]
    dialog.activateWindow()
    return dialog


def _offered(dialog: LoadDialog) -> list[str]:
    rows = (dialog.models.model_at(row) for row in range(dialog.models.rowCount()))
    return [row.name for row in rows if row is not None]


def _focused() -> QWidget:
    return QApplication.focusWidget() or QWidget()


def _on_cpu(scene: Scene, model: str) -> int | None:
    row = scene.card().loaded_row(model)
    return row.facts.on_cpu if row is not None else None
