"""What an answer or a refusal teaches of how long a model's tokens are."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.chat.board import Board
from desktop.chat.desk import Desk
from desktop.chat.experience import key_of
from desktop.chat.refused import counted_prompt
from desktop.domain.conversation import AttachmentKind, Entry, Target
from desktop.ollama.errors import OllamaError


@dataclass(frozen=True, slots=True)
class Lesson:
    """A prompt that was sent, and how many tokens it was taken for.

    One with pictures teaches nothing: no estimate of those is any good.
    """

    target: Target
    path: Sequence[Entry]
    estimated: int

    def of_answer(self, desk: Desk, board: Board, counted: int) -> None:
        """Compare the estimate with the server's count of the prompt it answered."""
        if self._teaches(board) and board.gauge.learn(self.estimated, counted):
            desk.experience.note(key_of(self.target, board.here), board.gauge)
            board.measure()

    def of_refusal(self, board: Board, error: OllamaError) -> None:
        """Take over how long a prompt is that did not fit, so that enough of it is left out."""
        if self._teaches(board) and (counted := counted_prompt(error)):
            board.gauge.correct(self.estimated, counted)
            board.measure()

    def _teaches(self, board: Board) -> bool:
        """Whether the one that was asked is still chosen, and was sent texts alone."""
        files = (file for entry in self.path for file in entry.attachments)
        has_images = any(file.kind is AttachmentKind.IMAGE for file in files)
        return not has_images and self.target == board.snapshot.conversation.target
