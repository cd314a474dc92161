"""What is asked of a model and what it answers, one piece at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.model import JsonValue


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A call that a model wants made; arguments come whole (fact 27)."""

    name: str
    arguments: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    id: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat. Images are bare base64, without a data: prefix."""

    role: str
    content: str = ""
    thinking: str = ""
    images: tuple[str, ...] = ()
    tool_calls: tuple[ToolCall, ...] = ()
    tool_name: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a chat and a generate have in common.

    `keep_alive` is a Go duration ("5m"), seconds, -1 for ever or 0 for not at
    all; None leaves it to the server. `think` is a bool or a level's name.
    `format` is "json" or a JSON schema. `more` are fields this program has no name for.
    """

    model: str
    options: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    keep_alive: str | int | None = None
    format: JsonValue = None
    think: bool | str | None = None
    stream: bool = True
    more: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])


@dataclass(frozen=True, slots=True)
class ChatRequest(Asking):
    """The body of /api/chat. Without messages it loads the model, or unloads it (fact 22)."""

    messages: Sequence[Message] = ()
    tools: Sequence[JsonValue] = ()


@dataclass(frozen=True, slots=True)
class GenerateRequest(Asking):
    """The body of /api/generate. Without a prompt it loads the model, or unloads it (fact 22)."""

    prompt: str = ""
    suffix: str = ""
    system: str = ""
    template: str = ""
    images: tuple[str, ...] = ()
    raw_prompt: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """What the last line of an answer counts: tokens, and times in nanoseconds (fact 23)."""

    total_duration: int = 0
    load_duration: int = 0
    prompt_eval_count: int = 0
    prompt_eval_duration: int = 0
    eval_count: int = 0
    eval_duration: int = 0


@dataclass(frozen=True, slots=True)
class Chunk:
    """One line of the answer of chat or generate.

    `text` is message.content or response. Only the line with `done` has
    figures; `done_reason` is stop, length, load or unload.
    """

    text: str = ""
    thinking: str = ""
    role: str = ""
    model: str = ""
    tool_calls: tuple[ToolCall, ...] = ()
    done: bool = False
    done_reason: str = ""
    figures: Figures = Figures()
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class Embeddings:
    """One vector for each input, and what it cost: tokens and nanoseconds."""

    vectors: tuple[tuple[float, ...], ...] = ()
    model: str = ""
    figures: Figures = Figures()
    raw: bytes = b""
