"""A list as a server sent it: the rows that could be read, and what could not."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DamagedRow:
    """A row with a field of the wrong type: its name where that could be read, and its bytes."""

    name: str
    reason: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """Rows in the server's order; `left_out` counts those beyond the cap of 10,000."""

    rows: tuple[T, ...] = ()
    damaged: tuple[DamagedRow, ...] = ()
    left_out: int = 0
    raw: bytes = b""
