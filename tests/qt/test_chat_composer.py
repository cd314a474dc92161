from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.chat.snapshot import Overfull, Phase
from desktop.domain.conversation import Draft, Parameters, Target
from desktop.domain.host import HostId
from desktop.domain.model import Capability
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.composer.input import MOST_LINES
from tests.qt.chat_scene import GEMMA, MISTRAL, QWEN, conversation, own, talk
from tests.qt.composer_scene import ENTER, ESCAPE, Desk, mime_of, said_by

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(theme: Theme, run) -> Iterator[Desk]:
    async def make() -> Desk:
        return Desk(theme)

    made = run(make())
    yield made
    made.window.close()
    made.window.deleteLater()


def test_enter_sends_and_the_text_stays_until_it_is_kept(desk: Desk):
    desk.type("hello")
    desk.press(ENTER)
    assert desk.sent == ["hello"]
    assert desk.text == "hello"
    desk.keep(own("first", "hello"))
    assert desk.text == ""
    assert desk.typed[-1] == ""


def test_shift_and_enter_break_the_line(desk: Desk):
    desk.type("one")
    desk.press(ENTER, held=SHIFT)
    desk.type("two")
    assert (desk.text, desk.sent) == ("one\ntwo", [])


def test_a_message_that_could_not_be_kept_can_be_sent_again(desk: Desk):
    desk.type("hello")
    desk.press(ENTER)
    desk.show(replace(desk.state, turn=None))
    desk.press(ENTER)
    assert desk.sent == ["hello", "hello"]


def test_what_is_typed_behind_a_sent_message_stays(desk: Desk):
    desk.type("hello")
    desk.press(ENTER)
    desk.type(" and more")
    desk.keep(own("first", "hello"))
    assert desk.text == " and more"


def test_nothing_is_sent_twice_while_it_is_kept(desk: Desk):
    desk.type("hello")
    desk.press(ENTER, ENTER)
    assert desk.sent == ["hello"]


def test_an_empty_message_is_not_sent_and_the_button_says_why(desk: Desk):
    desk.press(ENTER)
    desk.type("  ")
    desk.press(ENTER)
    send = desk.composer.bar.send
    assert desk.sent == []
    assert (send.isEnabled(), send.toolTip()) == (False, "Type something first")
    desk.type("x")
    assert (send.isEnabled(), send.accessibleName()) == (True, "Send")


def test_with_nobody_to_ask_enter_lets_one_be_chosen(desk: Desk):
    desk.show(talk(conversation(target=Target())))
    desk.type("hello")
    assert desk.composer.bar.target.text() == "Choose a model"
    assert desk.composer.bar.send.toolTip() == "Choose a model first"
    desk.press(ENTER)
    picker = desk.composer.picker
    assert picker.isVisible()
    QTest.keyClicks(picker.field, "gemma")
    QTest.keyClick(picker.field, ENTER)
    assert desk.targets == [GEMMA]
    assert (desk.sent, desk.text) == ([], "hello")
    assert desk.composer.input.hasFocus()


