"""What this program is made of: versions and licences, read from what is installed with it."""

import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from desktop import __version__
from desktop.assets import resources
from desktop.domain.release import ABOUT, MAX_BYTES, NoRelease, read_links
from desktop.runtime.threads import abandonable
from desktop.system.papers import paper_of, read_paper, read_papers
from desktop.system.parts import SYSTEMS, Part, read_parts
from desktop.system.shipped import SHIPPED

_LICENCE_FILES = ("licen", "copying", "notice", "authors")
_GNU = ("LGPL-3", "GPL-3")
_SYSTEMS = Path("/usr/share/common-licenses")
"""Where Debian keeps the texts that many packages are under."""


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the program. `version` is "" where neither it nor its files say one.

    `licence` is "" where only its text says it. `texts` are its licences' files, whole; () where
    they are not here. `within` are the shipped parts that hold it, () for what stands alone.
    """

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


async def read_components(resources: Path) -> tuple[Component, ...]:
    """Return every part of the program, ourselves first; read by a thread of its own."""
    return await abandonable(find_components, resources)


def find_components(resources: Path, search: Sequence[str] | None = None) -> tuple[Component, ...]:
    """Return every part of the program, ourselves first.

    `search` are folders to look for packages in, for a test; None is where
    the interpreter looks.
    """
    packages = [_with_text(_component(*one, search), resources) for one in SHIPPED]
    system = SYSTEMS.get(sys.platform, "linux")
    within = [_within(part, system, resources) for part in read_parts(resources).of(system)]
    return (
        Component("Paddock", __version__, "MIT", _own_licence(resources)),
        Component("Python", platform.python_version(), "PSF-2.0", _of_python()),
        *packages,
        *within,
        *(Component(name, held, "", text) for name, held, text in read_papers(resources)),
    )


def project_links(folder: Path | None = None) -> dict[str, str]:
    """Return the https pages that this release names: homepage, documentation, issues.

    `folder` is where resources lie, for a test.
    """
    try:
        with ((folder or resources()) / ABOUT).open("rb") as file:
            return read_links(file.read(MAX_BYTES + 1))
    except (OSError, NoRelease):
        return {}


def _component(name: str, licence: str, search: Sequence[str] | None) -> Component:
    package = _find(name, search)
    if package is None:
        return Component(name, "", licence)
    said = package.metadata.get_all("License-Expression") or [licence]
    return Component(name, package.version, said[0], _texts(package))


def _within(part: Part, system: str, resources: Path) -> Component:
    texts = [text for path in part.files(resources) for text in read_paper(path)]
    texts = texts or list(_of_gnu(resources) if "LGPL-3.0" in part.texts else ())
    whole = ("\n".join(part.holders), *texts)
    return Component(part.name, part.version(system), part.licence, whole, part.within)


def _with_text(component: Component, resources: Path) -> Component:
    """Give their texts to what brings none itself; some are the system's."""
    if component.texts:
        return component
    name = component.name.lower()
    texts = read_paper(resources / "licences" / f"{name}.txt")
    if not texts and component.licence.startswith("LGPL-3"):
        texts = _of_gnu(resources)
    texts = texts or (component.version and paper_of(f"python3-{name}", resources)) or ()
    return replace(component, texts=texts)


def _of_gnu(resources: Path) -> tuple[str, ...]:
    places = ((resources / "licences" / f"{name}.0.txt", _SYSTEMS / name) for name in _GNU)
    return tuple(text for own, systems in places for text in read_paper(own) or read_paper(systems))


def _of_python() -> tuple[str, ...]:
    """Return Python's licence, which lies with its library, above it, or in Debian's papers."""
    library = Path(platform.__file__).parent
    papers, name = library.parents[1] / "share" / "doc", library.name
    places = (
        library / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        papers / f"lib{name}-minimal" / "copyright",
        papers / f"{name}-minimal" / "copyright",
    )
    return next((text for place in places if (text := read_paper(place))), ())


def _find(name: str, search: Sequence[str] | None) -> Distribution | None:
    if search is not None:
        return next(iter(Distribution.discover(name=name, path=list(search))), None)
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _texts(package: Distribution) -> tuple[str, ...]:
    """Return the files that lie beside its metadata; a record of files may be missing."""
    base = getattr(package, "_path", None)
    if not isinstance(base, Path):
        return ()
    folders = (base, base / "licenses")
    paths = (path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()))
    named = (path for path in paths if path.name.lower().startswith(_LICENCE_FILES))
    return tuple(text for path in named for text in read_paper(path))


def _own_licence(resources: Path) -> tuple[str, ...]:
    package = _find("paddock-desktop", None)
    return read_paper(resources.parent / "LICENSE") or (_texts(package) if package else ())
