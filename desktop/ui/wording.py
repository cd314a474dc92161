"""Explanations in words: what happened, what to do about it, and what the buttons say."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter

from PySide6.QtCore import QCoreApplication

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.wording_causes import SAID
from desktop.ui.wording_facts import known_words, unknown_words
from desktop.ui.wording_remedies import LABELS, OFFERED

_LONGEST_FACT = 120
"""Characters of a fact that a server made up, such as where it redirects to."""


@dataclass(frozen=True, slots=True)
class RemedyButton:
    """A button that mends something: what it does, and what it says."""

    remedy: Remedy
    label: str


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence, muted facts below it, the buttons next to it, and the words that came.

    `raw` is as it was sent, for a person to read and copy; show it through `visible`.
    """

    sentence: str
    facts: str = ""
    buttons: tuple[RemedyButton, ...] = ()
    raw: str = ""


def words(explanation: Explanation, offered: Sequence[Remedy] = OFFERED) -> Words:
    """Return an explanation in the chosen language, with a button for each remedy that has one.

    `offered` are the remedies that a click can do where this is shown.
    """
    said = SAID[explanation.code]
    remedies = tuple(remedy for remedy in explanation.remedies if remedy in offered)
    return Words(
        _fill(said.sentence, explanation),
        joining.sentences(*_known(said.known, explanation), _fill(said.facts, explanation)),
        tuple(RemedyButton(remedy, remedy_label(remedy)) for remedy in remedies),
        explanation.raw,
    )


def brief(explanation: Explanation) -> str:
    """Return two or three words for a row of a list, where the sentence has no room."""
    return _fill(SAID[explanation.code].brief, explanation)


def remedy_label(remedy: Remedy) -> str:
    """Return what a remedy's button says."""
    return QCoreApplication.translate("Wording", str(LABELS[remedy]))


def _known(texts: Sequence[object], explanation: Explanation) -> list[str]:
    """Return those of the texts for which every fact is there that they have a place for."""
    return [
        _fill(text, explanation)
        for text in texts
        if {name for _, name, _, _ in Formatter().parse(str(text)) if name} <= {*explanation.facts}
    ]


def _fill(text: object, explanation: Explanation) -> str:
    facts = {name: visible(fact[:_LONGEST_FACT]) for name, fact in explanation.facts.items()}
    values = unknown_words() | facts | known_words(explanation.facts)
    form = joining.closed_up(QCoreApplication.translate("Wording", str(text)), values)
    filled = form.format(**values)
    return filled if "host" in explanation.facts else filled[:1].upper() + filled[1:]
