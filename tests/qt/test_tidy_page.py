"""The page that tidies up: what models really take, and this computer's files."""

import asyncio
import os
import shutil
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget

from desktop.demo.library import empty_library, made_up_library, tower_library
from desktop.domain.readings import DiskReading
from desktop.jobs.job import JobKind
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.questions import DeleteQuestion
from desktop.ui.tidy.page import Part
from desktop.ui.tidy.questions import MendQuestion, RemoveQuestion
from desktop.ui.tidy.view import Column
from tests.clock import until
from tests.qt.tidy_scene import HERE, Tidied, tidy_page

Run = Callable[[Coroutine[Any, Any, Any]], Any]
Scene = Callable[[Tidied], Coroutine[Any, Any, None]]
GB = 10**9
PART = f"sha256-{'ab' * 32}-partial"


def play(run: Run, theme: Theme, folder: Path, scene: Scene, **given: Any) -> None:
    async def main() -> None:
        async with tidy_page(theme, folder, **given) as shown:
            await scene(shown)

    run(main())


def press(widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def dialog(kind: type[Any]) -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


async def untidy(shown: Tidied) -> None:
    """Leave over a download and an orphan, and damage a file that two models use."""
    shown.folder.model("qwen3:4b", b"config", b"weights")
    shown.folder.model("tiny:latest", b"config 2", b"weights")
    shown.folder.file(shown.folder.blob(b"weights"), b"damaged")
    shown.folder.file(PART, b"x" * 50_000)
    shown.folder.blob(b"orphan" * 9_000)
    shown.services.tidying.look()
    await shown.looked()


async def end_jobs(shown: Tidied) -> None:
    """Cancel the pulls, and wait until their connections are let go of as well."""
    jobs = shown.services.jobs
    for job in jobs.jobs:
        jobs.cancel(job.id)
    await until(lambda: all(job.state.is_finished for job in jobs.jobs))
    await until(lambda: not jobs._tasks.task_count)


async def verify(shown: Tidied) -> None:
    shown.page.files.verify.verify.click()
    await shown.looked()


def test_models_stand_by_size_with_what_deleting_each_really_frees(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Tidied) -> None:
        await shown.known()
        assert shown.names[0] == "llama3.3:70b"
        assert set(shown.names[1:3]) == {"qwq:32b", "deepseek-r1:32b"}
        assert shown.frees["llama3.3:70b on tower"] == "42.5 GB"
        shared = "next to nothing, shares with qwen2.5:14b"
        assert shown.frees["api-reviewer:latest on tower"] == shared
        assert shown.frees["qwen2.5-coder:7b on tower"] == "4.7 GB"
        assert "my-coder" in shown.frees["qwen2.5-coder:7b on This computer"]
        assert shown.page.models.asked.text() == ""

    play(run, theme, tmp_path, scene)


def test_only_hosts_that_are_shown_are_asked_and_nothing_is_known_before(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Tidied) -> None:
        shown.page.hide()
        registry = shown.services.registry
        await until(lambda: all(each.models_known for each in registry.snapshots))
        shown.page.models.models.catch_up()
        assert shown.frees["llama3.3:70b on tower"] == "not yet known"
        assert "have not said yet" in shown.page.models.asked.text()
        shown.page.choose_host(shown.hosts[HERE])
        shown.page.show()
        await until(lambda: shown.services.weights.of(shown.hosts[HERE]).is_known)
        assert shown.services.weights.of(shown.hosts["tower"]).unknown == 9
        assert {row.row.host for row in shown.page.models.models.rows} == {HERE}

    play(run, theme, tmp_path, scene)


def test_rows_sort_by_every_column_and_keep_their_selection(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        await shown.known()
        shown.choose("qwq:32b")
        table = shown.page.models.table
        for column in Column:
            for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
                table.sortByColumn(column, order)
                assert [row.row.name for row in shown.page.models.selected] == ["qwq:32b"]
        by_what_is_freed = next(one for one in table.actions() if "freed" in one.text())
        by_what_is_freed.trigger()
        by_what_is_freed.trigger()
        assert table.bars.sortIndicatorSection() == Column.FREES
        table.sortByColumn(Column.FREES, Qt.SortOrder.DescendingOrder)
        assert shown.names[0] == "llama3.3:70b"
        assert "shares with" in list(shown.frees.values())[-2]

    play(run, theme, tmp_path, scene)


def test_what_is_selected_is_added_up_and_deleted_after_the_question(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Tidied) -> None:
        await shown.known()
        assert not shown.page.models.delete.isEnabled()
        shown.choose("api-reviewer:latest")
        assert "next to nothing" in shown.page.models.selection.text()
        shown.choose("api-reviewer:latest", "qwen2.5:14b", "qwq:32b")
        assert shown.page.models.selection.text() == "3 selected, 28.8 GB would be freed"
        press(shown.page.models.table, Qt.Key.Key_Delete)
        question = dialog(DeleteQuestion)
        assert question.title.text() == "Delete 3 models on tower?"
        QTest.mouseClick(question.primary, Qt.MouseButton.LeftButton)
        jobs = shown.services.jobs
        await until(lambda: len(jobs.jobs) == 3 and all(j.state.is_finished for j in jobs.jobs))
        shown.services.registry.refresh()
        await until(lambda: "qwq:32b" not in shown.names)

    play(run, theme, tmp_path, scene)


def test_a_disk_with_less_than_a_fifth_free_is_warned_of(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        disks = shown.page.models.disks
        assert not disks.isVisible()
        shown.disks[shown.hosts["tower"]] = DiskReading("/m", 500 * GB, 99 * GB)
        shown.disks[shown.hosts[HERE]] = DiskReading("/m", 500 * GB, 100 * GB)
        shown.page.choose_host("")
        assert disks.texts == [
            "tower: 99.0 GB of 500 GB free",
            "This computer: 100 GB of 500 GB free",
        ]
        assert "20 % of the disk is free on tower" in disks.warning.accessibleName()
        shown.page.choose_host(shown.hosts[HERE])
        assert not disks.warning.isVisible()
        shown.disks[shown.hosts[HERE]] = DiskReading("/m", 0, 0)
        shown.page.choose_host(shown.hosts["tower"])
        shown.page.choose_host(shown.hosts[HERE])
        assert not disks.isVisible()

    play(run, theme, tmp_path, scene)


def test_a_host_that_is_removed_or_goes_down_while_it_is_asked_leaves_the_page(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Tidied) -> None:
        tower = shown.hosts["tower"]
        await until(lambda: shown.services.weights.of(tower).by_name)
        await shown.servers["tower"].stop()
        await until(lambda: not shown.services.weights.of(tower).is_asking)
        shown.page.choose_host(tower)
        shown.services.registry.remove(tower)
        await until(lambda: {row.row.host for row in shown.page.models.models.rows} == {HERE})
        assert shown.page.models.models.host_id is None

    play(run, theme, tmp_path, scene)


def test_an_empty_host_says_what_would_stand_there(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        labels = shown.page.models.empty.findChildren(QLabel)
        await until(lambda: "No models that take room" in [label.text() for label in labels])
        assert shown.page.models.empty.isVisible()

    play(run, theme, tmp_path, scene, libraries={"nas": empty_library()})


@pytest.mark.full
def test_ten_thousand_models_are_shown_at_once(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        await until(lambda: len(shown.services.registry.snapshots[0].models) == 10_000, 20)
        models = shown.page.models.models
        models.catch_up()
        host = shown.hosts["huge"]
        began = time.perf_counter()
        shown.services.weights.changed.emit(host)
        models.catch_up()
        assert time.perf_counter() - began < 2.0
        began = time.perf_counter()
        shown.page.models.table.selectAll()
        assert f"{units.number(10_000)} selected" in shown.page.models.selection.text()
        assert time.perf_counter() - began < 2.0
        began = time.perf_counter()
        shown.page.models.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
        assert time.perf_counter() - began < 2.0
        began = time.perf_counter()
        press(shown.page.models.table, Qt.Key.Key_Delete)
        assert dialog(DeleteQuestion).title.text().endswith("models on huge?")
        assert time.perf_counter() - began < 4.0
        dialog(DeleteQuestion).reject()

    play(run, theme, tmp_path, scene, libraries={"huge": made_up_library(10_000)})


def test_leftovers_are_listed_and_go_after_the_question(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        await untidy(shown)
        part = shown.page.files.leftovers
        assert [row.texts[0] for row in part.table.files.rows] == [
            "Blob of no model",
            "Partial download",
        ]
        part.table.selectRow(1)
        assert part.remove.text().startswith("Remove selected")
        press(part.table, Qt.Key.Key_Delete)
        question = dialog(RemoveQuestion)
        assert question.focusWidget() is question.cancel
        question.reject()
        part.table.clearSelection()
        assert part.remove.text().startswith("Remove all")
        part.remove.click()
        dialog(RemoveQuestion).accept()
        await shown.looked()
        assert PART not in shown.folder.names
        assert "freed" in part.result.banner.accessibleName()
        assert "Nothing is left over" in part.line.text()

    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_nothing_is_removed_while_something_is_pulled(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        await untidy(shown)
        shown.is_busy = True
        shown.page.files.leftovers.remove.click()
        dialog(RemoveQuestion).accept()
        await shown.looked()
        said = shown.page.files.leftovers.result.banner.accessibleName()
        assert "Nothing was removed" in said
        assert "something is being pulled" in said
        assert PART in shown.folder.names

    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_damaged_files_are_found_and_their_models_pulled_again(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Tidied) -> None:
        await untidy(shown)
        await verify(shown)
        part = shown.page.files.verify
        assert [row.texts[0] for row in part.table.files.rows] == ["damaged"]
        assert "1 damaged" in part.result.banner.accessibleName()
        assert part.mend.text() == "Pull 2 models again…"
        part.mend.click()
        question = dialog(MendQuestion)
        question.accept()
        await until(lambda: len(shown.services.jobs.jobs) == 2)
        found = {(job.kind, job.model, job.host_id) for job in shown.services.jobs.jobs}
        here = shown.hosts[HERE]
        assert found == {
            (JobKind.PULL, "qwen3:4b", here),
            (JobKind.PULL, "tiny:latest", here),
        }
        await shown.looked()
        assert not part.mend.isVisible()
        await end_jobs(shown)

    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_a_page_that_is_closed_in_the_middle_pulls_all_the_same(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Tidied) -> None:
        await untidy(shown)
        await verify(shown)
        shown.page.files.verify.mend.click()
        dialog(MendQuestion).accept()
        shown.page.hide()
        jobs = shown.services.jobs
        await until(lambda: len(jobs.jobs) == 2)
        await end_jobs(shown)

    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_a_check_shows_how_far_it_is_and_can_be_stopped(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        zeros = shown.folder.file(f"sha256-{'0' * 64}")
        os.truncate(zeros, 50_000_000_000)
        shown.services.tidying.look()
        await shown.looked()
        part = shown.page.files.verify
        part.verify.click()
        await until(lambda: "/s" in part.line.text())
        assert part.bar.isVisible()
        assert part.verify.text() == "Stop"
        part.verify.click()
        await shown.looked()
        assert part.line.text().startswith("Stopped after")
        assert not part.bar.isVisible()

    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_sound_files_are_said_to_be_sound(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        shown.folder.model("tiny:latest", b"config", b"weights")
        shown.services.tidying.look()
        await shown.looked()
        await verify(shown)
        said = shown.page.files.verify.result.banner
        assert said.accessibleName() == "Every file is what its name says"
        assert shown.page.files.verify.announcer.spoken == said.accessibleName()

    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_without_a_host_of_its_own_nothing_can_be_pulled_here(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Tidied) -> None:
        shown.has_here = False
        await untidy(shown)
        await verify(shown)
        assert not shown.page.files.verify.mend.isEnabled()
        assert "not among your hosts" in shown.page.files.verify.why.text()

    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_a_manifest_that_cannot_be_read_is_named_and_keeps_every_blob(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Tidied) -> None:
        shown.folder.manifest("odd:latest", "{")
        await untidy(shown)
        said = shown.page.files.notice.banner.accessibleName()
        assert "no blob is removed" in said
        assert "odd" in said
        rows = shown.page.files.leftovers.table.files.rows
        assert [row.texts[0] for row in rows] == ["Partial download"]

    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_without_manifests_no_blob_is_removed(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        await untidy(shown)
        shutil.rmtree(shown.folder.path / "manifests")
        shown.page.files.again.click()
        await shown.looked()
        assert "There are no manifests" in shown.page.files.notice.banner.accessibleName()
        rows = shown.page.files.leftovers.table.files.rows
        assert [row.texts[0] for row in rows] == ["Partial download"]

    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_another_user_s_folder_comes_with_the_command(
    run: Run, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async def scene(shown: Tidied) -> None:
        await untidy(shown)
        monkeypatch.setattr(os, "geteuid", lambda: 12345, raising=False)
        shown.page.files.leftovers.remove.click()
        dialog(RemoveQuestion).accept()
        await shown.looked()
        result = shown.page.files.leftovers.result
        assert "belong to another user" in result.banner.accessibleName()
        assert result.command.text == "sudo systemctl restart ollama"
        await verify(shown)
        shown.page.files.verify.mend.click()
        dialog(MendQuestion).accept()
        await shown.looked()
        assert shown.page.files.verify.result.command.text.startswith("sudo rm -- ")
        assert not shown.services.jobs.jobs

    monkeypatch.setattr("sys.platform", "linux")
    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_a_folder_that_keeps_the_person_out_comes_with_the_command(
    run: Run, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def denied(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    async def scene(shown: Tidied) -> None:
        shown.services.tidying.look()
        await shown.looked()
        assert "keeps you out" in shown.page.files.notice.banner.accessibleName()
        assert shown.page.files.notice.command.text.startswith("sudo chmod o+rx ")
        assert not shown.page.files.leftovers.isVisible()

    monkeypatch.setattr("desktop.system.blobs.blob_files", denied)
    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_a_folder_that_is_not_there_or_vanishes_is_said(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        await untidy(shown)
        shutil.rmtree(shown.folder.path)
        shown.page.files.leftovers.remove.click()
        dialog(RemoveQuestion).accept()
        await shown.looked()
        assert "There are no blobs" in shown.page.files.notice.banner.accessibleName()
        await verify(shown)
        assert "There are no blobs" in shown.page.files.verify.result.banner.accessibleName()

    play(run, theme, tmp_path, scene, libraries={HERE: empty_library()})


def test_without_a_known_folder_the_page_says_so(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Tidied) -> None:
        await shown.looked()
        assert "not known" in shown.page.files.notice.banner.accessibleName()
        assert not shown.page.files.verify.verify.isEnabled()

    play(run, theme, tmp_path, scene, libraries={}, models=lambda: None)


def test_escape_and_the_button_go_back_and_a_narrow_page_has_tabs(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Tidied) -> None:
        page, back = shown.page, []
        page.back_wanted.connect(lambda: back.append(1))
        press(page.models.table, Qt.Key.Key_Escape)
        page.header.back.click()
        QTest.keyClick(page, Qt.Key.Key_Back)
        assert len(back) == 3
        assert page.models.isVisible()
        assert page.files.isVisible()
        page.resize(760, 560)
        await until(lambda: not page.files.isVisible())
        page.show_part(Part.FILES)
        assert page.files.isVisible()
        assert not page.models.isVisible()
        assert page.regions() == (page.header, page.files)

    play(run, theme, tmp_path, scene)


def test_everything_has_a_name_and_can_be_reached_by_keyboard(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Tidied) -> None:
        await shown.known()
        await untidy(shown)
        await verify(shown)
        for button in shown.page.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled():
                assert button.text() or button.accessibleName()
                assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        for table in shown.page.findChildren(QTableView):
            assert table.accessibleName()
        models = shown.page.models.models
        spoken = models.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith("llama3.3:70b on tower, 42.5 GB, ")
        assert spoken.endswith("deleting it frees: 42.5 GB")
        await asyncio.sleep(0)

    play(run, theme, tmp_path, scene, libraries={"tower": tower_library(), HERE: empty_library()})
