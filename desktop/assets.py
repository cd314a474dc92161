"""Finds the files that ship with the program: icons, the style sheet, translations."""

from pathlib import Path


def resources() -> Path:
    """Return the folder `resources`, beside the package or inside it.

    It lies beside the package in a checkout, and inside it in a wheel and in
    a frozen bundle (hatch maps it to `desktop/resources`).

    Raises:
        FileNotFoundError: neither is there, so the program was not installed whole.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(package / "resources")
