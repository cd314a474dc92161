from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.domain.conversation import Target
from desktop.domain.host import HostId, HostState
from desktop.domain.model import Capability
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.picker import TargetPicker
from tests.qt.chat_scene import GEMMA, HOSTS, LLAVA, QWEN, host, model

WORDS = Qt.ItemDataRole.AccessibleTextRole


class Opened:
    """A picker over a window, what it told, and the fingers on it."""

    def __init__(self, theme: Theme) -> None:
        self.window = QPushButton("anchor")
        self.window.resize(700, 700)
        self.window.show()
        self.picker = TargetPicker(theme, self.window)
        self.chosen: list[Target] = []
        self.picker.chosen.connect(self.chosen.append)

    def open(
        self,
        hosts: Sequence[HostSnapshot] = HOSTS,
        recent: Sequence[Target] = (),
        current: Target = QWEN,
        wanted: Capability | None = None,
    ) -> None:
        self.picker.show_hosts(hosts)
        self.picker.show_recent(recent)
        self.picker.open_over(self.window, current, wanted)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.picker.field, key)

    @property
    def rows(self) -> list[str]:
        table = self.picker.view.model()
        return [str(table.index(row, 0).data(WORDS)) for row in range(table.rowCount())]

    @property
    def current(self) -> str:
        return str(self.picker.view.currentIndex().data(WORDS))


@pytest.fixture
def opened(theme: Theme) -> Iterator[Opened]:
    scene = Opened(theme)
    yield scene
    scene.window.close()


def test_models_stand_below_their_hosts_and_those_used_last_before_all(opened: Opened):
    opened.open(recent=(GEMMA, Target(HostId("gone"), "x:1b")))
    assert opened.rows == [
        "Last used",
        "gemma3:4b on laptop, 14.8B, Q8_0  9.0 GB, vision",
        "tower",
        "llava:7b on tower, 14.8B, Q4_K_M  9.0 GB, vision",
        "qwen2.5:14b on tower, 14.8B, Q4_K_M  9.0 GB, tools, thinking, loaded",
        "attic, Connection refused",
        "mistral:7b on attic, 14.8B, Q4_K_M  9.0 GB, its host is down",
        "laptop",
        "gemma3:4b on laptop, 14.8B, Q8_0  9.0 GB, vision",
    ]


def test_at_most_five_are_shown_as_used_last(opened: Opened):
    models = [model(f"m{number}:1b", Capability.CHAT) for number in range(8)]
    recent = [Target(HostId("tower"), one.name) for one in models]
    opened.open((host("tower", *models),), recent)
    assert opened.rows.index("tower") == 6


def test_the_arrows_go_over_what_can_be_chosen_and_enter_chooses(opened: Opened):
    opened.open()
    assert opened.current.startswith("qwen2.5:14b on tower")
    opened.press(Qt.Key.Key_Down)
    assert opened.current.startswith("gemma3:4b on laptop")
    opened.press(Qt.Key.Key_Down)
    assert opened.current.startswith("gemma3:4b on laptop")
    opened.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert opened.chosen == [LLAVA]
    assert not opened.picker.isVisible()


def test_all_words_that_are_typed_must_be_found(opened: Opened):
    opened.open()
    QTest.keyClicks(opened.picker.field, "VISION lap")
    assert opened.rows == ["laptop", "gemma3:4b on laptop, 14.8B, Q8_0  9.0 GB, vision"]
    assert opened.picker.field.accessibleDescription().startswith("gemma3:4b on laptop")
    opened.press(Qt.Key.Key_Return)
    assert opened.chosen == [GEMMA]


