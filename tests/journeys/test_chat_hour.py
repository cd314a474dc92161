"""One person's hour of chat: asked, stopped, continued, branched, searched, and found again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop.chat.snapshot import TalkSnapshot
from desktop.demo.pace import AT_ONCE
from desktop.demo.scripts import choose
from desktop.demo.server import DemoServer
from desktop.demo.tokens import count
from desktop.domain.conversation import Ending
from desktop.storage.paths import Paths
from desktop.tour.chat_room import commit
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.page import ChatPage
from tests.clock import until
from tests.journeys.hostile import said
from tests.journeys.program_shown import Shown, program_shown

QUESTION, OTHER = "How should a client retry?", "Is √2 irrational? I ask for a proof"
LOADED = "llama3.2:3b"
"""What the stand-in has in memory, and what a new chat asks once that is known."""
ANSWER = choose(QUESTION, "").answer
CTRL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Somebody at the chat page, who types, presses keys and clicks what can be seen."""

    def __init__(self, shown: Shown, server: DemoServer) -> None:
        self.shown = shown
        self.server = server

    @property
    def page(self) -> ChatPage:
        return self.shown.program.for_chat.page

    @property
    def sees(self) -> TalkSnapshot:
        talk = self.page.shown.talk
        assert talk is not None
        return talk.snapshot

    async def come(self, *, is_new: bool) -> None:
        """Go to the page by its place in the rail."""
        item = self.shown.program.window.rail_item("chat")
        QTest.mouseClick(item, Qt.MouseButton.LeftButton)
        await until(self.page.isVisible)
        await until(lambda: self.page.shown.talk is not None)
        await until(lambda: self.sees.conversation.target.model == LOADED)
        await until(lambda: self.sees.path or is_new)

    def say(self, text: str) -> None:
        """Type as with an input method, and press Enter."""
        commit(self.page.work.composer.input, text)
        QTest.keyClick(self.page.work.composer.input, Qt.Key.Key_Return)

    def hold_after(self, words: str) -> None:
        self.server.faults.only, self.server.faults.hold_after = "/api/chat", count(words)

    async def reads(self, words: str) -> None:
        """Wait until these words are on the page, and not only in the core."""
        await until(lambda: words in "".join(self._blocks()))

    async def presses(self, name: str) -> None:
        """Click the button of that name in the conversation, once it is there."""
        await until(lambda: bool(self._buttons(name)))
        QTest.mouseClick(self._buttons(name)[-1], Qt.MouseButton.LeftButton)

    async def is_answered(self, condition: Callable[[], bool] = lambda: True) -> None:
        """Wait for the end of an answer, and until the composer has heard of it."""
        await until(lambda: self.sees.turn is None and condition())
        await until(lambda: not self.page.work.composer.bar.send.is_stop)

    def _blocks(self) -> list[str]:
        area = self.page.work.transcript.area
        area.marking.mark_all()
        text = area.selected(as_markdown=True)
        area.marking.clear()
        return [text]

    def _buttons(self, name: str) -> list[QAbstractButton]:
        found = self.page.work.transcript.findChildren(QAbstractButton)
        named = [b for b in found if name in {b.text(), b.accessibleName()}]
        return [button for button in named if button.isVisible() and button.isEnabled()]


def half(text: str) -> str:
    return text[: len(text) // 2]


async def first_visit(person: Person) -> None:
    """Ask, stop in the middle, continue, ask otherwise in a branch, and go back."""
    await person.come(is_new=True)
    person.hold_after(half(ANSWER))
    person.say(QUESTION)
    await person.reads("Three rules cover most cases")
    QTest.keyClick(person.page.work.composer.input, Qt.Key.Key_Escape)
    await person.is_answered()
    assert person.sees.path[-1].ending is Ending.STOPPED
    assert ANSWER.startswith(person.sees.path[-1].text)
    person.server.faults.clear()
    await person.presses("Continue")
    await person.is_answered(lambda: person.sees.path[-1].text == ANSWER)
    QTest.keyClick(person.page.work.composer.input, Qt.Key.Key_Up)
    person.page.work.composer.input.selectAll()
    person.say("向量检索怎么做")
    await person.is_answered(lambda: "向量检索的基本步骤" in person.sees.path[-1].text)
    await person.presses("Earlier branch")
    await until(lambda: person.sees.path[0].text == QUESTION)


async def search(person: Person) -> None:
    """Find words of the branch that is not shown, and be led to it."""
    QTest.keyClick(person.page, Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    commit(person.page.side.search, "嵌入")
    await until(person.page.side.hits.isVisible)
    QTest.keyClick(person.page.side.search, Qt.Key.Key_Escape)
    await until(person.page.side.view.isVisible)


async def leave_in_mid_answer(person: Person) -> None:
    """Begin another conversation, and let the window be closed while its answer comes."""
    QTest.keyClick(person.page, Qt.Key.Key_N, CTRL)
    await until(lambda: not person.sees.path)
    person.hold_after(half(choose(OTHER, "").answer))
    person.say(OTHER)
    await person.reads("common divisor")


def test_an_hour_of_chat_loses_no_word(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with DemoServer(pace=AT_ONCE) as server:
            address = server.address.authority
            async with program_shown(theme, paths, address) as shown:
                person = Person(shown, server)
                await first_visit(person)
                await search(person)
                await leave_in_mid_answer(person)
            server.faults.clear()
            async with program_shown(theme, paths, address) as shown:
                person = Person(shown, server)
                await person.come(is_new=False)
                assert person.sees.path[0].text == OTHER
                assert "common divisor" in person.sees.path[-1].text
                assert person.sees.path[-1].ending.is_cut
                await person.presses("Continue")
                whole = choose(OTHER, "").answer
                await person.is_answered(lambda: person.sees.path[-1].text == whole)
                assert "Continue" not in said(person.page.work.transcript)
                rows = shown.services.conversations.summaries
                assert [row.title for row in rows] == [OTHER, QUESTION]

    run(scenario())
