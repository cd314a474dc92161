"""From an error to what a person can be told: codes and facts, no sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.diagnostics.causes import CAUSES, Code, Remedy, text_of
from desktop.domain.host import Host
from desktop.ollama.errors import NotOllama, OllamaError, Redirected, ServerRefused

__all__ = ["Code", "Explanation", "Remedy", "explain"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What went wrong, what is known of it, what can be done, and the words that came with it.

    `facts` may hold `host` (its name), `address`, `status` (HTTP's number) and
    `location`. They and `raw` are as they were sent: shown through `visible`.
    """

    code: Code
    facts: Mapping[str, str]
    remedies: tuple[Remedy, ...]
    raw: str


def explain(error: OllamaError, host: Host | None = None) -> Explanation:
    """Explain any error of the tree; the first row of the table that fits is the cause."""
    cause = next(cause for cause in CAUSES if cause.fits(error))
    return Explanation(cause.code, _facts(error, host), cause.remedies, text_of(error))


def _facts(error: OllamaError, host: Host | None) -> dict[str, str]:
    facts: dict[str, str] = {}
    if host is not None:
        facts |= {"host": host.label, "address": host.address.authority}
    if isinstance(error, NotOllama | ServerRefused) and error.status:
        facts["status"] = str(error.status)
    if isinstance(error, Redirected):
        facts["location"] = error.location
    return facts
