"""Debian's papers: who holds which right in the packages that an AppImage carries.

Its builder puts the list `debian-packages` beside them, a name and a version to a line. The deb
carries no packages of others, and has no such list: there the papers are the system's.
"""

from collections.abc import Iterator
from pathlib import Path

_DOCUMENTS = Path("share/doc")
_LIST = _DOCUMENTS / "paddock" / "debian-packages"
_SYSTEM = Path("/usr")
_LARGEST = 200_000
"""Bytes of a paper that are read."""

_NAMELESS = frozenset({"python3-cffi-backend"})
"""What Python finds there without metadata."""

Paper = tuple[str, str, tuple[str, ...]]
"""Name, version and text of a package. The text is of its sources: it names licences of what is
not carried as well, so none is taken out of it to stand for the whole."""


def read_papers(resources: Path) -> tuple[Paper, ...]:
    """Return what is carried of Debian besides Python and its modules; mostly nothing."""
    return tuple(_papers(resources))


def paper_of(package: str, resources: Path) -> tuple[str, ...]:
    """Return the text of one package, of those that are carried or else of the system's."""
    places = (folder / _DOCUMENTS / package / "copyright" for folder in (_usr(resources), _SYSTEM))
    return next((text for place in places if (text := read_paper(place))), ())


def _papers(resources: Path) -> Iterator[Paper]:
    carried = _usr(resources)
    for listed in read_paper(carried / _LIST):
        for line in listed.splitlines():
            name, _, version = line.partition(" ")
            if name and ("python3" not in name or name in _NAMELESS):
                yield name, version, read_paper(carried / _DOCUMENTS / name / "copyright")


def _usr(resources: Path) -> Path:
    """Return the folder that holds lib/paddock/desktop/resources."""
    return resources.parents[3] if len(resources.parents) > 3 else _SYSTEM


def read_paper(path: Path) -> tuple[str, ...]:
    """Return what is in a licence's file, cut if it is too large; () where it cannot be read."""
    try:
        with path.open("rb") as file:
            return (file.read(_LARGEST).decode("utf-8", "replace"),)
    except OSError:
        return ()
