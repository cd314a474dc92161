"""What a model is asked, in tokens, and how much of it a context has room for (fact 24)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.demo.gojson import dump
from desktop.demo.reply import BARE_JSON, Refusal
from desktop.demo.tokens import count, kept, message_count
from desktop.domain.model import JsonValue

_SMALLEST = 8
"""Tokens that are left for an answer, however full the context is."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The tokens of each part, oldest first, and which of them the system says.

    `may_be_cut` is the request's `truncate`, which is true unless it is sent.
    """

    parts: tuple[int, ...]
    is_system: tuple[bool, ...]
    may_be_cut: bool = True

    def within(self, context: int) -> int:
        """Return how many tokens of it a model with that context sees.

        Where the last part alone is too long, half of the context is left of it.

        Raises:
            Refusal: it is too long and may not be cut.
        """
        whole = sum(self.parts)
        if whole <= context:
            return max(1, whole)
        if not self.may_be_cut:
            raise _too_long(whole, context)
        stays = kept(self.parts, self.is_system, context - _SMALLEST)
        seen = sum(part for part, stay in zip(self.parts, stays, strict=True) if stay)
        return seen if seen < context else context // 2 + 3


def of_messages(
    messages: Sequence[Mapping[str, JsonValue]], system: str, *, may_be_cut: bool
) -> Prompt:
    """Count a chat. The model's own system prompt counts where the chat brings none."""
    parts = [(message_count(message), message.get("role") == "system") for message in messages]
    if system and not any(is_system for _, is_system in parts):
        parts.insert(0, (message_count({"content": system}), True))
    return Prompt(
        tuple(part for part, _ in parts), tuple(is_system for _, is_system in parts), may_be_cut
    )


def of_text(text: str, *, may_be_cut: bool) -> Prompt:
    """Count a prompt of one piece."""
    return Prompt((count(text),), (False,), may_be_cut)


def _too_long(whole: int, context: int) -> Refusal:
    inner = {
        "code": 400,
        "message": f"request ({whole} tokens) exceeds the available context size "
        f"({context} tokens), try increasing it",
        "type": "exceed_context_size_error",
        "n_prompt_tokens": whole,
        "n_ctx": context,
    }
    return Refusal(400, dump({"error": inner}).decode(), BARE_JSON)