def test_what_is_on_a_host_that_is_down_is_seen_and_cannot_be_chosen(opened: Opened):
    opened.open()
    QTest.keyClicks(opened.picker.field, "mistral")
    assert len(opened.rows) == 2
    opened.press(Qt.Key.Key_Return)
    index = opened.picker.view.model().index(1, 0)
    place = opened.picker.view.visualRect(index).center()
    QTest.mouseClick(opened.picker.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.chosen == []


def test_a_click_chooses(opened: Opened):
    opened.open()
    index = opened.picker.view.model().index(1, 0)
    place = opened.picker.view.visualRect(index).center()
    QTest.mouseClick(opened.picker.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.chosen == [LLAVA]


def test_escape_empties_the_field_and_then_leaves_all_as_it_was(opened: Opened):
    opened.open()
    QTest.keyClicks(opened.picker.field, "llava")
    opened.press(Qt.Key.Key_Escape)
    assert (opened.picker.field.text(), opened.picker.isVisible()) == ("", True)
    opened.press(Qt.Key.Key_Escape)
    assert not opened.picker.isVisible()
    assert opened.chosen == []


def test_it_can_be_opened_for_models_that_see(opened: Opened):
    opened.open(wanted=Capability.VISION)
    assert opened.rows[0::2] == ["tower", "laptop"]
    QTest.mouseClick(opened.picker.vision, Qt.MouseButton.LeftButton)
    assert len(opened.rows) == 7


def test_a_host_that_tells_something_new_does_not_move_the_choice(opened: Opened):
    opened.open(recent=(GEMMA,))
    opened.press(Qt.Key.Key_Up)
    before = opened.current
    more = replace(HOSTS[0], models=(model("aya:8b", Capability.CHAT), *HOSTS[0].models))
    opened.picker.show_hosts((more, *HOSTS[1:]))
    assert any("aya:8b" in row for row in opened.rows)
    assert opened.current == before


@pytest.mark.parametrize(
    ("hosts", "heading"),
    [
        ((), "No host yet"),
        ((host("attic", state=HostState.DOWN),), "No host answers"),
        ((host("tower", state=HostState.CHECKING),), "The hosts are being asked"),
        ((host("tower", model("bge:latest", Capability.EMBEDDING)),), "No model yet"),
    ],
)
def test_an_empty_list_says_why(opened: Opened, hosts: Sequence[HostSnapshot], heading: str):
    opened.open(hosts)
    assert opened.picker.empty.isVisible()
    assert heading in words_of(opened)


def test_what_is_not_found_can_be_pulled(opened: Opened):
    opened.open()
    QTest.keyClicks(opened.picker.field, "phi4")
    assert "No model matches “phi4”" in words_of(opened)
    asked: list[bool] = []
    opened.picker.pull_wanted.connect(lambda: asked.append(True))
    (button,) = opened.picker.empty.findChildren(QPushButton, "pickerPull")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked
    assert not opened.picker.isVisible()


def test_a_name_from_a_server_is_written_out(opened: Opened):
    sly = model("ev\u202eil:1b", Capability.CHAT)
    opened.open((host("tower", sly),))
    assert opened.rows[1].startswith("ev‹U+202E›il:1b on tower")


def test_it_stays_inside_the_window(opened: Opened):
    opened.open()
    assert opened.window.rect().contains(opened.picker.frame.geometry())


def test_a_press_beside_the_list_closes_it_and_does_nothing_else(opened: Opened):
    pressed: list[bool] = []
    opened.window.clicked.connect(lambda: pressed.append(True))
    opened.open()
    QTest.mouseClick(opened.picker, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not opened.picker.isVisible()
    assert (pressed, opened.chosen) == ([], [])


def test_tab_stays_in_it(opened: Opened):
    opened.window.activateWindow()
    opened.open()
    opened.press(Qt.Key.Key_Tab)
    assert opened.picker.vision.hasFocus()
    QTest.keyClick(opened.picker.vision, Qt.Key.Key_Tab)
    assert opened.picker.field.hasFocus()


def test_of_older_servers_every_model_but_an_embedding_one_is_offered(opened: Opened):
    opened.open((host("tower", model("llama2:7b"), model("nomic-bert:latest")),))
    assert [row.split(" ")[0] for row in opened.rows] == ["tower", "llama2:7b"]


def words_of(opened: Opened) -> str:
    return " ".join(label.text() for label in opened.picker.empty.findChildren(QLabel))


def test_the_heading_above_the_model_of_the_moment_is_in_sight(opened: Opened):
    def many(key: str) -> HostSnapshot:
        return host(key, *(model(f"m{n:02}:1b", Capability.CHAT) for n in range(12)))

    hosts = [many(key) for key in ("one", "two", "three", "four")]
    anchor = QPushButton("below", opened.window)
    anchor.setGeometry(20, 650, 80, 30)
    opened.picker.show_hosts(hosts)
    for number, key in ((9, "three"), (5, "two"), (10, "four")):
        opened.picker.open_over(anchor, Target(HostId(key), f"m{number:02}:1b"))
        view = opened.picker.view
        heading = view.model().index(opened.rows.index(key), 0)
        room = view.viewport().rect()
        assert room.contains(view.visualRect(heading))
        assert room.contains(view.visualRect(view.currentIndex()))
        opened.picker.close()
