"""Who is asked in a new chat, what a damaged file is said to be, and the title in its place."""

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from desktop.domain.conversation import Target
from desktop.domain.host import HostState
from desktop.domain.model import Capability
from desktop.storage.recovery import Damage
from desktop.storage.settings import Settings
from desktop.storage.storage_failed import StorageFailed, StorageProblem
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.opening import Opening
from desktop.ui.chat.services import ChatServices
from desktop.ui.chat.shown import ShownTalk
from desktop.ui.chat.storage_words import damage_words, problem_words
from desktop.ui.chat.targets import first_target, others_with
from desktop.ui.chat.title import Title
from tests.qt.chat_scene import GEMMA, LLAVA, QWEN, conversation, host, model, talk

CHAT = Capability.CHAT
TOWER = host("tower", model("bge:latest", Capability.EMBEDDING), model("llava:7b", CHAT))
LAPTOP = host("laptop", model("gemma3:4b", CHAT), loaded="gemma3:4b")
DOWN = host("tower", model("llava:7b", CHAT), state=HostState.DOWN)


def test_a_new_chat_asks_who_was_asked_last_and_can_answer():
    assert first_target((TOWER, LAPTOP), (QWEN, LLAVA, GEMMA)) == LLAVA
    assert first_target((DOWN, LAPTOP), (LLAVA, GEMMA)) == GEMMA


def test_at_first_it_asks_a_model_that_is_loaded_else_one_that_can_chat():
    assert first_target((TOWER, LAPTOP), ()) == GEMMA
    assert first_target((TOWER,), ()) == LLAVA
    assert first_target((DOWN,), ()) == Target()


class NewTalk:
    """A chat in which nothing was written."""

    def __init__(self) -> None:
        self.snapshot = talk(conversation(target=Target()))

    def set_target(self, target: Target) -> None:
        self.snapshot = talk(conversation(target=target))

    @property
    def target(self) -> Target:
        return self.snapshot.conversation.target


def opening_over(registry: SimpleNamespace, new: NewTalk, parent: QObject) -> Opening:
    settings = SimpleNamespace(settings=Settings())
    services = SimpleNamespace(registry=registry, settings=settings)
    shown = SimpleNamespace(talk=new)
    return Opening(cast("ChatServices", services), cast("ShownTalk", shown), parent)


MODELS = (model("a:70b", CHAT), model("gemma3:4b", CHAT))
LISTED, TOLD = host("laptop", *MODELS), host("laptop", *MODELS, loaded="gemma3:4b")
"""A host that told its list, and a moment later what is loaded."""


def test_a_model_that_is_told_to_be_loaded_takes_the_place_of_a_guess(qapp):
    registry, new = SimpleNamespace(snapshots=(LISTED,)), NewTalk()
    opening = opening_over(registry, new, qapp)
    opening.choose_first()
    assert new.target == Target(LISTED.id, "a:70b")
    registry.snapshots = (TOLD,)
    opening.choose_first()
    assert new.target == GEMMA
    registry.snapshots = (host("laptop", *MODELS, loaded="a:70b"),)
    opening.choose_first()
    assert new.target == GEMMA


def test_a_model_that_the_person_chose_stays(qapp):
    registry, new = SimpleNamespace(snapshots=(LISTED,)), NewTalk()
    opening = opening_over(registry, new, qapp)
    opening.choose_first()
    opening.note_chosen()
    registry.snapshots = (TOLD,)
    opening.choose_first()
    assert new.target == Target(LISTED.id, "a:70b")


def test_another_host_with_the_model_is_one_that_answers():
    second = host("second", model("LLaVA:7b", CHAT))
    assert others_with((TOWER, second, LAPTOP), LLAVA) == [Target(second.id, "LLaVA:7b")]
    assert others_with((second, DOWN), Target(second.id, "llava:7b")) == []


@pytest.mark.parametrize("problem", StorageProblem)
def test_what_cannot_be_kept_is_said_with_what_to_do(problem: StorageProblem):
    sentence, advice = problem_words(StorageFailed(problem, "disk I/O\u202e error"))
    assert sentence.endswith(".")
    assert "(disk I/O‹U+202E› error)" in advice


def test_a_damaged_file_is_named_where_it_was_kept(tmp_path):
    kept = Damage("malformed", tmp_path / "conversations.damaged.db", restored=False)
    assert "conversations.damaged.db" in damage_words(kept)[1]
    assert "could not be set aside" in damage_words(Damage("malformed", None, restored=False))[1]


@pytest.fixture
def title(theme: Theme, qtbot) -> Title:
    title = Title(theme)
    qtbot.addWidget(title)
    title.show_title("Before", can_change=True)
    with qtbot.waitActive(title):
        title.show()
    return title


def test_enter_keeps_a_new_title(title: Title, qtbot):
    title.edit()
    title.field.setText("  After ")
    with qtbot.waitSignal(title.renamed) as renamed:
        QTest.keyClick(title.field, Qt.Key.Key_Return)
    assert renamed.args == ["After"]
    assert not title.is_edited


@pytest.mark.parametrize("text", ["After", "", "Before"])
def test_escape_or_nothing_new_leaves_it_as_it_was(title: Title, qtbot, text: str):
    title.edit()
    title.field.setText(text)
    key = Qt.Key.Key_Escape if text == "After" else Qt.Key.Key_Return
    with qtbot.assertNotEmitted(title.renamed):
        QTest.keyClick(title.field, key)
    assert not title.is_edited


def test_a_chat_that_is_not_kept_yet_has_no_title_to_change(title: Title):
    title.show_title("New chat", can_change=False)
    title.edit()
    assert not title.is_edited
