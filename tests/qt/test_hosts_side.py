from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from desktop.demo.server import DemoServer
from desktop.domain.host import HostState
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.colours import host_colour
from desktop.ui.hosts.list import ALL_HOSTS, SNAPSHOT_ROLE, HostList
from desktop.ui.widgets.buttons import IconButton
from tests.clock import until
from tests.qt.host_side import Shown, side_shown

DEAD = "127.0.0.1:9"


def test_hosts_stand_in_the_order_they_were_added(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown:
            shown.add(DEAD, "tower")
            shown.add("127.0.0.1:10")
            assert shown.names == ["All hosts", "tower", "127.0.0.1:10"]

    run(scenario())


def test_a_row_says_in_words_what_the_dot_shows(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown, DemoServer() as server:
            dead = shown.add(DEAD, "tower")
            live = shown.add(server.address.authority, "nas")
            model = shown.side.view.model()

            def spoken(row: int) -> str:
                return model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)

            await until(lambda: shown.registry.snapshot(dead).state is HostState.DOWN)
            await until(lambda: shown.registry.snapshot(live).models_known)
            assert spoken(1) == "tower, down, Connection refused"
            assert spoken(2).startswith("nas, ")
            assert spoken(2).endswith(server.address.short)
            tip = model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
            assert "http://127.0.0.1:9" in tip
            assert "Nothing listens" in tip

    run(scenario())


def test_hostile_names_are_shown_with_their_invisible_parts(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown:
            shown.add(DEAD, "to\u202ewer\u200b")
            assert shown.names[1] == "to‹U+202E›wer‹U+200B›"

    run(scenario())


def test_a_click_chooses_a_host_and_one_that_is_removed_gives_way_to_all(
    run, theme: Theme, paths: Paths
):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown:
            host = shown.add(DEAD, "tower")
            _click(shown, 1)
            assert shown.side.chosen_host == host
            shown.registry.remove(host)
            assert shown.side.chosen_host == ALL_HOSTS
            assert shown.chosen == [host, ALL_HOSTS]

    run(scenario())


def test_the_choice_stays_when_another_host_is_added_or_moved(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown:
            host = shown.add(DEAD, "tower")
            shown.side.choose(host)
            shown.add("127.0.0.1:10", "nas")
            shown.registry.move(host, 1)
            assert shown.side.view.currentIndex().data() == "tower"
            assert shown.chosen == [host]

    run(scenario())


def test_keys_change_the_order_and_open_the_dialog(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown:
            wanted: list[str] = []
            shown.side.edit_wanted.connect(wanted.append)
            host = shown.add(DEAD, "tower")
            shown.add("127.0.0.1:10", "nas")
            shown.side.choose(host)
            shown.side.activateWindow()
            shown.side.view.setFocus()
            await until(shown.side.view.hasFocus)
            QTest.keyClick(shown.side.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
            assert shown.names == ["All hosts", "nas", "tower"]
            QTest.keyClick(shown.side.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
            assert shown.names == ["All hosts", "nas", "tower"]
            QTest.keyClick(shown.side.view, Qt.Key.Key_F2)
            assert wanted == [host]

    run(scenario())


def test_a_dragged_host_lands_where_it_is_dropped(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown:
            for port, name in ((9, "a"), (10, "b"), (11, "c")):
                shown.add(f"127.0.0.1:{port}", name)
            hosts = shown.side.view.model()
            assert isinstance(hosts, HostList)
            for dragged, row, order in (
                ("a", 3, "bac"),
                ("c", 1, "cba"),
                ("c", 4, "bac"),
                ("a", -1, "bca"),
                ("c", 2, "bca"),
            ):
                _drop(hosts, shown.names.index(dragged), row)
                assert "".join(shown.names[1:]) == order

    run(scenario())


def test_what_is_dropped_from_elsewhere_changes_nothing(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown:
            shown.add(DEAD, "tower")
            hosts = shown.side.view.model()
            data = QMimeData()
            data.setData(hosts.mimeTypes()[0], b"nobody")
            action = Qt.DropAction.MoveAction
            assert not hosts.dropMimeData(data, action, 1, 0, hosts.index(-1, 0))
            assert shown.names == ["All hosts", "tower"]

    run(scenario())


def test_the_menu_moves_and_asks_to_remove_and_knows_the_ends(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown:
            host = shown.add(DEAD, "tower")
            shown.add("127.0.0.1:10", "nas")
            actions = {action.text(): action for action in shown.side.menu_for(host).actions()}
            assert not actions["Move up"].isEnabled()
            actions["Move down"].trigger()
            assert shown.names == ["All hosts", "nas", "tower"]
            removed: list[str] = []
            shown.side.remove_wanted.connect(removed.append)
            actions["Remove from the list"].trigger()
            assert removed == [host]

    run(scenario())


def test_the_button_above_the_list_asks_for_a_host(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown:
            button = shown.side.findChild(IconButton, "addHost")
            assert button is not None
            button.click()
            assert shown.added == [True]

    run(scenario())


def test_all_hosts_counts_the_models_of_every_host(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown, DemoServer() as server:
            shown.add(server.address.authority)
            hosts = shown.side.view.model()
            assert isinstance(hosts, HostList)
            await until(lambda: hosts.model_count() == 9)
            assert hosts.index(0).data(SNAPSHOT_ROLE) is None

    run(scenario())


def test_the_colour_that_a_host_was_given_is_seen_in_its_row(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with side_shown(theme, paths) as shown:
            host = shown.add(DEAD, "tower")
            view = shown.side.view
            row = view.model().index(1, 0)
            colour = host_colour(theme, 3)

            def is_seen() -> bool:
                area = view.visualRect(row)
                picture = view.viewport().grab(area).toImage()
                return picture.pixelColor(1, area.height() // 2) == colour

            assert not is_seen()
            registry = shown.registry
            address = registry.snapshot(host).host.address
            registry.edit(host, name="tower", address=address, colour=3)
            await until(is_seen)

    run(scenario())


def _click(shown: Shown, row: int) -> None:
    view = shown.side.view
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _drop(hosts: HostList, dragged: int, before: int) -> None:
    data = hosts.mimeData([hosts.index(dragged)])
    hosts.dropMimeData(data, Qt.DropAction.MoveAction, before, 0, hosts.index(-1))
