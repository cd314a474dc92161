from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop.domain.readings import (
    ComputerReading,
    DiskReading,
    GpuReading,
    ReadingProblem,
    ReadingsSnapshot,
)
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.side.side import HERE as THIS
from desktop.ui.memory.side.side import MemorySide
from tests.qt.memory_side_scene import (
    GB,
    GPU,
    HERE,
    READING,
    TOWER,
    Computers,
    Fits,
    Hosts,
    busy,
    host,
    readings,
)

BARE = ComputerReading(ram_total=16 * GB, ram_available=8 * GB, cpu=10, cores=2, gpus=())


class Scene:
    def __init__(self, theme: Theme, *snapshots) -> None:
        self.hosts = Hosts(*snapshots)
        self.fits = Fits()
        self.computers = Computers()
        self.sources: list[str] = []
        self.side = MemorySide(
            theme,
            self.computers,
            self.fits,
            self.hosts.registry,
            open_sources=self.sources.append,
            pull=lambda: None,
        )
        self.side.resize(theme.px(368), theme.px(900))
        self.side.show()

    @property
    def view(self):
        return self.side.computer

    @property
    def titles(self) -> list[str]:
        return [chart.head.name for chart in self.view.charts]

    def show(self, *several: ComputerReading) -> None:
        self.computers.show(readings(*several))
        self.settle()

    def settle(self) -> None:
        """Wait for the frame, and then for charts that were made in it to be seen."""
        left = 400
        while self._is_under_way():
            QTest.qWait(5)
            left -= 1
            assert left

    def _is_under_way(self) -> bool:
        timers = self.side.findChildren(QTimer)
        if any(timer.isSingleShot() and timer.isActive() for timer in timers):
            return True
        return self.side.isVisible() and not all(one.isVisible() for one in self.view.charts)

    def head(self, title: str) -> str:
        chart = self.view.charts[self.titles.index(title)]
        parts = [chart.head.value, chart.head.fact]
        parts += [f"{entry.name} {entry.value}" for entry in chart.legend]
        return " ".join(part for part in parts if part)


@pytest.fixture
def scene(theme: Theme):
    scene = Scene(theme, host("tower", "192.168.1.20"), host("here", "127.0.0.1", "llama3.2:3b"))
    yield scene
    scene.side.close()
    scene.side.deleteLater()


def test_every_part_of_a_computer_has_a_chart_with_its_figures(scene: Scene):
    scene.show(*busy(20))
    assert scene.titles == ["CPU", "Memory", "GPU memory", "GPU load"]
    assert scene.head("CPU") == "32 % of 8 cores"
    assert scene.head("Memory") == "9.8 GB of 16.0 GB Ollama 2.0 GB"
    assert scene.head("GPU memory") == "3.9 GB of 6.0 GB Ollama 3.4 GB"
    assert scene.head("GPU load") == "72 % 61 °C, 78 W"
    assert {len(chart.history) for chart in scene.view.charts} == {20}


def test_a_reading_is_added_to_the_charts_that_are_there(scene: Scene):
    scene.show(*busy(3))
    before = list(scene.view.charts)
    scene.show(*busy(5))
    assert scene.view.charts == before
    assert len(before[0].history) == 5


def test_while_it_is_hidden_nothing_is_drawn_and_the_history_is_caught_up_with(scene: Scene):
    scene.show(*busy(2))
    scene.side.hide()
    scene.show(*busy(9))
    assert len(scene.view.charts[0].history) == 2
    scene.side.show()
    assert len(scene.view.charts[0].history) == 9


def test_without_a_gpu_one_quiet_sentence_says_so(scene: Scene):
    scene.show(BARE)
    assert scene.titles == ["CPU", "Memory"]
    assert scene.view.quiet.text() == "No GPU was found here; models run on the CPU."
    assert scene.view.trouble.isHidden()
    assert scene.view.lost.isHidden()


def test_before_the_first_reading_it_says_so(scene: Scene):
    scene.settle()
    assert scene.view.quiet.text() == "Nothing was read yet"


def test_a_card_that_fails_keeps_its_charts_and_is_named(scene: Scene):
    lost = replace(READING, gpus=(GpuReading(GPU.name, is_lost=True),))
    scene.show(*busy(4), lost)
    assert scene.titles == ["CPU", "Memory", "GPU memory", "GPU load"]
    assert "GeForce RTX 2060 does not answer any more" in scene.view.lost.accessibleName()
    assert scene.head("GPU load") == "no reading"
    scene.show(*busy(4), lost, READING)
    assert scene.view.lost.isHidden()
    assert scene.head("GPU load").startswith("72 %")


