"""Which models the page lists, in which order, and what deleting each frees: plain functions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from desktop.domain.host import HostId
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory.sharing import Freeing, Frees, Sharing
from desktop.memory.weights import HostWeights
from desktop.ui.models.view import Column as ModelColumn
from desktop.ui.models.view import ModelRow, RowId, SortKey, rows_of


class Column(IntEnum):
    """The columns of the table, from left to right."""

    NAME = 0
    HOST = 1
    SIZE = 2
    MODIFIED = 3
    FREES = 4


MODEL_COLUMNS = {
    Column.NAME: ModelColumn.NAME,
    Column.HOST: ModelColumn.HOST,
    Column.SIZE: ModelColumn.SIZE,
    Column.MODIFIED: ModelColumn.MODIFIED,
}
"""Those that the models page has as well."""


@dataclass(frozen=True, slots=True)
class TidyRow:
    """A model and what deleting it alone frees; None of one that cannot be read."""

    row: ModelRow
    freeing: Freeing | None

    @property
    def id(self) -> RowId:
        return self.row.id


@dataclass(frozen=True, slots=True)
class HostRows:
    """The rows of one host, what they share, and what they were made of."""

    rows: Mapping[RowId, TidyRow]
    sharing: Sharing
    snapshot: HostSnapshot
    weights: HostWeights


def host_rows(
    snapshot: HostSnapshot, weights: HostWeights, before: HostRows | None = None
) -> HostRows:
    """Make the rows of one host, taking over those that say the same still.

    It is `before` itself where nothing that is shown has changed.
    """
    old: Mapping[RowId, TidyRow] = before.rows if before else {}
    models = _model_rows(snapshot, before)
    is_same = len(models) == len(old) and all(
        (kept := old.get(row.id)) is not None and kept.row is row for row in models
    )
    if before is not None and is_same and weights is before.weights:
        return before
    sharing = Sharing(snapshot.models, weights)
    rows = [_row(row, sharing, old.get(row.id)) for row in models]
    return HostRows({row.id: row for row in rows}, sharing, snapshot, weights)


def in_order(rows: Iterable[TidyRow], column: Column, *, descending: bool) -> list[TidyRow]:
    """Return the rows by a column, the unknown ones last either way, and equals by name."""
    base = sorted(rows, key=lambda row: row.row.tie)
    keyed = [(_key(row, column), row) for row in base]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0] or 0, reverse=descending)  # None is gone by now.
    return [row for _, row in known] + [row for key, row in keyed if key is None]


def total_of(rows: Sequence[TidyRow], hosts: Mapping[HostId, HostRows]) -> Freeing:
    """Return what deleting all of these together frees, whatever host they are on."""
    by_host: dict[HostId, list[TidyRow]] = {}
    for row in rows:
        by_host.setdefault(row.id.host_id, []).append(row)
    found = [
        hosts[host_id].sharing.total([one.row.model for one in chosen if one.freeing])
        for host_id, chosen in by_host.items()
        if host_id in hosts
    ]
    kinds = {each.frees for each in found}
    order = (Frees.UNKNOWN, Frees.AT_MOST, Frees.WHOLE)
    frees = next((kind for kind in order if kind in kinds), Frees.NOTHING)
    return Freeing(frees, sum(each.bytes for each in found))


def _model_rows(snapshot: HostSnapshot, before: HostRows | None) -> list[ModelRow]:
    """Return the models page's rows; those of the same lists are the same."""
    if before is None:
        return rows_of(snapshot, {})
    if all(
        new is old for new, old in zip(_made_of(snapshot), _made_of(before.snapshot), strict=True)
    ):
        return [kept.row for kept in before.rows.values()]
    return rows_of(snapshot, {row_id: kept.row for row_id, kept in before.rows.items()})


def _made_of(snapshot: HostSnapshot) -> tuple[object, ...]:
    return snapshot.models, snapshot.damaged, snapshot.loaded, snapshot.host


def _row(row: ModelRow, sharing: Sharing, kept: TidyRow | None) -> TidyRow:
    freeing = None if row.damage else sharing.freeing(row.model)
    is_same = kept is not None and kept.row is row and kept.freeing == freeing
    return kept if kept is not None and is_same else TidyRow(row, freeing)


def _key(row: TidyRow, column: Column) -> SortKey:
    if column is not Column.FREES:
        return row.row.keys[MODEL_COLUMNS[column]]
    if row.freeing is None or row.freeing.frees is Frees.UNKNOWN:
        return None
    return row.freeing.bytes
