"""The memory page where things go wrong: hosts that fall, models that vanish, pages that close."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop.demo.faults import ProxyPage
from desktop.diagnostics.explain import Remedy
from desktop.domain.host import HostId
from desktop.domain.memory_source import Entered, MemorySource
from desktop.domain.model import LoadedModel
from desktop.memory.snapshot import Slow
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.busy_rows import FailedRow, LoadingRow
from desktop.ui.memory.load_dialog import LoadDialog
from desktop.ui.memory.loaded import Cure, LoadedFacts, Stay, keep_of
from desktop.ui.memory.loaded_words import countdown, note, slow_advice, slow_sentence
from tests.clock import until
from tests.qt.memory_page_scene import EMPTY, GB, Scene, choose, memory_page, menu

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
FACTS = LoadedFacts(
    HostId("a"), "tower", LoadedModel("m:1", size=10 * GB, size_vram=8 * GB), living="m:1"
)


def test_a_host_that_falls_while_a_model_is_unloaded_is_shown_as_down(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            scene.servers[0].faults.only = "/api/generate"
            scene.servers[0].faults.hang = True
            row.unload.click()
            await until(lambda: row.countdown.text == "unloading")
            await scene.servers[0].stop()
            scene.registry.refresh(scene.ids[0])
            await until(lambda: scene.card().rows == ())
            assert scene.card().header.state.text().startswith("Down since")
            scene.servers[0].faults.clear()
            await scene.servers[0].start()
            scene.registry.refresh(scene.ids[0])
            await scene.shown("gemma3:12b")
            failed = _failed(scene)
            assert failed.accessibleName() == "gemma3:12b could not be unloaded"
            failed.again.click()
            await scene.gone("gemma3:12b")
            await until(lambda: len(scene.card().rows) == 1)

    run(body())


def test_to_keep_a_model_that_vanished_does_not_load_it(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            row.more.click()
            await until(lambda: menu("keepMenu") is not None)
            scene.vanish("gemma3:12b")
            await scene.gone("gemma3:12b")
            opened = menu("keepMenu")
            assert opened is not None
            choose(opened, "Keep for 1 hour")
            assert scene.heard.said == ["gemma3:12b is not in the memory of tower any more."]
            assert scene.registry.snapshots[0].attempts == ()

    run(body())


def test_a_menu_outlives_its_host(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            row.more.click()
            await until(lambda: menu("keepMenu") is not None)
            scene.registry.remove(scene.ids[0])
            await until(lambda: scene.page.overview.cards.cards == ())
            for text in ("Pin", "Unload", "Keep for 5"):
                opened = menu("keepMenu")
                assert opened is not None
                next(one for one in opened.actions() if one.text().startswith(text)).trigger()
            assert len(scene.heard.said) == 3

    run(body())


def test_a_load_that_fails_says_why_and_can_be_tried_again(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [EMPTY]) as scene:
            faults = scene.servers[0].faults
            faults.only, faults.proxy_page = "/api/generate", ProxyPage.HTML
            scene.registry.load(scene.ids[0], "llama3.2:3b", "1h", 8192)
            await until(lambda: len(scene.card().rows) == 1)
            await until(lambda: isinstance(scene.card().rows[0], FailedRow))
            faults.clear()
            _failed(scene).again.click()
            row = await scene.shown("llama3.2:3b")
            assert row.facts.model.context_length == 8192
            assert len(scene.card().rows) == 1

    run(body())


def test_a_missing_model_can_be_pulled_from_its_failure(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [EMPTY]) as scene:
            scene.registry.load(scene.ids[0], "no:such")
            await until(lambda: any(isinstance(one, FailedRow) for one in scene.card().rows))
            failed = _failed(scene)
            failed.buttons[Remedy.PULL_MODEL].click()
            assert scene.heard.wishes[0].meant_model == "no:such"
            failed.dismiss.click()
            assert scene.card().rows == ()
            scene.registry.refresh()
            await until(lambda: scene.registry.snapshots[0].is_up)
            assert scene.card().rows == ()

    run(body())


def test_where_a_person_denied_the_gpu_nothing_is_advised_as_if_there_were_one(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, cards={"tower": (24 * GB, 19 * GB)}) as scene:
            row = await scene.shown("gemma3:12b")
            await until(lambda: row.facts.cure is Cure.LOAD_ANEW)
            assert row.slow is not None
            await until(row.slow.isVisible)
            scene.registry.keep(scene.ids[0], memory=MemorySource(entered=Entered(has_no_gpu=True)))
            await until(lambda: row.facts.cure is None)
            assert not row.slow.isVisible()
            assert not row.facts.has_gpu
            assert row.facts.on_cpu > 0

    run(body())


def test_a_host_that_falls_while_a_model_loads_says_what_failed(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [EMPTY]) as scene:
            scene.hang()
            scene.registry.load(scene.ids[0], "llama3.2:3b")
            await scene.loading()
            await scene.servers[0].stop()
            await until(lambda: not any(isinstance(one, LoadingRow) for one in scene.card().rows))
            await until(lambda: not scene.card().facts.is_up)
            assert scene.card().rows == ()
            scene.registry.break_off(scene.ids[0], "llama3.2:3b")

    run(body())


def test_a_page_that_is_closed_in_the_middle_leaves_nothing(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [EMPTY]) as scene:
            faults = scene.hang()
            scene.registry.load(scene.ids[0], "llama3.2:3b")
            await scene.loading()
            scene.page.close()
            scene.page.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            assert not isValid(scene.page)
            faults.clear()
            scene.registry.refresh()
            await until(lambda: scene.loaded() == ["llama3.2:3b"])

    run(body())


def test_a_choice_whose_host_was_removed_closes(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [EMPTY]) as scene:
            scene.card().header.load.click()
            await until(_dialogs)
            scene.registry.remove(scene.ids[0])
            await until(lambda: not _dialogs())

    run(body())


def test_a_choice_whose_host_fell_says_so(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [EMPTY]) as scene:
            scene.card().header.load.click()
            await until(_dialogs)
            dialog = _dialogs()[0]
            await scene.servers[0].stop()
            scene.registry.refresh(scene.ids[0])
            await until(lambda: dialog.fact.text() == "tower does not answer")
            assert not dialog.primary.isEnabled()
            dialog.reject()

    run(body())


def test_a_host_of_which_nothing_is_known_can_be_told_of(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [EMPTY]) as scene:
            header, host_id = scene.card().header, scene.ids[0]
            await until(lambda: header.say_memory.isVisible())
            header.say_memory.click()
            assert scene.heard.sources == [host_id]
            source = scene.registry.hosts[0].memory
            entered = replace(source, entered=Entered(gpu=24 * GB))
            scene.registry.keep(host_id, memory=entered)
            await until(lambda: header.figures.text() == "0.0 of 24.0 GB GPU")
            assert not header.say_memory.isVisible()

    run(body())


def test_what_a_server_gets_wrong_is_survived() -> None:
    odd = replace(FACTS, model=LoadedModel("", size=5, size_vram=9))
    assert (odd.on_gpu, odd.on_cpu) == (5, 0)
    assert odd.stay(NOW) is Stay.UNKNOWN
    assert countdown(odd, NOW) == "not told"
    last = LoadedModel("m", expires_at=datetime.max.replace(tzinfo=UTC))
    dead = replace(FACTS, model=last, living="", skew=-2e11)
    assert note(dead, NOW) == "This name was deleted, it goes when Ollama is started again"


@pytest.mark.parametrize(
    ("left", "keep"), [(240, "5m"), (301, "1h"), (3601, "24h"), (90_000, "90000s"), (4e9, -1)]
)
def test_it_keeps_the_time_that_it_most_likely_has(left: float, keep: str | int) -> None:
    model = replace(FACTS.model, expires_at=NOW + timedelta(seconds=left))
    assert keep_of(replace(FACTS, model=model), NOW) == keep


def test_one_that_streams_on_after_its_unload_is_leaving() -> None:
    model = replace(FACTS.model, expires_at=NOW - timedelta(seconds=3))
    assert replace(FACTS, model=model).stay(NOW) is Stay.LEAVING


def test_why_it_is_slow_is_said_with_what_helps() -> None:
    slow = replace(FACTS, slow=Slow(0.2, 10 * GB, 8 * GB, 8192))
    assert slow.cure is Cure.CONTEXT
    assert slow_sentence(slow) == (
        "20 % runs on the CPU because 10.0 GB does not fit in the 8.0 GB that are free. "
        f"With num_ctx {units.number(8192)} it would."
    )
    scant = replace(FACTS, slow=Slow(0.2, 10 * GB, 10 * GB + GB // 2))
    assert slow_sentence(scant) == (
        "20 % runs on the CPU because 10.0 GB does not fit in the 10.5 GB that are free: "
        "Ollama leaves 1.1 GB of them."
    )
    alone = replace(FACTS, slow=Slow(0.2, 10 * GB, 8 * GB, 8192, counts_alone=True))
    assert slow_sentence(alone) == (
        "20 % runs on the CPU because 10.0 GB does not fit in the 8.0 GB of the GPU. "
        f"With num_ctx {units.number(8192)} it would, without the other models."
    )
    none = replace(FACTS, slow=Slow(0.2, 10 * GB, 8 * GB))
    assert none.cure is Cure.NONE
    assert slow_advice(none) == ("A smaller model or a smaller quantization would run on the GPU.")
    crowded = replace(FACTS, slow=Slow(0.2, 10 * GB, 8 * GB, fits_alone=True), others=3 * GB)
    assert crowded.cure is Cure.UNLOAD_OTHERS
    assert slow_sentence(crowded).endswith("does not fit in the 8.0 GB that are free.")
    assert slow_advice(crowded) == "The other models here hold 3.0 GB of the GPU."
    unknown = replace(FACTS, slow=Slow(0.2, 10 * GB, None), others=3 * GB)
    assert unknown.cure is Cure.UNLOAD_OTHERS
    assert replace(FACTS, slow=None).cure is Cure.LOAD_ANEW
    assert replace(FACTS, slow=None, others=3 * GB).cure is Cure.LOAD_ANEW


def _failed(scene: Scene) -> FailedRow:
    return next(one for one in scene.card().rows if isinstance(one, FailedRow))


def _dialogs() -> list[LoadDialog]:
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, LoadDialog) and one.isVisible()]
