"""Every error that is explained, with its sentence, what is known of it, and what helps."""

from dataclasses import dataclass

from desktop.diagnostics.causes import CAUSES, NOTICED
from desktop.diagnostics.explain import Code, Explanation, Remedy
from desktop.ui.palette.match import folded
from desktop.ui.wording import remedy_label, words


@dataclass(frozen=True, slots=True)
class Trouble:
    """One code in words; `searched` is all of it, folded."""

    code: Code
    sentence: str
    facts: str
    remedies: tuple[str, ...]
    searched: str


def troubles() -> tuple[Trouble, ...]:
    """Return all of them, in the order of the codes: first the way to a host, then its answers."""
    return tuple(_trouble(code) for code in Code)


def remedies_of(code: Code) -> tuple[Remedy, ...]:
    """Return what can be done about a code, wherever it is met."""
    causes = (remedy for cause in CAUSES if cause.code is code for remedy in cause.remedies)
    return tuple(dict.fromkeys((*NOTICED.get(code, ()), *causes)))


def _trouble(code: Code) -> Trouble:
    remedies = remedies_of(code)
    said = words(Explanation(code, {}, remedies, ""))
    labels = tuple(remedy_label(remedy) for remedy in remedies)
    name = code.name.lower().replace("_", " ")
    searched = folded("\n".join((said.sentence, said.facts, *labels, name)))
    return Trouble(code, said.sentence, said.facts.strip(), labels, searched)
