import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from desktop.demo.library import demo_library, empty_library, tower_library
from desktop.diagnostics.explain import Remedy
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.list import ALL_HOSTS
from desktop.ui.models.columns_menu import columns_menu
from desktop.ui.models.naming import NamingDialog
from desktop.ui.models.questions import DeleteQuestion
from desktop.ui.models.view import Column
from tests.clock import until
from tests.qt.models_window import Shown, models_window

Run = Callable[[Coroutine[Any, Any, Any]], Any]
Scene = Callable[[Shown], Coroutine[Any, Any, None]]


def play(run: Run, theme: Theme, folder: Path, scene: Scene, **settings: Any) -> None:
    """Open the window over the tower's library, and let the scene happen in it."""

    async def main() -> None:
        async with models_window(theme, folder, **settings) as shown:
            shown.window.resize(1440, 900)
            if "tower" in shown.hosts:
                await shown.wait("tower")
            await scene(shown)

    run(main())


def press(widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key, keys or Qt.KeyboardModifier.NoModifier)


def type_filter(shown: Shown, text: str) -> None:
    shown.page.focus_filter()
    QTest.keyClicks(shown.page.toolbar.search, text)


def dialog(kind: type[Any]) -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def header_place(shown: Shown, column: Column) -> QPoint:
    bars = shown.page.table.bars
    return QPoint(bars.sectionViewportPosition(column) + 12, bars.height() // 2)


def test_the_models_of_all_hosts_stand_in_one_table(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        await shown.wait("This computer", "tower")
        assert {row.host for row in shown.page.models.rows} == {"This computer", "tower"}
        assert shown.page.work.footer.counts.text().startswith("18 models on 2 hosts")

    play(run, theme, tmp_path, scene)


def test_typing_filters_and_escape_brings_all_back(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        everything = shown.names
        type_filter(shown, "tower qwen coder")
        assert shown.names == ["qwen2.5-coder:7b"]
        press(shown.page.table, Qt.Key.Key_Escape)
        assert shown.names == everything

    play(run, theme, tmp_path, scene)


def test_what_is_filtered_to_nothing_can_be_pulled(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        type_filter(shown, "qwen vision")
        QTest.mouseClick(shown.page.work.placeholder.pull_text, Qt.MouseButton.LeftButton)
        assert shown.pulled == ["qwen vision"]
        QTest.mouseClick(shown.page.work.placeholder.clear, Qt.MouseButton.LeftButton)
        assert len(shown.names) > 9

    play(run, theme, tmp_path, scene)


def test_chips_are_remembered(run: Run, theme: Theme, tmp_path: Path):
    settings = SettingsFile(tmp_path / "settings.json")

    async def scene(shown: Shown) -> None:
        chip = next(chip for chip in shown.page.toolbar.buttons if chip.text() == "Vision")
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert shown.names == ["gemma3:4b", "gemma3:12b"]

    async def later(shown: Shown) -> None:
        await shown.wait("tower")
        assert "gemma3:12b" in shown.names
        assert "qwq:32b" not in shown.names

    play(run, theme, tmp_path, scene, settings=settings)
    play(run, theme, tmp_path, later, settings=SettingsFile(tmp_path / "settings.json"))


def test_a_click_on_a_header_sorts_and_is_remembered(run: Run, theme: Theme, tmp_path: Path):
    settings = SettingsFile(tmp_path / "settings.json")

    async def scene(shown: Shown) -> None:
        bars = shown.page.table.bars
        place = header_place(shown, Column.SIZE)
        for _ in range(2):
            QTest.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert shown.names[0] == "llama3.3:70b"

    async def later(shown: Shown) -> None:
        assert shown.page.models.sorting == (Column.SIZE, True)

    play(run, theme, tmp_path, scene, settings=settings)
    play(run, theme, tmp_path, later, settings=SettingsFile(tmp_path / "settings.json"))


def test_columns_are_hidden_moved_and_remembered(run: Run, theme: Theme, tmp_path: Path):
    settings = SettingsFile(tmp_path / "settings.json")

    async def scene(shown: Shown) -> None:
        menu = columns_menu(shown.page.work.columns, shown.page)
        next(action for action in menu.actions() if action.text() == "Quant").trigger()
        shown.page.table.bars.moveSection(Column.SIZE, 1)
        shown.page.table.setColumnWidth(Column.HOST, 211)

    async def later(shown: Shown) -> None:
        table = shown.page.table
        assert table.isColumnHidden(Column.QUANTIZATION)
        assert table.bars.visualIndex(Column.SIZE) == 1
        assert table.columnWidth(Column.HOST) == 211

    play(run, theme, tmp_path, scene, settings=settings)
    play(run, theme, tmp_path, later, settings=SettingsFile(tmp_path / "settings.json"))


def test_the_keyboard_sorts_and_moves_columns_too(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        def trigger(submenu: str, column: str) -> None:
            menus = columns_menu(shown.page.work.columns, shown.page).findChildren(QMenu)
            menu = next(menu for menu in menus if menu.title() == submenu)
            next(action for action in menu.actions() if action.text() == column).trigger()

        trigger("Sort by", "Size")
        assert shown.page.models.sorting == (Column.SIZE, False)
        trigger("Sort by", "Size")
        assert shown.page.models.sorting == (Column.SIZE, True)
        trigger("Move right", "Host")
        trigger("Move left", "Quant")
        order = shown.page.work.columns.order
        assert order[1:4] == [Column.FAMILY, Column.HOST, Column.QUANTIZATION]
        kept = shown.settings.settings.models_page
        assert (kept.sort_column, kept.sort_descending) == ("size", True)
        assert [entry.key for entry in kept.columns][1:3] == ["family", "host"]

    play(run, theme, tmp_path, scene)


def test_a_narrow_window_hides_columns_unless_they_were_chosen(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Shown) -> None:
        table = shown.page.table
        menu = columns_menu(shown.page.work.columns, shown.page)
        family = next(action for action in menu.actions() if action.text() == "Family")
        family.trigger()
        family.trigger()
        shown.window.resize(1000, 680)
        await until(lambda: table.isColumnHidden(Column.CONTEXT))
        assert not table.isColumnHidden(Column.FAMILY)
        assert shown.page.chooser.isVisible()

    play(run, theme, tmp_path, scene)


def test_delete_names_the_model_and_what_is_freed_and_does_it(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Shown) -> None:
        await until(lambda: shown.index("qwen2.5:14b").siblingAtColumn(Column.LOADED).data())
        shown.choose("qwen2.5:14b")
        press(shown.page.table, Qt.Key.Key_Delete)
        question = dialog(DeleteQuestion)
        assert question.title.text() == "Delete qwen2.5:14b on tower?"
        assert question.frees == ["frees next to nothing"]
        assert "api-reviewer:latest shares the weights" in question.notes
        assert "is loaded, and is unloaded first" in question.notes
        assert question.focusWidget() is question.cancel
        QTest.mouseClick(question.primary, Qt.MouseButton.LeftButton)
        await until(lambda: shown.jobs.jobs and shown.jobs.jobs[0].state.is_finished)
        shown.registry.refresh()
        await until(lambda: not shown.index("qwen2.5:14b").isValid())

    play(run, theme, tmp_path, scene)


def test_enter_in_the_delete_question_deletes_nothing(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        shown.choose("qwen2.5:14b", "qwq:32b")
        press(shown.page.table, Qt.Key.Key_Delete)
        question = dialog(DeleteQuestion)
        assert question.primary.text() == "Delete 2 models"
        QTest.keyClick(question.cancel, Qt.Key.Key_Return)
        await asyncio.sleep(0.05)
        assert not shown.jobs.jobs

    play(run, theme, tmp_path, scene)


def test_a_model_is_renamed_with_f2(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        shown.choose("qwq:32b")
        press(shown.page.table, Qt.Key.Key_F2)
        asked = dialog(NamingDialog)
        QTest.keyClicks(asked.name, "thinker")
        assert asked.name.text() == "thinker:32b"
        QTest.keyClick(asked.name, Qt.Key.Key_Return)
        await until(lambda: shown.jobs.jobs and shown.jobs.jobs[0].state.is_finished)
        shown.registry.refresh()
        await until(lambda: "thinker:32b" in shown.names)
        assert "qwq:32b" not in shown.names

    play(run, theme, tmp_path, scene)


def test_a_rename_to_the_same_name_is_refused_whatever_its_case(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Shown) -> None:
        shown.choose("qwq:32b")
        press(shown.page.table, Qt.Key.Key_F2)
        asked = dialog(NamingDialog)
        asked.name.setText("QWQ:32B")
        assert not asked.primary.isEnabled()
        assert "takes this for the name it has" in asked.name.accessibleDescription()
        asked.reject()

    play(run, theme, tmp_path, scene)


def test_an_existing_model_is_replaced_only_if_that_is_agreed_to(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Shown) -> None:
        shown.choose("qwq:32b")
        shown.page.actions_on_models.copy.trigger()
        asked = dialog(NamingDialog)
        asked.name.setText("gpt-oss:20b")
        assert asked.replace.isVisible()
        assert not asked.primary.isEnabled()
        asked.replace.click()
        assert asked.primary.isEnabled()
        asked.name.setText("gpt-oss:20")
        assert not asked.replace.isVisible()
        asked.name.setText("gpt-oss:20b")
        assert not asked.primary.isEnabled()
        asked.reject()

    play(run, theme, tmp_path, scene)


def test_many_are_copied_under_a_namespace(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        shown.choose("qwq:32b", "gpt-oss:20b")
        shown.page.actions_on_models.copy.trigger()
        asked = dialog(NamingDialog)
        QTest.keyClicks(asked.name, "me")
        asked.accept()
        await until(lambda: all(job.state.is_finished for job in shown.jobs.jobs))
        shown.registry.refresh()
        await until(lambda: {"me/qwq:32b", "me/gpt-oss:20b"} <= set(shown.names))

    play(run, theme, tmp_path, scene)


def test_ctrl_c_copies_the_names(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        shown.choose("qwq:32b", "gpt-oss:20b")
        press(shown.page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == "gpt-oss:20b\nqwq:32b"

    play(run, theme, tmp_path, scene)


def test_a_host_that_is_down_says_why_and_offers_to_mend_it(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        shown.side.choose(shown.hosts["lab"])
        button = next(
            button
            for remedy, button in shown.page.work.placeholder.remedies.items()
            if remedy.name == "EDIT_ADDRESS"
        )
        await until(button.isVisible)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert shown.mended == [(shown.hosts["lab"], Remedy.EDIT_ADDRESS)]

    play(run, theme, tmp_path, scene, dead=("lab",))


def test_a_host_that_goes_down_keeps_its_rows_under_a_banner(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Shown) -> None:
        shown.side.choose(shown.hosts["tower"])
        await shown.servers["tower"].stop()
        shown.registry.refresh()
        await until(shown.page.work.banner.isVisible)
        assert "qwq:32b" in shown.names

    play(run, theme, tmp_path, scene)


def test_a_host_without_models_says_what_to_do(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        await until(shown.page.work.placeholder.pull.isVisible)
        QTest.mouseClick(shown.page.work.placeholder.pull, Qt.MouseButton.LeftButton)
        assert shown.pulled == [""]

    play(run, theme, tmp_path, scene, libraries={"bare": empty_library()})


def test_unload_takes_a_model_out_of_memory(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        await until(lambda: shown.index("gemma3:12b").siblingAtColumn(Column.LOADED).data())
        shown.choose("gemma3:12b")
        QTest.mouseClick(shown.page.inspector.header.unload, Qt.MouseButton.LeftButton)
        await until(lambda: not shown.index("gemma3:12b").siblingAtColumn(Column.LOADED).data())
        assert shown.page.inspector.header.load.isVisible()

    play(run, theme, tmp_path, scene)


def test_a_column_keeps_the_room_that_other_hosts_need(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        shown.side.choose(shown.hosts["tower"])
        type_filter(shown, "qwq")
        shown.page.toolbar.clear()
        shown.side.choose(ALL_HOSTS)
        await shown.wait("This computer", "tower")
        table = shown.page.table
        width = table.columnWidth(Column.CAPABILITIES)
        assert width >= table.sizeHintForColumn(Column.CAPABILITIES)
        shown.side.choose(shown.hosts["tower"])
        assert table.columnWidth(Column.CAPABILITIES) == width

    play(run, theme, tmp_path, scene)


def test_the_room_that_a_removed_host_needed_is_given_back(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        await shown.wait("This computer", "a host with a rather long name")
        table = shown.page.table
        width = table.columnWidth(Column.HOST)
        shown.registry.remove(shown.hosts["a host with a rather long name"])
        await until(lambda: table.columnWidth(Column.HOST) < width)

    libraries = {"This computer": demo_library(), "a host with a rather long name": tower_library()}
    play(run, theme, tmp_path, scene, libraries=libraries)


def test_a_larger_text_is_no_wish_for_other_columns(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        theme.set_text_scale(2.0)
        await asyncio.sleep(0.05)
        assert not any(entry.width for entry in shown.settings.settings.models_page.columns)
        need = shown.page.table.sizeHintForColumn(Column.PARAMETERS)
        assert shown.page.table.columnWidth(Column.PARAMETERS) >= need

    play(run, theme, tmp_path, scene)


def test_what_is_asked_about_a_model_is_copied_as_curl(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        shown.choose("qwq:32b")
        menu = shown.page.actions_on_models.menu(shown.page)
        curl = next(part for part in menu.findChildren(QMenu) if part.title() == "Copy as curl")
        for action in curl.actions():
            action.trigger()
            line = QGuiApplication.clipboard().text()
            assert line.startswith("curl ")
            assert "qwq:32b" in line
        menu.deleteLater()

    play(run, theme, tmp_path, scene)


def test_what_is_deleted_is_asked_about_and_then_known_everywhere(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Shown) -> None:
        await shown.wait("This computer")
        here = "This computer"
        shown.choose("llama3.2:3b", host=here)
        press(shown.page.table, Qt.Key.Key_Delete)
        question = dialog(DeleteQuestion)
        assert question.frees == ["frees at most 2.0 GB"]
        assert "asked which weights they have" in question.notes
        await until(lambda: question.frees == ["frees next to nothing"])
        assert "storyteller:latest shares the weights" in question.notes
        question.reject()

        def says(text: str) -> bool:
            labels = shown.page.inspector.overview.findChildren(QLabel)
            return any(label.text().startswith(text) for label in labels)

        await until(lambda: says("storyteller:latest has the same weights"))

    play(run, theme, tmp_path, scene)
