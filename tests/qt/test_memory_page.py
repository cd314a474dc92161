"""The memory page: what it says of each host, and how it keeps up."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.demo.library import Library, Preloaded
from desktop.domain.memory_source import Entered
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.cards import HostCards
from desktop.ui.memory.services import MemoryRooms, SubPage
from desktop.ui.shell.navigation import LayoutClass
from tests.clock import until
from tests.qt.memory_page_scene import EMPTY, GB, MAC, TOWER, installed, memory_page


def test_each_model_says_where_it_lies_and_how_long_it_stays(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            assert row.measures.text() == "Q4_K_M, 4 k context"
            assert row.split.words.text() == "8.4 GB on the GPU, 1.6 GB on the CPU"
            assert row.countdown.text.startswith("1:4")
            assert row.accessibleName() == (
                "gemma3:12b on tower, 8.4 GB on the GPU, 1.6 GB on the CPU, 1 minute left"
            )

    run(body())


def test_the_header_adds_all_up(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [TOWER, MAC, EMPTY]) as scene:
            header = scene.page.overview.header
            await until(lambda: header.summary.text() == "3 models loaded on 2 hosts, 36.4 GB")
            scene.vanish("mistral-small3.2:24b", 1)
            await until(lambda: header.summary.text() == "2 models loaded on tower, 20.1 GB")

    run(body())


def test_a_countdown_goes_on_between_two_polls(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("qwen2.5:14b")
            before = row.countdown.text
            scene.watch.ahead = timedelta(seconds=61)
            await until(lambda: row.countdown.text.startswith("3:"), 3)
            assert before.startswith("4:")

    run(body())


def test_a_clock_that_is_wrong_does_not_move_a_countdown(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            scene.servers[0].faults.clock_ahead = timedelta(hours=3)
            registry, host_id = scene.registry, scene.ids[0]
            registry.refresh(host_id)
            await until(lambda: registry.snapshot(host_id).clock_skew > 10_000)
            row = await scene.shown("qwen2.5:14b")
            await until(lambda: row.facts.skew > 10_000)
            await until(lambda: row.countdown.text.startswith(("4:1", "4:0")))

    run(body())


def test_for_ever_is_until_the_person_says_so(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [MAC]) as scene:
            row = await scene.shown("mistral-small3.2:24b")
            assert row.countdown.text == "until you say so"

    run(body())


def test_names_that_share_a_runner_are_named_in_one_row(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("qwen2.5:14b")
            assert row.note.text() == "also api-reviewer:latest"
            assert row.note.isVisible()
            assert scene.card().loaded_row("api-reviewer:latest") is None

    run(body())


def test_a_deleted_model_is_unloaded_by_a_living_name(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("qwen2.5:14b")
            scene.delete("qwen2.5:14b")
            await until(lambda: row.facts.is_dead)
            assert row.note.text() == "This name was deleted, api-reviewer:latest has its weights"
            row.unload.click()
            await scene.gone("qwen2.5:14b")
            assert scene.loaded() == ["gemma3:12b"]

    run(body())


def test_a_deleted_model_without_another_name_goes_by_itself(
    theme: Theme, run, tmp_path: Path
) -> None:
    library = Library(models=installed("gemma3:4b"), loaded=(Preloaded("gemma3:4b"),))

    async def body() -> None:
        async with memory_page(theme, tmp_path, [library]) as scene:
            row = await scene.shown("gemma3:4b")
            scene.delete("gemma3:4b")
            await until(lambda: not row.facts.living)
            assert row.note.text().startswith("This name was deleted, it goes by itself at ")
            assert not row.unload.isEnabled()

    run(body())


def test_a_host_that_is_down_says_since_when_and_what_helps(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            await scene.shown("gemma3:12b")
            await scene.servers[0].stop()
            scene.registry.refresh(scene.ids[0])
            card = scene.card()
            await until(lambda: card.header.state.text().startswith("Down since "))
            assert card.header.state.text().endswith(", nothing is known")
            assert card.rows == ()
            assert card.trouble.isVisible()
            next(iter(card.trouble.buttons.values())).click()
            assert scene.heard.wishes[0].host_id == scene.ids[0]
            await scene.servers[0].start()
            scene.registry.refresh(scene.ids[0])
            await scene.shown("gemma3:12b")
            assert not card.trouble.isVisible()

    run(body())


def test_what_is_known_of_a_memory_says_from_where(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(
            theme,
            tmp_path,
            [TOWER, MAC, EMPTY],
            cards={"tower": (24 * GB, int(23.5 * GB))},
            entered={"studio-mac": Entered(ram=64 * GB, is_unified=True)},
        ) as scene:
            tower, mac, empty = (scene.card(place).header for place in range(3))
            await until(lambda: tower.figures.text().startswith("23.5 of 24.0 GB GPU in use"))
            assert tower.source.text() == "told by the server"
            await until(lambda: mac.figures.text() == "16.3 of 64.0 GB unified")
            assert mac.source.text() == "entered by you"
            assert empty.state.text() == "Nothing is loaded"
            assert empty.load.isVisible()
            assert not empty.unload_all.isVisible()

    run(body())


def test_rows_are_filled_anew_and_never_made_anew(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("gemma3:12b")
            card = scene.card()
            asked = len(scene.servers[0].requests)
            scene.registry.refresh()
            await until(lambda: len(scene.servers[0].requests) >= asked + 3)
            await until(lambda: scene.registry.snapshots[0].is_up)
            assert scene.row("gemma3:12b") is row
            assert scene.card() is card

    run(body())


def test_hosts_stand_in_the_person_s_order(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, [TOWER, MAC]) as scene:
            cards = scene.page.overview.cards
            await until(lambda: len(cards.cards) == 2)
            tower = scene.card(0)
            scene.registry.move(scene.ids[0], 1)
            await until(lambda: _in_order(cards) == ["studio-mac", "tower"])
            assert scene.card(0) is tower
            scene.registry.remove(scene.ids[0])
            await until(lambda: _in_order(cards) == ["studio-mac"])

    run(body())


def test_many_hosts_are_there_bit_by_bit_and_in_order(theme: Theme, run, tmp_path: Path) -> None:
    names = [f"host-{place}" for place in range(9)]

    async def body() -> None:
        async with memory_page(theme, tmp_path, [EMPTY] * 9, names=names) as scene:
            cards = scene.page.overview.cards
            await until(lambda: len(cards.cards) == 9)
            await until(lambda: _in_order(cards) == names)

    run(body())


def test_nothing_is_read_while_the_page_is_hidden(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path) as scene:
            row = await scene.shown("qwen2.5:14b")
            scene.page.hide()
            before = row.countdown.text
            scene.watch.ahead = timedelta(seconds=120)
            scene.vanish("gemma3:12b")
            registry = scene.registry
            await until(lambda: len(registry.snapshots[0].loaded) == 1)
            assert len(scene.card().rows) == 2
            assert row.countdown.text == before
            scene.page.show()
            assert len(scene.card().rows) == 1
            assert row.countdown.text.startswith("2:")

    run(body())


def test_without_a_host_the_page_teaches(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        async with memory_page(theme, tmp_path, []) as scene:
            overview = scene.page.overview
            assert overview.add_first.isVisible()
            overview.add_first.click()
            assert scene.heard.adds

    run(body())


def test_a_narrow_page_cuts_nothing_off(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        cards = {"tower": (24 * GB, 23 * GB)}
        async with memory_page(theme, tmp_path, cards=cards) as scene:
            row = await scene.shown("gemma3:12b")
            header = scene.card().header
            await until(lambda: bool(header.figures.text()))
            scene.page.set_layout_class(LayoutClass.NARROW)
            scene.page.resize(636, 700)
            await until(lambda: row.split.y() > row.name.y() + row.name.height())
            for label in (row.name, row.measures, row.split.words, header.name, header.figures):
                assert _is_whole(label), label.text()

    run(body())


def test_the_panel_lies_over_the_cards_where_it_has_no_room(
    theme: Theme, run, tmp_path: Path
) -> None:
    async def body() -> None:
        rooms = MemoryRooms(side=QWidget)
        async with memory_page(theme, tmp_path, rooms=rooms) as scene:
            overview = scene.page.overview
            assert overview.side_place.isVisible()
            assert overview.side_place.content is not None
            scene.page.set_layout_class(LayoutClass.CHOOSER)
            assert not overview.side_place.isVisible()
            overview.header.panel.click()
            assert overview.side_place.isVisible()
            overview.side_place.close_button.click()
            assert not overview.side_place.isVisible()
            assert overview.header.panel.hasFocus()
            scene.page.show_side()
            assert overview.side_place.isVisible()
            QTest.keyClick(overview.side_place.close_button, Qt.Key.Key_Escape)
            assert not overview.side_place.isVisible()
            scene.page.set_layout_class(LayoutClass.WIDE)
            assert overview.side_place.isVisible()
            assert not overview.header.panel.isVisible()

    run(body())


def test_other_pages_are_opened_and_left(theme: Theme, run, tmp_path: Path) -> None:
    async def body() -> None:
        backs = []

        def make(back) -> SubPage:
            backs.append(back)
            return SubPage(QWidget())

        rooms = MemoryRooms(tidy=make)
        async with memory_page(theme, tmp_path, rooms=rooms) as scene:
            page, header = scene.page, scene.page.overview.header
            assert not header.local_server.isVisible()
            header.tidy.click()
            assert page.tidy is not None
            assert page.shown is page.tidy.widget
            assert page.regions() == (page.tidy.widget,)
            backs[0]()
            assert page.shown is page.overview
            assert header.tidy.hasFocus()
            page.open_tidy()
            assert len(backs) == 1

    run(body())


def _in_order(cards: HostCards) -> list[str]:
    inner = cards.widget()
    layout = inner.layout() if inner else None
    assert layout is not None
    layout.activate()
    return [one.header.name.text() for one in sorted(cards.cards, key=lambda one: one.y())]


def _is_whole(label: QLabel) -> bool:
    return label.fontMetrics().horizontalAdvance(label.text()) <= label.width() + 1
