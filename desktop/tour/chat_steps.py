"""The tour's steps on the chat page, from an empty one to an answer that needs help."""

import time

from PySide6.QtCore import QCoreApplication, Qt

from desktop.chat.snapshot import Phase
from desktop.demo.scripts import choose
from desktop.tour import hands
from desktop.tour.chat_more_steps import (
    counted_context,
    described_picture,
    small_windows,
    structured_answer,
)
from desktop.tour.chat_room import ChatRoom, commit
from desktop.tour.guide import Guide, StepFailed
from desktop.tour.stage import Stage
from desktop.ui.chat.panel.number_row import NumberRow
from desktop.ui.chat.panel.preset_dialogs import PresetNameDialog
from desktop.ui.chat.transcript.views.thinking import FoldButton

_QUESTION = (
    "How should my client retry requests to an inference server? Show it in Python with httpx."
)
_THINKER, _TALKER = "gpt-oss:20b", "qwen2.5:14b"
_LOADING = 3.0
"""Seconds of loading that the picture shows."""


async def chatted(guide: Guide, stage: Stage) -> None:
    """Go through everything that the chat page does."""
    room = ChatRoom(guide, stage)
    stage.program.window.show_page("chat")
    await _first_question(room)
    await _branch(room)
    await _formulas(room)
    await _cut(room)
    await _failure(room)
    await structured_answer(room)
    await described_picture(room)
    await counted_context(room)
    await _search(room)
    await small_windows(room)
    stage.program.window.show_page("models")


async def _first_question(room: ChatRoom) -> None:
    """Choose a model, set how it is asked, and see its answer grow."""
    guide, page = room.guide, room.page
    await guide.until(lambda: page.shown.talk is not None, "the chat page is ready")
    await guide.picture("chat-empty")
    guide.click(room.composer.bar.target)
    await guide.until(room.composer.picker.isVisible, "the picker opens")
    await guide.picture("chat-picker")
    hands.write(room.composer.picker.field, "gpt tower")
    await guide.picture("chat-picker-narrowed")
    guide.press(room.composer.picker.field, Qt.Key.Key_Return)
    await guide.until(
        lambda: room.snapshot.conversation.target.model == _THINKER, "the model is chosen"
    )
    await _parameters(room)
    script = choose(_QUESTION, _THINKER)
    thoughts = "\n\n".join(script.thoughts[:2])
    until_code = script.answer[: script.answer.index("(0.5 + random")]
    room.hold_after(thoughts[:140])
    room.send(_QUESTION)
    await guide.until(lambda: _loads_for(room, _LOADING), "the model is loading")
    await guide.picture("chat-loading-a-model")
    await guide.until(lambda: room.talk.growth is not None, "the first word comes")
    await room.held("cannot be")
    await _fold(room, "chat-thinking")
    room.hold_after(thoughts, until_code)
    await room.held("2 **")
    await guide.picture("chat-a-growing-answer")
    room.let_go()
    await room.done()
    await guide.picture("chat-an-answer")
    await _fold(room, "chat-a-thought")


async def _fold(room: ChatRoom, name: str) -> None:
    """Look into what was thought, and fold it up again."""
    for has_picture in (True, False):
        room.guide.click(room.page.work.transcript.findChildren(FoldButton)[-1])
        if has_picture:
            await room.guide.picture(name)


def _loads_for(room: ChatRoom, seconds: float) -> bool:
    turn = room.snapshot.turn
    if turn is None or turn.phase is not Phase.LOADING:
        return False
    return time.monotonic() - turn.phase_began >= seconds


async def _parameters(room: ChatRoom) -> None:
    """Set a system prompt and a temperature, and keep them as a preset."""
    guide, panel = room.guide, room.page.panel
    if not panel.isVisible():
        guide.click(room.page.work.header.panel)
    await guide.until(panel.isVisible, "the parameters show")
    panel.prompt.field.setFocus()
    commit(
        panel.prompt.field,
        "You are a careful reviewer. Answer briefly and say what you are not sure of.",
    )
    temperature = panel.rows["temperature"]
    if not isinstance(temperature, NumberRow):
        raise StepFailed("the temperature is no number")
    guide.write(temperature.field, "0.4")
    await guide.until(
        lambda: room.snapshot.conversation.parameters.temperature == 0.4, "the temperature is set"
    )
    await guide.picture("chat-parameters")
    panel.presets.actions_now()[-1].trigger()
    dialog = await guide.dialog(PresetNameDialog, "presetNameDialog")
    guide.write(dialog.field, "careful")
    await guide.picture("chat-a-preset-is-named", dialog)
    guide.click(dialog.primary)
    await guide.closed(dialog)


async def _branch(room: ChatRoom) -> None:
    """Edit the question, which begins a branch, and walk back."""
    guide = room.guide
    room.composer.focus_input()
    guide.press(room.composer.input, Qt.Key.Key_Up)
    await guide.picture("chat-editing-a-message")
    room.composer.input.selectAll()
    await room.ask("How should my client retry a chat? Name three rules.")
    await guide.picture("chat-a-branch")
    room.press_button(QCoreApplication.translate("BranchWalk", "Earlier branch"))
    await guide.until(lambda: room.snapshot.path[0].text == _QUESTION, "the first branch is back")


async def _formulas(room: ChatRoom) -> None:
    await room.begin(_TALKER)
    await room.ask("Proof that √2 is irrational")
    await room.guide.picture("chat-formulas")


async def _cut(room: ChatRoom) -> None:
    """Let the connection break in the middle of an answer, and continue it."""
    guide = room.guide
    await room.begin()
    question = "SQL for monthly sums"
    answer = choose(question, _TALKER).answer
    room.cut_after(answer[: answer.index("GROUP BY 1")])
    await room.ask(question)
    await guide.until(lambda: room.snapshot.failure is not None, "the answer is cut")
    room.let_go()
    await guide.picture("chat-a-cut-answer")
    room.press_button(QCoreApplication.translate("EndedView", "Continue"))
    await guide.until(lambda: room.snapshot.path[-1].text == answer, "the answer is whole")
    await room.done()
    await guide.picture("chat-a-continued-answer")


async def _failure(room: ChatRoom) -> None:
    """Ask a host that is too busy, see why nothing came, and try again."""
    guide = room.guide
    await room.begin()
    room.stage.tower.faults.only, room.stage.tower.faults.busy = "/api/chat", True
    await room.ask("Names for the release")
    await guide.until(lambda: room.snapshot.failure is not None, "the host refuses")
    await guide.picture("chat-an-explained-failure")
    room.let_go()
    room.press_button(QCoreApplication.translate("Wording", "Retry"))
    await guide.until(lambda: room.snapshot.failure is None, "it is asked again")
    await room.done()


async def _search(room: ChatRoom) -> None:
    """Ask in Chinese, and find the conversation again by a word of two characters."""
    guide, side = room.guide, room.page.side
    await room.begin(_TALKER)
    await room.ask("向量检索怎么做")
    await guide.picture("chat-an-answer-in-chinese")
    await room.begin()
    side.focus_search()
    commit(side.search, "向量")
    await guide.until(side.hits.isVisible, "the word is found")
    guide.press(side.search, Qt.Key.Key_Return)
    await guide.until(lambda: len(room.snapshot.path) == 2, "its conversation is shown")
    await guide.picture("chat-search")
    guide.press(side.search, Qt.Key.Key_Escape)
