"""What a deletion frees and touches, in words, before anything is deleted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.text import visible
from desktop.jobs.freed import Freed, freed
from desktop.ui import joining, units
from desktop.ui.models.view import ModelRow, RowId

Installed = Callable[[HostId], Sequence[InstalledModel]]
Weights = Callable[[HostId], Mapping[str, str]]
"""Digests of weights by model, as far as cards were read."""

_NEXT_TO_NOTHING = 1_000_000
"""Bytes: templates and licences of a few kilobytes are all that goes."""
_MOST_COMPARED = 200_000
_MOST_NAMED = 2
MOST_NOTES = 3


@dataclass(frozen=True, slots=True)
class Deletion:
    """`frees` has a text for each row, or none at all where working them out would take long.

    `unsure` names models whose cards would tell whether they share weights.
    """

    frees: tuple[str, ...]
    total: str
    notes: tuple[str, ...]
    unsure: tuple[tuple[HostId, str], ...]


def deletion(rows: Sequence[ModelRow], installed: Installed, weights: Weights) -> Deletion:
    """Work out what deleting these rows frees on each of their hosts."""
    by_host: dict[HostId, list[ModelRow]] = {}
    for row in rows:
        by_host.setdefault(row.host_id, []).append(row)
    total, is_exact = 0, True
    frees: dict[RowId, str] = {}
    notes: list[str] = []
    unsure: list[tuple[HostId, str]] = []
    for host_id, going in by_host.items():
        there, known = installed(host_id), weights(host_id)
        whole = freed([row.model for row in going], there, known)
        total, is_exact = total + whole.bytes, is_exact and whole.is_exact
        if not whole.is_exact:
            names = (*(row.name for row in going), *whole.sharing)
            unsure += [(host_id, name) for name in names if name not in known]
        if len(going) * len(there) <= _MOST_COMPARED:
            frees |= _one_by_one(going, there, known)
            notes += _sharing_notes(going, there, known)
    texts = tuple(frees.get(row.id, "") for row in rows) if len(frees) == len(rows) else ()
    loaded = _loaded_note([row for row in rows if row.loaded])
    said = (*notes[:MOST_NOTES], *([loaded] if loaded else []))
    return Deletion(texts, total_words(Freed(total, is_exact)), said, tuple(unsure))


def words(what: Freed) -> str:
    """Say it: "frees 19.9 GB", "frees at most 9.0 GB", "frees next to nothing"."""
    if what.bytes < _NEXT_TO_NOTHING:
        return QCoreApplication.translate("Delete", "frees next to nothing")
    if what.is_exact:
        text = QCoreApplication.translate("Delete", "frees {size}")
    else:
        text = QCoreApplication.translate("Delete", "frees at most {size}")
    return text.format(size=units.size(what.bytes))


def total_words(what: Freed) -> str:
    """Say what all of them together free."""
    if what.bytes < _NEXT_TO_NOTHING:
        return QCoreApplication.translate("Delete", "Next to nothing is freed in all.")
    if what.is_exact:
        text = QCoreApplication.translate("Delete", "{size} are freed in all.")
    else:
        text = QCoreApplication.translate("Delete", "At most {size} are freed in all.")
    return text.format(size=units.size(what.bytes))


def sharing_sentence(name: str, what: Freed) -> str:
    """Say which models keep the weights of `name` on the disk; "" where none does."""
    if not what.sharing:
        return ""
    others = names_of(what.sharing)
    if not what.is_exact:
        text = QCoreApplication.translate("Delete", "{model} may share weights with {others}.")
    elif len(what.sharing) == 1:
        text = QCoreApplication.translate(
            "Delete", "{others} shares the weights of {model}, which stay."
        )
    else:
        text = QCoreApplication.translate(
            "Delete", "{others} share the weights of {model}, which stay."
        )
    return text.format(model=visible(name), others=others)


def inspector_sentence(others: Sequence[str]) -> str:
    """Say who has the same weights as the model that is looked at; "" where nobody has."""
    if not others:
        return ""
    if len(others) == 1:
        text = QCoreApplication.translate(
            "Delete", "{others} has the same weights, so deleting this one frees next to nothing."
        )
    else:
        text = QCoreApplication.translate(
            "Delete", "{others} have the same weights, so deleting this one frees next to nothing."
        )
    return text.format(others=names_of(others))


def unknown_sentence(others: Sequence[str]) -> str:
    """Say who may have the same weights, until their cards were read; "" where nobody may."""
    if not others:
        return ""
    text = QCoreApplication.translate(
        "Delete", "What deleting it frees is not yet known: {others} may have the same weights."
    )
    return text.format(others=names_of(others))


def names_of(names: Sequence[str], count: int = 0) -> str:
    """The first two names, and how many more there are; `count` are all where `names` are few."""
    shown = joining.listed(visible(name) for name in names[:_MOST_NAMED])
    more = max(count, len(names)) - _MOST_NAMED
    if more <= 0:
        return shown
    text = QCoreApplication.translate("Delete", "{names} and {number} more")
    return text.format(names=shown, number=units.number(more))


def _one_by_one(
    going: Sequence[ModelRow], there: Sequence[InstalledModel], known: Mapping[str, str]
) -> dict[RowId, str]:
    """One after another, so that weights which two of them share are counted with the last."""
    left, texts = list(there), dict[RowId, str]()
    for row in going:
        texts[row.id] = words(freed([row.model], left, known))
        left = [model for model in left if model.name != row.name]
    return texts


def _sharing_notes(
    going: Sequence[ModelRow], there: Sequence[InstalledModel], known: Mapping[str, str]
) -> list[str]:
    names = {row.name for row in going}
    staying = [model for model in there if model.name not in names]
    sentences = (
        sharing_sentence(row.name, freed([row.model], [*staying, row.model], known))
        for row in going
    )
    return [sentence for sentence in sentences if sentence]


def _loaded_note(rows: Sequence[ModelRow]) -> str:
    if not rows:
        return ""
    names = names_of([row.name for row in rows])
    if len(rows) == 1:
        text = QCoreApplication.translate("Delete", "{names} is loaded, and is unloaded first.")
    else:
        text = QCoreApplication.translate("Delete", "{names} are loaded, and are unloaded first.")
    return text.format(names=names)
