"""The tour's hands on the chat page: what a person does there over and over."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.chat.growth import Growth
from desktop.chat.snapshot import TalkSnapshot
from desktop.chat.talk import Talk
from desktop.demo.tokens import count
from desktop.tour import hands
from desktop.tour.guide import Guide, StepFailed
from desktop.tour.stage import Stage
from desktop.ui.chat.composer.composer import Composer
from desktop.ui.chat.page import ChatPage

_CHAT = "/api/chat"
_LONG = 60.0
"""Seconds that a whole answer may take on a busy computer."""


class ChatRoom:
    """Asks, waits and looks, on the chat page and with the models of one host."""

    def __init__(self, guide: Guide, stage: Stage) -> None:
        self.guide = guide
        self.stage = stage

    @property
    def page(self) -> ChatPage:
        return self.stage.program.for_chat.page

    @property
    def composer(self) -> Composer:
        return self.page.work.composer

    @property
    def talk(self) -> Talk:
        """The conversation that is shown.

        Raises:
            StepFailed: there is none.
        """
        if (talk := self.page.shown.talk) is None:
            raise StepFailed("no conversation is shown")
        return talk

    @property
    def snapshot(self) -> TalkSnapshot:
        return self.talk.snapshot

    async def begin(self, model: str = "") -> None:
        """Begin a new conversation, with that model if one is named."""
        self.guide.click(self.page.side.new)
        await self.guide.until(lambda: not self.snapshot.path, "a new conversation is shown")
        if model:
            await self.choose(model)

    async def choose(self, model: str) -> None:
        """Choose a model on the host called tower, by typing into the picker."""
        self.guide.click(self.composer.bar.target)
        picker = self.composer.picker
        await self.guide.until(picker.isVisible, "the picker opens")
        hands.write(picker.field, f"{model} tower")
        self.guide.press(picker.field, Qt.Key.Key_Return)
        await self.guide.until(
            lambda: self.snapshot.conversation.target.model == model, f"{model} is chosen"
        )

    def write(self, text: str) -> None:
        """Type into the composer; what no key has comes as from an input method."""
        self.composer.focus_input()
        commit(self.composer.input, text)

    def send(self, text: str) -> None:
        """Type a message and press Enter."""
        self.write(text)
        self.guide.press(self.composer.input, Qt.Key.Key_Return)

    async def ask(self, text: str) -> None:
        """Ask, and wait until the answer is whole."""
        before = self.snapshot.conversation.leaf
        self.send(text)
        await self.guide.until(lambda: self.snapshot.conversation.leaf != before, "it is sent")
        await self.done()

    async def done(self) -> None:
        """Wait until no answer is coming."""
        is_whole = "the answer is whole"
        await self.guide.until(lambda: self.snapshot.turn is None, is_whole, _LONG)

    def hold_after(self, *said: str) -> None:
        """Let the host fall silent after these thoughts and words of its next answer."""
        self.stage.tower.faults.only = _CHAT
        self.stage.tower.faults.hold_after = sum(map(count, said))

    def cut_after(self, said: str) -> None:
        """Let the connection break after these words of the next answer."""
        self.stage.tower.faults.only = _CHAT
        self.stage.tower.faults.cut_after = count(said)

    async def held(self, words: str) -> None:
        """Wait until the answer has come that far."""

        def has_come() -> bool:
            growth: Growth | None = self.talk.growth
            return growth is not None and words in growth.thinking.text + growth.answer.text

        await self.guide.until(has_come, f"“{words}” has come")

    def let_go(self) -> None:
        """Let the host go on, and be as it was."""
        self.stage.tower.faults.clear()

    def press_button(self, name: str, inside: QWidget | None = None) -> None:
        """Click a button in the conversation by what it says or is called.

        Raises:
            StepFailed: there is none to be seen.
        """
        buttons = (inside or self.page.work.transcript).findChildren(QAbstractButton)
        for button in reversed(buttons):
            if name in {button.text(), button.accessibleName()} and button.isVisible():
                self.guide.click(button)
                return
        raise StepFailed(f"there is no button {name}")


def commit(field: QWidget, text: str) -> None:
    """Put a text into a field as an input method does, whatever its script."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
