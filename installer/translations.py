"""Brings the translations up to date with the texts in the code.

    python installer/translations.py            every language that there is
    python installer/translations.py fr         adds a language, all of it still to translate
    python installer/translations.py --check    changes nothing; 1 where something would change

It needs the project's environment, whose PySide6 brings lupdate. Translations are kept, texts that
are gone are dropped, new ones are marked as unfinished; the files are sorted and name no lines of
code, so that nothing else in them moves. lupdate misses the plural of a text that is asked for
by `QCoreApplication.translate`: here every text with %n has one.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
_NAME = "paddock_"
_LANGUAGE = re.compile("[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")
Key: TypeAlias = tuple[str, str]
"""Context and English text."""
Forms: TypeAlias = tuple[str, ...]
"""The translation; of a text with a count, one for each plural form of the language."""


@dataclass(frozen=True, slots=True)
class Found:
    """The texts in the code, and how many plural forms the language has."""

    keys: tuple[Key, ...]
    plurals: int


def find_texts(language: str) -> Found:
    """Have lupdate read the code."""
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / f"{_NAME}{language}.ts"
        sources = sorted(str(path) for path in (ROOT / "desktop").rglob("*.py"))
        command = [str(_lupdate()), *sources, "-target-language", language, "-silent"]
        command += ["-locations", "none", "-ts", str(target)]
        subprocess.run(command, check=True)  # noqa: S603  # our own words, and no shell
        tree = _parse(target)
    messages = list(tree.iter("message"))
    plurals = max((len(list(message.iter("numerusform"))) for message in messages), default=1)
    return Found(tuple(sorted(_keys(tree))), max(1, plurals))


def read(path: Path) -> Mapping[Key, Forms]:
    """Return what a file translates; what is unfinished is left out."""
    if not path.is_file():
        return {}
    known = {}
    for context in _parse(path).findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = [form.text or "" for form in translation.findall("numerusform")]
            key = (context.findtext("name", ""), message.findtext("source", ""))
            known[key] = tuple(forms or [translation.text or ""])
    return known


def written(language: str, found: Found, known: Mapping[Key, Forms]) -> str:
    """Return the file of a language."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    before = None
    for context, source in found.keys:
        if context != before:
            lines += [] if before is None else ["</context>"]
            lines += ["<context>", f"    <name>{escape(context)}</name>"]
            before = context
        lines += _message(source, known.get((context, source), ()), found.plurals)
    lines += [] if before is None else ["</context>"]
    return "\n".join([*lines, "</TS>", ""])


def update(path: Path, *, writes: bool = True) -> bool:
    """Bring one file up to date; whether it was already."""
    language = path.stem.removeprefix(_NAME)
    found, known = find_texts(language), read(path)
    text = written(language, found, known)
    is_same = path.is_file() and path.read_text(encoding="utf-8") == text
    new = sum(key not in known for key in found.keys)
    gone = len(set(known) - set(found.keys))
    print(f"{path.name}: {len(found.keys)} texts, {new} to translate, {gone} gone")
    if writes and not is_same:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return is_same


def _message(source: str, forms: Forms, plurals: int) -> Sequence[str]:
    has_count = "%n" in source
    is_done = len(forms) == (plurals if has_count else 1) and all(forms)
    opening = "<translation>" if is_done else '<translation type="unfinished">'
    said = forms if is_done else ("",) * plurals
    head = '    <message numerus="yes">' if has_count else "    <message>"
    lines = [head, f"        <source>{escape(source)}</source>"]
    if has_count:
        inner = [f"            <numerusform>{escape(form)}</numerusform>" for form in said]
        lines += [f"        {opening}", *inner, "        </translation>"]
    else:
        lines.append(f"        {opening}{escape(said[0])}</translation>")
    return [*lines, "    </message>"]


def _keys(tree: ElementTree.Element) -> set[Key]:
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in tree.findall("context")
        for message in context.findall("message")
    }


def _parse(path: Path) -> ElementTree.Element:
    return ElementTree.parse(path).getroot()  # noqa: S314  # our own file


def _lupdate() -> Path:
    import PySide6

    folder = Path(PySide6.__file__).parent
    return next(path for path in (folder / "lupdate.exe", folder / "lupdate") if path.is_file())


def _language(name: str) -> str:
    """Return a language's name, if Qt knows it by that."""
    from PySide6.QtCore import QLocale

    if QLocale(name).language() is QLocale.Language.C:
        raise argparse.ArgumentTypeError(f"{name} is no language that Qt knows")
    return name


def main() -> int:
    """Update what the command line says."""
    parser = argparse.ArgumentParser(description="Bring the translations up to date.")
    parser.add_argument(
        "languages", nargs="*", metavar="LANGUAGE", type=_language, help="such as zh_CN"
    )
    parser.add_argument("--check", action="store_true", help="change nothing")
    options = parser.parse_args()
    if odd := [word for word in options.languages if not _LANGUAGE.fullmatch(word)]:
        parser.error(f"{odd[0]} is no language; one is such as fr or zh_CN")
    there = sorted(FOLDER.glob(f"{_NAME}*.ts"))
    paths = [FOLDER / f"{_NAME}{language}.ts" for language in options.languages] or there
    is_same = [update(path, writes=not options.check) for path in paths]
    return 0 if all(is_same) or not options.check else 1


if __name__ == "__main__":
    sys.exit(main())