def test_an_enter_that_ends_a_composition_does_not_send(desk: Desk, run):
    def compose(preedit: str, commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(desk.composer.input, event)

    async def scenario() -> None:
        compose("xiang")
        desk.press(ENTER)
        assert desk.sent == []
        compose("", "向量")
        desk.press(ENTER)
        assert desk.sent == []
        QApplication.processEvents()
        desk.press(ENTER)
        assert desk.sent == ["向量"]

    run(scenario())


def test_the_input_grows_to_eight_lines_and_then_scrolls(desk: Desk):
    heights: list[int] = []
    for _ in range(MOST_LINES + 3):
        heights.append(desk.composer.input.height())
        desk.press(ENTER, held=SHIFT)
    grown = [below > above for above, below in pairwise(heights)]
    assert grown == [True] * (MOST_LINES - 1) + [False] * 3
    assert desk.composer.input.verticalScrollBar().maximum() > 0


def test_escape_and_the_button_stop_an_answer(desk: Desk):
    stopped: list[bool] = []
    desk.composer.stop_wanted.connect(lambda: stopped.append(True))
    desk.press(ESCAPE)
    assert stopped == []
    desk.show(talk(conversation(), phase=Phase.ANSWERING))
    assert desk.composer.bar.send.accessibleName() == "Stop the answer"
    desk.press(ESCAPE)
    QTest.mouseClick(desk.composer.bar.send, Qt.MouseButton.LeftButton)
    assert stopped == [True, True]


def test_while_an_answer_comes_the_next_message_can_be_typed_but_not_sent(desk: Desk):
    desk.show(talk(conversation(), phase=Phase.ANSWERING))
    desk.type("next")
    desk.press(ENTER)
    assert (desk.sent, desk.text) == ([], "next")
    desk.answer()
    desk.press(ENTER)
    assert desk.sent == ["next"]


def test_a_message_that_waits_for_a_decision_comes_first(desk: Desk):
    desk.show(replace(talk(conversation()), overfull=Overfull(9000, 4096, 8192, 3)))
    desk.type("x")
    assert not desk.composer.bar.send.isEnabled()


def test_up_takes_the_last_message_up_once_more(desk: Desk):
    said_by(desk, "first", "second")
    desk.press(Qt.Key.Key_Up)
    assert desk.text == "second"
    assert desk.composer.editing.text == "Editing an earlier message: a new branch begins."
    desk.type(" thought")
    desk.press(ENTER)
    assert desk.edited == [("entry 1", "second thought")]
    desk.keep(own("branch", "second thought"))
    assert (desk.text, desk.composer.editing.text) == ("", "")


def test_up_moves_in_a_text_that_is_there(desk: Desk):
    said_by(desk, "first")
    desk.type("typed")
    desk.press(Qt.Key.Key_Up)
    assert desk.text == "typed"


@pytest.mark.parametrize("by_key", [True, False])
def test_leaving_an_edit_brings_back_what_was_typed(desk: Desk, by_key: bool):
    desk.type("a draft")
    said_by(desk, "first")
    desk.composer.edit_entry(desk.state.path[0].id, "first")
    desk.typed.clear()
    desk.type("!")
    if by_key:
        desk.press(ESCAPE)
    else:
        QTest.mouseClick(desk.composer.cancel_edit, Qt.MouseButton.LeftButton)
    assert desk.text == "a draft"
    assert desk.typed == []
    assert desk.edited == []


def test_another_conversation_shows_its_own_draft(desk: Desk):
    desk.type("mine")
    desk.show(talk(conversation("two", draft=Draft("theirs"))))
    assert desk.text == "theirs"
    desk.press(Qt.Key.Key_Z, held=CONTROL)
    assert desk.text == "theirs"
    assert desk.typed[-1] == "mine"


def test_an_echo_of_the_draft_does_not_overwrite_what_is_typed(desk: Desk):
    desk.type("hel")
    late = talk(conversation(draft=Draft("he")))
    desk.type("lo")
    desk.show(late)
    assert desk.text == "hello"


def test_a_message_that_is_given_back_stands_in_the_input_again(desk: Desk):
    desk.type("long")
    desk.press(ENTER)
    desk.keep(own("first", "long"))
    desk.show(talk(conversation(draft=Draft("long"))))
    assert desk.text == "long"


def test_a_quotation_is_put_below_what_is_typed(desk: Desk):
    desk.type("See:")
    desk.composer.quote("one\n\ntwo\n")
    assert desk.text == "See:\n\n> one\n>\n> two\n\n"
    desk.type("why?")
    assert desk.text.endswith("\n\nwhy?")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (QWEN, "qwen2.5:14b on tower"),
        (MISTRAL, "mistral:7b on attic, down"),
        (Target(HostId("tower"), "gone:1b"), "gone:1b is not on tower any more"),
        (Target(HostId("sold"), "gone:1b"), "The host of gone:1b was removed"),
        (Target(HostId("tower"), "e\u202evil:1b"), "e‹U+202E›vil:1b is not on tower any more"),
    ],
)
def test_the_button_says_who_is_asked_and_what_is_wrong(desk: Desk, target: Target, words: str):
    desk.show(talk(conversation(target=target)))
    assert desk.composer.bar.target.text() == words


def test_why_a_host_is_down_is_in_the_tooltip(desk: Desk):
    desk.show(talk(conversation(target=MISTRAL)))
    assert desk.composer.bar.target.toolTip().startswith("Connection refused")


def test_how_to_think_is_offered_where_the_model_can(desk: Desk):
    think = desk.composer.bar.think
    assert not think.isVisible()
    desk.see(frozenset({Capability.CHAT, Capability.THINKING}))
    assert (think.isVisible(), think.text()) == (True, "Think: as the model does")
    chosen: list[object] = []
    desk.composer.think_chosen.connect(chosen.append)
    for action in think.menu().actions():
        action.trigger()
    assert chosen == [None, True, False, "low", "medium", "high"]
    head = replace(conversation(), parameters=Parameters(think="high"))
    desk.show(talk(head))
    assert think.text() == "Think: high"


def test_the_choice_is_made_with_the_keyboard_alone(desk: Desk):
    desk.composer.open_picker()
    QTest.keyClick(desk.composer.picker.field, Qt.Key.Key_Up)
    QTest.keyClick(desk.composer.picker.field, ENTER)
    assert [target.model for target in desk.targets] == ["llava:7b"]
    desk.composer.open_picker()
    QTest.keyClick(desk.composer.picker.field, ESCAPE)
    assert desk.composer.input.hasFocus()


def test_files_dragged_over_the_input_are_left_to_the_page(desk: Desk, tmp_path):
    def is_taken(mime) -> bool:
        event = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        desk.composer.input.dragEnterEvent(event)
        return event.isAccepted()

    text = mime_of()
    text.setText("words")
    assert is_taken(text)
    assert not is_taken(mime_of(tmp_path / "a.txt"))


def test_the_whole_composer_can_be_reached_with_tab(desk: Desk):
    desk.see(frozenset({Capability.CHAT, Capability.THINKING}))
    desk.type("x")
    seen: set[str] = set()
    for _ in range(8):
        now = QApplication.focusWidget()
        assert now is not None
        seen.add(now.objectName() or now.accessibleName())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert {"messageInput", "targetButton", "thinkButton", "sendButton"} <= seen
    assert "Attach images or text files" in seen
