"""What an installer brings along: the libraries, the gallery, the style sheet, formulas' fonts."""

import importlib
from importlib import metadata

from desktop.assets import resources
from desktop.ui.chat.blocks.formulas import FormulaKey, draw
from desktop.workshop.gallery import gallery

# What the program imports, some of it only when it is needed: by module, and as it is published.
_LIBRARIES = {
    "h11": "h11",
    "httpx": "httpx",
    "keyring": "keyring",
    "msgspec": "msgspec",
    "platformdirs": "platformdirs",
    "psutil": "psutil",
    "pygments.lexers": "Pygments",
    "pynvml": "nvidia-ml-py",
    "qasync": "qasync",
    "socksio": "socksio",
    "truststore": "truststore",
    "typing_extensions": "typing_extensions",
    "ziamath": "ziamath",
}


def bundled() -> str:
    """Load every library and read every kind of resource."""
    missing = [name for name in _LIBRARIES if not _loads(name)]
    if missing:
        return f"these libraries do not load: {', '.join(missing)}"
    if not gallery("en") or not any((resources() / "qss").glob("*.qss")):
        return "the gallery or the style sheet is missing"
    if not draw(FormulaKey(r"\frac{a}{b}", is_display=True, size=16, colour="#000000")):
        return "a formula is not drawn"
    return ""


def _loads(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def versions() -> dict[str, str]:
    """Return which version of each library is used; "" where it does not say."""
    return {name: _version(name) for name in sorted(_LIBRARIES.values())}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
