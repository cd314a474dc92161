"""What the palette shows for what was typed: groups of entries, the best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import TypeAlias

from desktop.ui.palette.entry import Entry, Group, Offer, Verb
from desktop.ui.palette.match import Fit, fit, pieces

_MOST = {Group.ACTIONS: 12, Group.PAGES: 8, Group.MODELS: 8}
_OTHERS = 6
_RECENT = 5
_OF_A_VERB = 4
_ALL = frozenset({Group.ACTIONS, Group.PAGES, Group.HOSTS})
"""Groups that are listed whole while nothing is typed."""
_FEW = 5
_ONLY_THE_THING = 2
"""What it costs to be a thing alone where a deed was asked for as well."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that fits, and the places of the letters that were typed: (start, length)."""

    entry: Entry
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """A heading and what stands below it."""

    group: Group
    found: tuple[Found, ...]


_Costed: TypeAlias = tuple[int, int, int, int, Entry, Fit]
"""What an entry costs, by what is compared first; the place of it makes every one another."""


def find(offer: Offer, typed: str) -> tuple[FoundGroup, ...]:
    """Return what fits; with nothing typed what was used last, and then everything by group."""
    parts = pieces(typed)
    if not parts:
        return _everything(offer)
    used = {key: place for place, key in enumerate(offer.recent)}
    groups: dict[Group, list[_Costed]] = {}
    for place, entry in enumerate(_with_all(offer.entries, parts)):
        if found := fit(parts, entry.folded, entry.alias):
            groups.setdefault(entry.group, []).append(_costed(entry, found, used, place))
    shown_already = {id(one[4]) for group in groups.values() for one in group}
    for place, (entry, found) in enumerate(_done_with(offer.verbs, parts), len(offer.entries)):
        if id(entry) not in shown_already:
            shown_already.add(id(entry))
            groups.setdefault(entry.group, []).append(_costed(entry, found, used, place))
    if not groups:
        groups = _loosely(offer, parts, used)
    best = {group: _best(group, found) for group, found in groups.items()}
    order = sorted(best, key=lambda group: (best[group][0][0] > 1, _place(group)))
    shown = [FoundGroup(group, tuple(map(_found, best[group]))) for group in order]
    further = tuple(
        Found(entry, found.places if (found := fit(parts, entry.folded)) else ())
        for entry in offer.elsewhere(typed.strip())
    )
    return (*shown, *((FoundGroup(Group.ELSEWHERE, further),) if further else ()))


def _everything(offer: Offer) -> tuple[FoundGroup, ...]:
    by_key = {entry.key: entry for entry in offer.entries if entry.key}
    recent = [by_key[key] for key in offer.recent if key in by_key][:_RECENT]
    groups: dict[Group, list[Entry]] = {Group.RECENT: recent} if recent else {}
    for entry in offer.entries:
        group = groups.setdefault(entry.group, [])
        if entry.group in _ALL or len(group) < _FEW:
            group.append(entry)
    return tuple(
        FoundGroup(group, tuple(Found(entry) for entry in groups[group]))
        for group in Group
        if group in groups
    )


def _done_with(verbs: Iterable[Verb], parts: tuple[str, ...]) -> Iterable[tuple[Entry, Fit]]:
    """Return deeds on things, for what names a deed in some words and things in the others."""
    for verb in verbs:
        words = verb.folded.split()
        deed = {part for part in parts if _names(part, words, verb.folded)}
        rest = tuple(part for part in parts if part not in deed)
        if not deed or not (rest or verb.is_few):
            continue
        fitting = ((fit(rest, thing.folded), thing) for thing in _with_all(verb.things, rest))
        wanted = nsmallest(
            _OF_A_VERB, ((at, f, t) for at, (f, t) in enumerate(fitting) if f), key=_cost_of
        )
        for _, found, thing in wanted:
            entry = verb.made(thing)
            if entry is not None:
                yield entry, fit(parts, entry.folded) or Fit(1)
            if rest:
                yield thing, Fit(found.cost + _ONLY_THE_THING, found.places)


def _names(part: str, words: Sequence[str], whole: str) -> bool:
    is_sign = not part.isascii()
    return part in whole if is_sign else any(word.startswith(part) for word in words)


def _cost_of(found: tuple[int, Fit, Entry]) -> tuple[int, int]:
    return found[1].cost, found[0]


def _loosely(
    offer: Offer, parts: tuple[str, ...], used: dict[str, int]
) -> dict[Group, list[_Costed]]:
    groups: dict[Group, list[_Costed]] = {}
    for place, entry in enumerate(offer.entries):
        if found := fit(parts, entry.folded, entry.alias, loosely=True):
            groups.setdefault(entry.group, []).append(_costed(entry, found, used, place))
    return groups


def _costed(entry: Entry, found: Fit, used: dict[str, int], place: int) -> _Costed:
    """What was used lately stands before what fits as well, and short texts before long ones."""
    recently = used.get(entry.key, len(used)) if entry.key else len(used)
    return found.cost, recently, len(entry.text), place, entry, found


def _found(one: _Costed) -> Found:
    return Found(one[4], one[5].places)


def _with_all(entries: Sequence[Entry], parts: tuple[str, ...]) -> Sequence[Entry]:
    """Return those that have every piece somewhere: few are left to be looked at closely."""
    for part in parts:
        entries = [entry for entry in entries if part in entry.folded or part in entry.alias]
    return entries


def _best(group: Group, found: Sequence[_Costed]) -> list[_Costed]:
    return nsmallest(_MOST.get(group, _OTHERS), found)


def _place(group: Group) -> int:
    return tuple(Group).index(group)