def test_swap_is_shown_once_it_was_used(scene: Scene):
    scene.show(READING, replace(READING, swap_used=GB), READING)
    assert scene.head("Swap") == "0 B of 8.0 GB"


def test_the_cards_of_several_are_numbered_and_those_beyond_eight_are_counted(scene: Scene):
    scene.show(replace(READING, gpus=(GPU,) * 11))
    assert scene.titles[2:6] == ["GPU 1 memory", "GPU 1 load", "GPU 2 memory", "GPU 2 load"]
    assert len(scene.titles) == 2 + 2 * 8
    assert scene.view.quiet.text() == "and 3 more GPUs"


def test_a_card_that_has_the_computers_memory_has_no_chart_of_its_own(scene: Scene):
    scene.show(replace(BARE, gpus=(GpuReading("M3", is_unified=True, load=5.0),)))
    assert scene.titles == ["CPU", "Memory", "GPU load"]


def test_a_containers_limits_are_called_that(scene: Scene):
    scene.show(replace(BARE, is_limited=True, cores=1.5))
    assert scene.view.quiet.text().startswith("These are the limits of this container.")
    assert scene.head("CPU") == "10 % of 1.5 cores"


def test_the_models_folder_shows_what_models_take_and_warns_where_little_is_free(scene: Scene):
    scene.show(READING)
    (disk,) = scene.view.disks
    assert (disk.head.name, disk.head.fact) == ("Models folder", "19.0 GB of models, 118 GB free")
    assert [part.amount for part in disk.bar.parts] == [19 * GB, 63 * GB]
    assert disk.warning.isHidden()
    scene.show(replace(READING, disks=(DiskReading("/v", 200 * GB, 30 * GB),)))
    assert scene.view.disks[0].warning.text().startswith("Only 15 % of this disk is free.")


def test_a_problem_is_said_with_what_was_heard(scene: Scene):
    scene.computers.show(ReadingsSnapshot(problem=ReadingProblem.NO_ANSWER, raw="<b>boom</b>"))
    scene.settle()
    said = scene.view.trouble.accessibleName()
    assert said == "This computer's memory cannot be read. <b>boom</b>"


def test_another_computer_of_which_is_told_can_be_chosen(scene: Scene):
    scene.show(READING)
    assert scene.side.choice.isHidden()
    scene.computers.told[TOWER] = readings(BARE, replace(BARE, cpu=90))
    scene.computers.changed.emit(TOWER)
    scene.settle()
    assert [scene.side.choice.itemText(at) for at in range(2)] == ["This computer", "tower"]
    scene.side.choice.setFocus()
    QTest.keyClick(scene.side.choice, Qt.Key.Key_Down)
    assert scene.side.shown == TOWER
    scene.settle()
    assert scene.head("CPU") == "90 % of 2 cores"
    scene.computers.told.clear()
    scene.computers.changed.emit(TOWER)
    scene.settle()
    assert scene.side.shown == THIS
    assert scene.head("CPU") == "38 % of 8 cores"


def test_the_charts_are_reached_by_tab(scene: Scene):
    scene.show(READING)
    scene.side.activateWindow()
    scene.view.charts[0].plot.setFocus()
    QTest.keyClick(scene.view.charts[0].plot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is scene.view.charts[1].plot


def test_it_fits_into_a_narrow_panel_at_a_large_text(theme: Theme):
    theme.set_text_scale(1.5)
    scene = Scene(theme, host("tower", "192.168.1.20", "a" * 200))
    try:
        scene.show(READING)
        assert scene.side.minimumSizeHint().width() <= theme.px(300)
    finally:
        theme.set_text_scale(1.0)
        scene.side.deleteLater()


def test_what_is_judged_is_scrolled_to_and_has_the_focus(scene: Scene, theme: Theme, qtbot):
    area = QScrollArea(widgetResizable=True)
    area.setWidget(scene.side)
    area.resize(theme.px(380), theme.px(460))
    area.show()
    area.activateWindow()
    scene.show(READING)
    scene.side.judge(HERE, "llama3.2:3b")
    field = scene.side.fit.model
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    assert not field.visibleRegion().isEmpty()
    assert area.focusWidget() is field
    area.takeWidget()
    area.deleteLater()
