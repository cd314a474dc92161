"""The translations' sources, read for the tests."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6
from translations import FOLDER

SOURCES = sorted(FOLDER.glob("*.ts"))
_PLACES = re.compile(r"\{[^{}]*\}|%n|%\d")


@dataclass(frozen=True, slots=True)
class Message:
    """An entry: its English text, and every form of its translation."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_finished: bool
    has_count: bool


def messages(path: Path) -> Iterator[Message]:
    """Return every entry of a file."""
    for context in ElementTree.parse(path).getroot().findall("context"):  # ours
        for entry in context.findall("message"):
            translation = entry.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")]
            yield Message(
                context.findtext("name", ""),
                entry.findtext("source", ""),
                tuple(forms or [translation.text or ""]),
                translation.get("type") is None,
                entry.get("numerus") == "yes",
            )


def places(text: str) -> list[str]:
    """Return what is filled in later, sorted: {host}, %n."""
    return sorted(_PLACES.findall(text))


def compiled_into(folder: Path) -> None:
    """Compile every source into that folder."""
    tools = Path(PySide6.__file__).parent
    tool = next(path for path in (tools / "lrelease.exe", tools / "lrelease") if path.is_file())
    for source in SOURCES:
        target = folder / f"{source.stem}.qm"
        command = [str(tool), "-silent", str(source), "-qm", str(target)]
        subprocess.run(command, check=True)  # our own words
