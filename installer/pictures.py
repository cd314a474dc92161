"""Makes the pictures of README.md and its translations, out of the tour.

    .venv/bin/python installer/pictures.py                   walks through it in every language
    .venv/bin/python installer/pictures.py LANGUAGE FOLDER   takes what `--tour FOLDER` left there

A walk in both themes takes a few minutes. Each picture gets the 256 colours that say most of it,
which takes its file to a third; nobody sees the difference, and clones stay small.
"""

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageWriter

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "resources" / "pictures"
LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark")
STEPS = {
    "models": "models-of-all-hosts",
    "doctor": "a-test-that-fails-at-the-proxy",
    "chat": "chat-an-answer",
    "workshop": "workshop-two-problems",
    "memory": "memory",
}
"""What a picture is called, and the step of the tour that shows it."""
_COLOURS = 256
_FAR = 24
"""By how much colours differ at first, as a sum over red, green and blue, to be kept apart."""
_LOOKED_AT = 4000
"""So many colours are asked for a place, the most frequent ones."""


class NoPicture(Exception):
    """The tour left no such picture, or it cannot be written."""


def name(picture: str, theme: str, language: str) -> str:
    """Return the name of a picture's file; English ones do not say their language."""
    return f"{picture}-{theme}{'' if language == 'en' else f'-{language}'}.png"


def take(tour: Path, language: str, target: Path = PICTURES) -> list[Path]:
    """Make every picture of a language out of a tour's.

    Raises:
        NoPicture: the tour did not come that far.
    """
    target.mkdir(exist_ok=True)
    written: list[Path] = []
    for picture, step in STEPS.items():
        for theme in THEMES:
            found = [path for path in tour.glob(f"*-{step}-{theme}.png") if _is_of(path, step)]
            if len(found) != 1:
                raise NoPicture(f"{len(found)} pictures of {step} in the {theme} theme")
            path = target / name(picture, theme, language)
            write(with_few_colours(QImage(str(found[0]))), path)
            written.append(path)
    return written


def with_few_colours(image: QImage) -> QImage:
    """Return the picture with at most 256 colours, each pixel with the nearest of them."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(memoryview(image.constBits()).cast("I"))
    if len(seen) <= _COLOURS:
        table = list(seen)
    else:
        table = chosen([colour for colour, _ in seen.most_common(_LOOKED_AT)])
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def chosen(colours: Sequence[int]) -> list[int]:
    """Return up to 256 of the colours, the first ones first, each some way from the others."""
    table: list[int] = []
    for distance in (_FAR, _FAR // 2, _FAR // 4, 0):
        for colour in colours:
            if len(table) == _COLOURS:
                return table
            if all(_apart(colour, other) > distance for other in table):
                table.append(colour)
    return table


def write(image: QImage, path: Path) -> None:
    """Write a PNG, as small as it gets.

    Raises:
        NoPicture: there is no such picture, or no room for it.
    """
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(image):
        raise NoPicture(f"{path.name}: {writer.errorString()}")


def main(arguments: Sequence[str]) -> int:
    """Make them from a tour that is there, or walk through it first."""
    try:
        if arguments:
            language, folder = arguments
            _tell(take(Path(folder), language))
            return 0
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory(prefix="paddock-pictures-") as folder:
                _walk(Path(folder), language)
                _tell(take(Path(folder), language))
    except NoPicture as problem:
        print(f"installer/pictures.py: {problem}", file=sys.stderr)
        return 1
    return 0


def _walk(folder: Path, language: str) -> None:
    """Have the tour take its pictures; that it names a text it finds cut off does not stop this."""
    tour = ["-m", "desktop", "--tour", str(folder), "--theme", "both", "--language", language]
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, *tour], cwd=ROOT, env=offscreen, check=False)  # noqa: S603


def _is_of(path: Path, step: str) -> bool:
    """Tell whether a file is that step's, and not of another whose name ends alike."""
    number, _, rest = path.stem.partition("-")
    return number.isdigit() and rest.rpartition("-")[0] == step


def _apart(one: int, other: int) -> int:
    return sum(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


def _tell(written: Iterable[Path]) -> None:
    for path in written:
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
