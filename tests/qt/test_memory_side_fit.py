import asyncio
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.host import HostState
from desktop.domain.memory import KvType, Load
from desktop.memory.snapshot import Missing
from desktop.ollama.errors import Refused
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.side.will_it_fit import WillItFit
from tests.clock import until
from tests.gguf_files import TINY
from tests.qt.memory_side_scene import HERE, NAS, TOWER, Fits, Hosts, host

R1 = "deepseek-r1:32b"


class Scene:
    def __init__(self, theme: Theme) -> None:
        self.hosts = Hosts(
            host("tower", "192.168.1.20", R1, "qwen2.5:14b"),
            host("nas", "192.168.1.3"),
            host("here", "127.0.0.1", "llama3.2:3b"),
        )
        self.fits = Fits()
        self.entered: list[str] = []
        self.card = WillItFit(
            theme,
            self.fits,
            self.hosts.registry,
            open_sources=self.entered.append,
            pull=lambda: None,
        )
        self.card.resize(theme.px(340), theme.px(700))
        self.card.show()

    @property
    def answer(self):
        return self.card.answer

    @property
    def said(self) -> str:
        return self.answer.said

    async def settled(self, words: str) -> None:
        await until(lambda: words in self.said)


@pytest.fixture
def scene(theme: Theme):
    scene = Scene(theme)
    yield scene
    scene.card.close()
    scene.card.deleteLater()


def test_it_begins_with_a_model_that_is_there_and_what_its_host_would_load_it_with(scene: Scene):
    assert scene.card.model.currentText() == R1
    assert scene.card.host.currentText() == "tower"
    assert scene.card.form.load == Load(4096)
    assert scene.said.startswith("Fits on the GPU")
    assert scene.card.source.isVisible()
    assert scene.card.source.text() == "entered by you"
    view = scene.answer.view
    assert view.total_name.text() == "Needed, estimated"
    assert view.total.accessibleDescription() == "Needs 19.4 GB to 21.4 GB, estimated"


def test_another_context_is_judged_anew_and_the_largest_that_fits_is_one_click(run, scene: Scene):
    async def work() -> None:
        scene.card.judge(TOWER, R1, 32768)
        assert scene.said.startswith("Part runs on the CPU: 53 of 65 layers")
        assert scene.answer.use.text().replace(",", "") == "Use 13312"
        scene.card.activateWindow()
        scene.answer.use.setFocus()
        QTest.keyClick(scene.answer.use, Qt.Key.Key_Space)
        await scene.settled("Fits on the GPU, but only just")
        assert scene.card.form.load.context == 13312
        assert scene.answer.use.isHidden()

    run(work())


def test_the_slider_and_the_field_set_the_context(run, scene: Scene):
    async def work() -> None:
        form = scene.card.form
        form.slider.setValue(form.slider.maximum())
        await scene.settled("Part runs")
        assert form.load.context == 131072
        form.field.setFocus()
        form.field.selectAll()
        QTest.keyClicks(form.field, "8192")
        await scene.settled("Fits on the GPU")
        form.field.selectAll()
        QTest.keyClicks(form.field, "999999")
        assert form.load.context == 99999
        assert form.problem.text().replace(",", "") == "It can be 16 to 131072."

    run(work())


def test_the_rest_of_a_load_is_in_a_fold_that_says_what_is_unusual(run, scene: Scene):
    async def work() -> None:
        form = scene.card.form
        assert not form.advanced.is_open
        form.parallel.box.setValue(4)
        form.kv_type.button(2).click()
        assert form.load == Load(4096, 4, KvType.Q4_0)
        assert form.advanced.summary.text() == "4 at once, q4_0"
        form.flash.click()
        assert form.load == Load(4096, 4, has_flash_attention=False)
        form.kv_type.button(1).click()
        assert form.flash.isChecked()
        await until(lambda: scene.answer.view.names[1].text() == "KV cache, q8_0")

    run(work())


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (Missing.ASKING, "tower is being asked how much memory it takes"),
        (Missing.IN_THE_CLOUD, "It runs in the cloud and takes no memory here"),
        (Missing.NO_MEASURES, "It does not say how much memory it takes"),
        (Missing.FAILED, "tower did not say how much memory it takes"),
    ],
)
def test_without_an_answer_it_says_why(scene: Scene, missing: Missing, words: str):
    scene.fits.missing[R1] = missing
    scene.card.judge(TOWER, R1)
    assert scene.said == words
    assert scene.answer.retry.isHidden()  # The host is up, and is asked again by itself.
    assert scene.answer.reason.isHidden() is (missing is not Missing.FAILED)


