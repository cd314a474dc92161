"""From an error to what a person can be told: codes and facts, no sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.diagnostics.cause import readable, text_of
from desktop.diagnostics.causes import CAUSES, NOTICED
from desktop.diagnostics.codes import Code, Remedy
from desktop.diagnostics.facts import facts_of
from desktop.domain.host import Host
from desktop.ollama.errors import OllamaError

__all__ = ["Code", "Explanation", "Remedy", "explain", "notice"]

_HERE_ALONE = frozenset({Remedy.START_OLLAMA, Remedy.SHOW_LOG})


@dataclass(frozen=True, slots=True)
class Explanation:
    """What went wrong, what is known of it, what can be done, and the words that came with it.

    `facts` may hold `host` (its name), `address`, `status` (HTTP's number),
    `location`, `model`, `needed` and `available` (sizes), `tokens` and `context`,
    `registry`, `proxy`, `program` and more (see `facts.py`). They and `raw` are
    as they were sent: shown through `visible`.
    """

    code: Code
    facts: Mapping[str, str]
    remedies: tuple[Remedy, ...]
    raw: str

    def knowing(self, **facts: str) -> "Explanation":
        """Return the same with more facts; those that are empty are left out."""
        more = {name: fact for name, fact in facts.items() if fact}
        return replace(self, facts={**self.facts, **more})


def explain(error: OllamaError, host: Host | None = None) -> Explanation:
    """Explain any error of the tree; the first row of the table that fits is the cause."""
    raw = text_of(error)
    text = readable(raw)
    cause = next(cause for cause in CAUSES if cause.fits(error, text))
    facts = _of_host(host) | facts_of(error)
    return Explanation(cause.code, facts, _possible(cause.remedies, host), raw)


def notice(code: Code, host: Host | None = None, raw: str = "", **facts: str) -> Explanation:
    """Explain what was noticed though no error says it; empty facts are no facts."""
    remedies = NOTICED.get(code) or next(cause.remedies for cause in CAUSES if cause.code is code)
    return Explanation(code, _of_host(host), _possible(remedies, host), raw).knowing(**facts)


def _possible(remedies: tuple[Remedy, ...], host: Host | None) -> tuple[Remedy, ...]:
    """Leave out what can be done to this computer's own server alone, for one elsewhere."""
    if host is None or host.is_here:
        return remedies
    return tuple(remedy for remedy in remedies if remedy not in _HERE_ALONE)


def _of_host(host: Host | None) -> dict[str, str]:
    return {} if host is None else {"host": host.label, "address": host.address.authority}
