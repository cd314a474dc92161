"""What the form shows at one moment, and how its parts change the text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from desktop.domain.modelfile import MODEL, NO_FROM, Parsed
from desktop.domain.modelfile_check import Finding, Trap
from desktop.domain.modelfile_edit import value_of, values_of
from desktop.domain.modelfile_writing import Obstacle, Unwritable
from desktop.ui.workshop.form.bases import Bases

Change: TypeAlias = Callable[[str], str]
"""Makes a new text of the present one; raises Unwritable."""
Write: TypeAlias = Callable[[Change], str]
"""Has a change made, and returns why it could not be: "" if it was."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A Modelfile's text, and what is known of it."""

    text: str = ""
    parsed: Parsed = field(default_factory=lambda: Parsed((), None, ()))
    findings: tuple[Finding, ...] = ()
    bases: Bases = field(default_factory=Bases)

    @property
    def base(self) -> str:
        """The FROM that counts; "" if there is none."""
        return value_of(self.parsed, MODEL) or ""

    @property
    def is_editable(self) -> bool:
        """Whether parts can be told apart: a text without a FROM yet is read to its end."""
        return self.parsed.problem is None or self.parsed.problem.text == NO_FROM

    @property
    def wrong_line(self) -> int:
        """The line up to which it was read, else that of the first error; 0 if there is none."""
        errors = [one for one in self.findings if one.is_error]
        syntax = [one for one in errors if one.trap is Trap.SYNTAX]
        return next((one.line for one in (*syntax, *errors)), 0)

    def value(self, name: str) -> str:
        return value_of(self.parsed, name) or ""

    def values(self, name: str) -> tuple[str, ...]:
        return values_of(self.parsed, name)

    def finding(self, name: str, *traps: Trap) -> Finding | None:
        """Return the first finding of that kind about a part."""
        for one in self.findings:
            if one.name == name and one.trap in traps:
                return one
        return None


def unwritable_words(error: Unwritable) -> str:
    """Return why a value cannot stand in a Modelfile, and what to do."""
    match error.obstacle:
        case Obstacle.DROPPED_CHARACTERS:
            return QCoreApplication.translate(
                "ModelfileForm",
                "Ollama's parser drops a character of this. Leave out what is not seen.",
            )
        case Obstacle.QUOTES:
            return QCoreApplication.translate(
                "ModelfileForm",
                'Ollama\'s parser would end this at its quotes. Leave out """ at a line\'s end.',
            )
        case Obstacle.NAME:
            return QCoreApplication.translate(
                "ModelfileForm", "Ollama's parser cannot read this name."
            )


def text_warning(shown: Shown, name: str) -> str:
    """Return what happened to a part's text while it was read; "" if nothing."""
    swallowed = shown.finding(name, Trap.SWALLOWED, Trap.TEXT_BEHIND_QUOTE)
    if swallowed is not None:
        text = QCoreApplication.translate(
            "ModelfileForm", "A quote in line {line} took in what follows it."
        )
        return text.format(line=swallowed.line)
    if dropped := shown.finding(name, Trap.DROPPED):
        text = QCoreApplication.translate(
            "ModelfileForm", "Ollama's parser drops a character in line {line}: {said}"
        )
        return text.format(line=dropped.line, said=dropped.said)
    return ""
