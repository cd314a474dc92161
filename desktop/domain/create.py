"""What is asked of /api/create."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.model import JsonValue, SampleMessage


@dataclass(frozen=True, slots=True)
class CreateRequest:
    """The parts of a Modelfile as /api/create takes them.

    `files`, `adapters` and `drafts` map a relative file name to the digest of an
    uploaded blob; `base` is the name of a model on the host (`from`). Empty
    fields are not sent. `more` are fields this program has no name for.
    """

    model: str
    base: str = ""
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    adapters: Mapping[str, str] = field(default_factory=dict[str, str])
    drafts: Mapping[str, str] = field(default_factory=dict[str, str])
    template: str = ""
    system: str = ""
    licenses: Sequence[str] = ()
    parameters: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    messages: Sequence[SampleMessage] = ()
    renderer: str = ""
    parser: str = ""
    requires: str = ""
    quantize: str = ""
    more: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])


@dataclass(frozen=True, slots=True)
class CreateStep:
    """One line of the answer, in the server's words; there is no byte progress (fact 50)."""

    status: str
    digest: str = ""
    total: int = 0
    completed: int = 0
    raw: bytes = b""
