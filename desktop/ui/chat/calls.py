"""What the widgets ask of the conversation that is shown, each as a slot of its signal."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.chat.snapshot import Decision
from desktop.chat.talk import Talk
from desktop.domain.conversation import (
    Attachment,
    AttachmentId,
    BranchStep,
    EntryId,
    Parameters,
    Role,
)
from desktop.ui.chat.mending import ask_again
from desktop.ui.chat.opening import Opening
from desktop.ui.chat.shown import ShownTalk


class TalkCalls(QObject):
    """Passes everything on to the talk that is shown then; without one nothing happens."""

    def __init__(self, shown: ShownTalk, opening: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._opening = opening

    def send(self, text: str) -> None:
        for talk in self._talks:
            self._opening.note_asked(talk.snapshot.conversation.target)
            talk.send(text)

    def edit(self, entry_id: str, text: str) -> None:
        for talk in self._talks:
            talk.edit(EntryId(entry_id), text)

    def stop(self) -> None:
        for talk in self._talks:
            talk.stop()

    def set_draft(self, text: str) -> None:
        for talk in self._talks:
            talk.set_draft(text)

    def attach(self, attachment: Attachment, content: bytes) -> None:
        for talk in self._talks:
            talk.attach(attachment, content)

    def detach(self, attachment_id: str) -> None:
        for talk in self._talks:
            talk.detach(AttachmentId(attachment_id))

    def set_think(self, think: bool | str | None) -> None:
        for talk in self._talks:
            talk.set_parameters(replace(talk.snapshot.conversation.parameters, think=think))

    def set_parameters(self, parameters: Parameters) -> None:
        for talk in self._talks:
            talk.set_parameters(parameters)

    def regenerate(self, entry_id: str) -> None:
        for talk in self._talks:
            talk.regenerate(EntryId(entry_id))

    def answer_again(self) -> None:
        """Answer the last message once more."""
        for talk in self._talks:
            ask_again(talk)

    def walk(self, entry_id: str, step: BranchStep) -> None:
        for talk in self._talks:
            talk.walk(EntryId(entry_id), step)

    def go_on(self, entry_id: str) -> None:
        for talk in self._talks:
            talk.continue_answer(EntryId(entry_id))

    def pin(self, entry_id: str, is_pinned: bool) -> None:
        for talk in self._talks:
            talk.pin_entry(EntryId(entry_id), is_pinned)

    def decide(self, decision: Decision) -> None:
        for talk in self._talks:
            talk.decide(decision)

    def copy_answer(self) -> bool:
        """Put the last answer on the clipboard, as markdown; whether there is any."""
        answers = [
            entry.text
            for talk in self._talks
            for entry in talk.snapshot.path
            if entry.role is Role.ASSISTANT and entry.text
        ]
        if answers:
            QGuiApplication.clipboard().setText(answers[-1])
        return bool(answers)

    @property
    def _talks(self) -> tuple[Talk, ...]:
        talk = self._shown.talk
        return () if talk is None else (talk,)