def test_a_host_that_is_down_can_be_asked_again(scene: Scene):
    scene.fits.missing[R1] = Missing.FAILED
    tower = scene.hosts.snapshots[0]
    scene.hosts.replace(replace(tower, state=HostState.DOWN), *scene.hosts.snapshots[1:])
    scene.card.judge(TOWER, R1)
    scene.answer.retry.click()
    assert scene.hosts.refreshed == [TOWER]


def test_a_host_that_has_not_told_its_models_yet_may_have_it(scene: Scene):
    early = replace(scene.hosts.snapshots[0], models=(), models_known=False)
    scene.hosts.replace(replace(early, state=HostState.CHECKING))
    scene.card.judge(TOWER, R1)
    assert scene.said == "tower is being asked how much memory it takes"
    scene.hosts.replace(replace(early, state=HostState.DOWN, error=Refused("no")))
    scene.card.judge(TOWER, R1)
    assert scene.said == "tower did not say how much memory it takes"
    assert scene.answer.reason.text()


def test_where_a_hosts_memory_is_not_known_it_can_be_entered(run, scene: Scene):
    async def work() -> None:
        scene.card.judge(NAS, R1)
        await asyncio.sleep(0)
        scene.card.host.setCurrentIndex(0)
        scene.card.judge(TOWER, R1)
        scene.card.host.setFocus()
        QTest.keyClick(scene.card.host, Qt.Key.Key_Down)
        await scene.settled("How much memory this host has is not known")
        assert set(scene.fits.shapes_asked) == {(TOWER, R1)}
        scene.answer.enter.click()
        assert scene.entered == [NAS]

    run(work())


def test_a_model_is_judged_for_a_host_that_does_not_have_it_by_its_measures_elsewhere(
    run, scene: Scene
):
    async def work() -> None:
        scene.card.judge(TOWER, R1)
        QTest.keyClick(scene.card.host, Qt.Key.Key_End)
        assert scene.card.host_id == HERE
        await scene.settled("Runs on the CPU: no GPU is known here")

    run(work())


def test_measures_that_could_not_be_had_can_be_asked_for_again(run, scene: Scene):
    async def work() -> None:
        scene.fits.shapes[R1] = Missing.FAILED
        scene.card.judge(TOWER, R1)
        QTest.keyClick(scene.card.host, Qt.Key.Key_End)
        await scene.settled("did not say")
        del scene.fits.shapes[R1]
        scene.answer.retry.click()
        assert set(scene.fits.asked_again) == {TOWER, HERE}
        await scene.settled("Runs on the CPU")

    run(work())


def test_a_file_is_judged_by_its_header(run, scene: Scene, tmp_path):
    async def work() -> None:
        scene.card.judge_file(TINY)
        assert scene.said == "The file is being read"
        await scene.settled("Fits on the GPU, with room to spare")
        assert scene.card.model.currentText() == "tiny.gguf"
        nonsense = tmp_path / "nonsense.gguf"
        nonsense.write_bytes(b"nothing")
        scene.card.judge_file(nonsense)
        await scene.settled("It does not say how much memory it takes")
        scene.card.judge_file(tmp_path / "gone.gguf")
        await scene.settled("It does not say how much memory it takes")
        scene.card.judge_file(TINY)
        scene.card.judge(TOWER, R1)  # The file is given up.
        await asyncio.sleep(0.05)
        assert scene.card.model.currentText() == R1

    run(work())


def test_a_host_or_a_model_that_goes_is_no_trouble(run, scene: Scene):
    async def work() -> None:
        scene.card.judge(TOWER, R1)
        scene.hosts.replace(host("tower", "192.168.1.20"), host("nas", "192.168.1.3"))
        await scene.settled("The model or its host is not in the list any more")
        scene.hosts.replace(host("nas", "192.168.1.3"))
        await until(lambda: scene.card.host_id == NAS)
        scene.hosts.replace()
        await scene.settled("Without a host there is nothing to fit on.")
        assert scene.card.form.isHidden()
        scene.hosts.replace(host("nas", "192.168.1.3", "llama3.2:3b"))
        await until(lambda: scene.card.form.isVisible())

    run(work())


def test_a_model_is_chosen_among_ten_thousand_by_typing(run, scene: Scene):
    async def work() -> None:
        names = [f"model-{number}:latest" for number in range(10_000)]
        scene.hosts.replace(host("tower", "192.168.1.20", *names))
        scene.card.activateWindow()
        scene.card.model.setFocus()
        begun = time.process_time()
        QTest.keyClick(scene.card.model, Qt.Key.Key_Space)
        picker = scene.card.models.picker
        await until(picker.isVisible)
        QTest.keyClicks(picker.field, "model-4321")
        took = time.process_time() - begun
        assert took < 3
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
        assert scene.card.subject.target.model == "model-4321:latest"
        await until(lambda: QApplication.focusWidget() is scene.card.model)

    run(work())
