"""What this program is made of: versions and licences, read from what is installed with it."""

import platform
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from pathlib import Path

from desktop.assets import resources
from desktop.domain.release import ABOUT, MAX_BYTES, NoRelease, read_links
from desktop.runtime.threads import abandonable

_LICENCE_FILES = ("licen", "copying", "notice", "authors")
_GNU = ("LGPL-3", "GPL-3")
_SYSTEMS = Path("/usr/share/common-licenses")
"""Where Debian keeps the texts that many packages are under."""
_LARGEST = 200_000
"""Bytes of a licence's file that are read."""
_MIT, _BSD3, _BSD2, _APACHE = "MIT", "BSD-3-Clause", "BSD-2-Clause", "Apache-2.0"
_QT = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"

SHIPPED: tuple[tuple[str, str], ...] = (
    ("PySide6-Essentials", _QT),
    ("shiboken6", _QT),
    ("qasync", _BSD2),
    ("httpx", _BSD3),
    ("httpcore", _BSD3),
    ("h11", _MIT),
    ("anyio", _MIT),
    ("certifi", "MPL-2.0"),
    ("idna", _BSD3),
    ("socksio", _MIT),
    ("truststore", _MIT),
    ("msgspec", _BSD3),
    ("platformdirs", _MIT),
    ("keyring", _MIT),
    ("SecretStorage", _BSD3),
    ("jeepney", _MIT),
    ("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    ("cffi", _MIT),
    ("pycparser", _BSD3),
    ("jaraco.classes", _MIT),
    ("jaraco.functools", _MIT),
    ("jaraco.context", _MIT),
    ("backports.tarfile", _MIT),
    ("more-itertools", _MIT),
    ("importlib-metadata", _APACHE),
    ("zipp", _MIT),
    ("lazy-importer", _APACHE),
    ("pywin32-ctypes", _BSD3),
    ("exceptiongroup", _MIT),
    ("psutil", _BSD3),
    ("nvidia-ml-py", _BSD3),
    ("Pygments", _BSD2),
    ("ziamath", _MIT),
    ("ziafont", _MIT),
    ("latex2mathml", _MIT),
    ("typing_extensions", "PSF-2.0"),
)
"""What the releases carry, each with the licence it had when this was written: the metadata
of some say none, and an installer may have left them out."""

_WITHIN: tuple[tuple[str, str], ...] = (
    ("Lucide", "ISC"),
    ("ICU", "Unicode-DFS-2016"),
    ("STIX Two Math", "OFL-1.1"),
    ("DejaVu Sans", "Bitstream-Vera"),
)
"""What is carried within another part: icons, Qt's library of languages, and formulas' fonts."""


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the program. `version` is "" where it is not installed as a package of its own.

    `texts` are its licences' files, whole; () where they are not here.
    """

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()


async def read_components(resources: Path) -> tuple[Component, ...]:
    """Return every part of the program, ourselves first; read by a thread of its own."""
    return await abandonable(find_components, resources)


def find_components(resources: Path, search: Sequence[str] | None = None) -> tuple[Component, ...]:
    """Return every part of the program, ourselves first.

    `search` are folders to look for packages in, for a test; None is where
    the interpreter looks.
    """
    within = [Component(name, "", licence) for name, licence in _WITHIN]
    packages = [_component(*one, search) for one in SHIPPED]
    return (
        Component("Paddock", _own_version(), _MIT, _own_licence(resources)),
        Component("Python", platform.python_version(), "PSF-2.0", _of_python()),
        *(_with_text(one, resources) for one in (*within, *packages)),
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


def _with_text(component: Component, resources: Path) -> Component:
    """Give their texts to what brings none itself; the GNU licences' may be the system's."""
    if component.texts:
        return component
    name = component.name.lower().replace(" ", "-")
    folder = "icons/LICENSE" if name == "lucide" else f"licences/{name}.txt"
    texts = _read(resources / folder)
    if not texts and component.licence.startswith("LGPL-3"):
        places = ((resources / "licences" / f"{name}.0.txt", _SYSTEMS / name) for name in _GNU)
        texts = tuple(text for own, systems in places for text in _read(own) or _read(systems))
    return replace(component, texts=texts)


def _of_python() -> tuple[str, ...]:
    """Return Python's licence, which lies with its library, above it, or in Debian's papers."""
    library = Path(sysconfig.get_path("stdlib"))
    papers, name = library.parents[1] / "share" / "doc", library.name
    places = (
        library / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        papers / f"lib{name}-minimal" / "copyright",
        papers / f"{name}-minimal" / "copyright",
    )
    return next((text for place in places if (text := _read(place))), ())


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
    return tuple(text for path in named for text in _read(path))


def _own_licence(resources: Path) -> tuple[str, ...]:
    package = _find("paddock-desktop", None)
    return _read(resources.parent / "LICENSE") or (_texts(package) if package else ())


def _own_version() -> str:
    try:
        return version("paddock-desktop")
    except PackageNotFoundError:
        return ""


def _read(path: Path) -> tuple[str, ...]:
    try:
        with path.open("rb") as file:
            return (file.read(_LARGEST).decode("utf-8", "replace"),)
    except OSError:
        return ()
