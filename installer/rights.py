"""Writes who holds which right in a staged tree, for the installer that carries it.

    python3 installer/rights.py TREE linux     a Debian copyright file, of installer/linux/copyright
    python3 installer/rights.py TREE windows   plain text, behind the program's own licence
    python3 installer/rights.py TREE macos     the same

What is carried within the libraries comes from resources/licences/parts.txt, as on the program's
own page of licences; the texts themselves are carried once, in that folder of the tree. What
installer/linux/copyright names and the tree does not hold is left out.
"""

import fnmatch
import re
import sys
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path
from textwrap import fill

from paragraphs import Paragraph, read_paragraphs, write_paragraphs

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop.system.parts import Part, read_parts  # noqa: E402
from desktop.system.shipped import SHIPPED  # noqa: E402

_PLACE = "usr/lib/paddock/"
_TEXTS = f"/{_PLACE}desktop/resources/licences"
_AFTER_ABI = re.compile(r"\.abi3\..*")
_ENDINGS = (".so", ".dll", ".dylib")


def key(file: Path) -> str:
    """Return what the list of parts calls a library or a plugin."""
    name = file.name
    for ending in _ENDINGS:
        name = name.split(ending)[0]
    name = _AFTER_ABI.sub(".abi3", name).removeprefix("lib").replace("Qt6", "Qt")
    return f"{file.parent.name}/{name}" if "plugins" in file.parts else name


def debian(tree: Path) -> str:
    """Return the copyright file of a Debian package that holds the tree."""
    written = read_paragraphs((ROOT / "installer" / "linux" / "copyright").read_text("utf-8"))
    files = [one for one in written if "Files" in one]
    kept = [one for one in written if "Files" not in one or _is_there(one, tree)]
    parts = [
        one for one in read_parts(ROOT / "resources").of("linux") if "Paddock" not in one.within
    ]
    added = [_with_parts(path, held, files) for path, held in _holding(tree, parts)]
    used = {part.name for _, held in _holding(tree, parts) for part in held}
    terms = list(_terms([part for part in parts if part.name in used], kept))
    first = next(at for at, one in enumerate(kept) if "License" in one and "Files" not in one)
    return write_paragraphs([*kept[:first], *added, *kept[first:], *terms])


def plain(tree: Path, system: str) -> str:
    """Return the text that lies beside the program on Windows and macOS."""
    rows = [(ROOT / "LICENSE").read_text("utf-8").rstrip(), "", ""]
    rows.append(
        fill(
            'Paddock carries what is named here. The text of each licence lies in the folder \
app/desktop/resources/licences or, for a library, in its own folder NAME-VERSION.dist-info; \
Python\'s lies with Python. The program shows them all under "Versions and licences".',
            79,
        )
    )
    rows.append("")
    known = {name.replace("_", "-").lower(): licence for name, licence in SHIPPED}
    for metadata in sorted(tree.glob("*.dist-info/METADATA")):
        fields = HeaderParser().parsestr(metadata.read_text("utf-8"))
        name = fields["Name"].replace("_", "-").lower()
        licence = fields["License-Expression"] or known.get(name, "in its folder")
        rows.append(f"{fields['Name']} {fields['Version']}: {licence}")
    for part in read_parts(ROOT / "resources").of(system):
        name = f"{part.name} {part.version(system)}".strip()
        rows += ["", f"{name}, within {', '.join(part.within)}: {part.licence}"]
        rows += [f"    {line}" for line in part.holders]
    return "\n".join(rows) + "\n"


def _is_there(paragraph: Paragraph, tree: Path) -> bool:
    patterns = paragraph["Files"].split()
    inside = [one.removeprefix(_PLACE) for one in patterns if one.startswith(_PLACE)]
    return not inside or any(any(tree.glob(one)) for one in inside)


def _holding(tree: Path, parts: list[Part]) -> Iterator[tuple[str, list[Part]]]:
    """Yield each path of the package that holds parts of others, and these."""
    places = {key(file): file for file in sorted(tree.rglob("*.so*"))}
    places |= {folder.name: folder / "*" for folder in tree.iterdir() if folder.is_dir()}
    for name in sorted({name for part in parts for name in part.within} & places.keys()):
        path = _PLACE + places[name].relative_to(tree).as_posix()
        yield path, [part for part in parts if name in part.within]


def _with_parts(path: str, parts: list[Part], files: list[Paragraph]) -> Paragraph:
    """Return a paragraph for one path: the library's own, and what it carries."""
    patterns = [(one, pattern) for one in files for pattern in one["Files"].split()]
    own = [one for one, pattern in patterns if fnmatch.fnmatchcase(path, pattern)][-1]
    names = [f"{part.name} {part.version('linux')}".strip() for part in parts]
    holders = dict.fromkeys(line for part in parts for line in part.holders)
    licences = dict.fromkeys([own["License"], *(_debian_name(part) for part in parts)])
    return {
        "Files": path,
        "Copyright": "\n".join([own["Copyright"], *holders]),
        "License": " and ".join(licences),
        "Comment": _fill("It holds " + "; ".join(names) + "."),
    }


def _terms(parts: list[Part], written: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield a paragraph for every licence that is not written by hand: where its texts lie."""
    known = {
        one["License"].split("\n")[0] for one in written if "Files" not in one and "License" in one
    }
    files: dict[str, dict[str, None]] = {}
    for part in parts:
        for name in _debian_name(part).split(" and "):
            files.setdefault(name, {}).update(dict.fromkeys(part.texts))
    for one in written:
        for name in one["License"].split("\n")[0].split(" and ") if "Files" in one else ():
            files.setdefault(name, {})
    for name in sorted(files.keys() - known):
        lie = ", ".join(f"{text}.txt" for text in files[name])
        said = [f"The text is in {_TEXTS}: {lie}."] if lie else []
        if name.startswith("BSD"):
            said.append("A library's own text is in its folder dist-info.")
        yield {"License": f"{name}\n{_fill(' '.join(said))}"}


def _debian_name(part: Part) -> str:
    """Return the licence that a part is taken under, in Debian's way of writing."""
    name = part.licence.split(" OR ")[0].replace(" AND ", " and ")
    return name.replace(" WITH ", "-with-").replace("Public domain", "public-domain")


def _fill(text: str) -> str:
    return fill(text, 78, break_on_hyphens=False, break_long_words=False)


def main(arguments: list[str]) -> int:
    """Print what the command line asks for."""
    if len(arguments) != 2 or arguments[1] not in {"linux", "windows", "macos"}:
        print(__doc__, file=sys.stderr)
        return 2
    tree, system = Path(arguments[0]), arguments[1]
    text = debian(tree) if system == "linux" else plain(tree, system)
    sys.stdout.buffer.write(text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
