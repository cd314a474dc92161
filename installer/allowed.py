"""What of the wheels is shipped: everything else is left out.

A path is one inside site-packages, and a pattern's `*` does not cross a folder. Qt's wheels
are 250 MB, of which the program uses a fifth; a test holds the program's imports against
`QT_MODULES`, and the self-test of a staged tree finds a plugin that is missing. What of other
libraries is left out by name was loaded by nothing in a whole tour, and is asked for by nothing
but calls that the program does not make.
"""

import fnmatch
from pathlib import Path

# The modules that `desktop` imports. On Linux nothing needs Network: see ui.shell.local_sockets.
QT_MODULES = {
    "linux": ("Core", "Gui", "Svg", "Widgets"),
    "windows": ("Core", "Gui", "Network", "Svg", "Widgets"),
    "macos": ("Core", "Gui", "Network", "Svg", "Widgets"),
}
# Qt's own libraries for these, and what these are linked with.
_QT_LIBRARIES = {
    "linux": (*QT_MODULES["linux"], "DBus", "WaylandClient", "XcbQpa"),
    "windows": QT_MODULES["windows"],
    "macos": (*QT_MODULES["macos"], "DBus"),
}

# What apt brings for the deb: the wheels that Debian and Ubuntu have, and what those need.
FROM_APT = frozenset(
    {
        "backports.tarfile",
        "certifi",
        "cffi",
        "cryptography",
        "idna",
        "importlib_metadata",
        "jaraco.classes",
        "jaraco_context",
        "jaraco_functools",
        "jeepney",
        "keyring",
        "lazy_importer",
        "more_itertools",
        "platformdirs",
        "psutil",
        "pycparser",
        "pygments",
        "secretstorage",
        "zipp",
    }
)


def languages() -> tuple[str, ...]:
    """Return the languages that the program is translated into, as `zh_CN`, from its sources."""
    folder = Path(__file__).resolve().parents[1] / "resources" / "i18n"
    return tuple(sorted(path.stem.removeprefix("paddock_") for path in folder.glob("*.ts")))


# Qt's own texts; English is in its code.
_QT_TEXTS = tuple(f"qtbase_{language}.qm" for language in languages() if language != "en")

_PYTHON_PART = ("PySide6/__init__.py", "PySide6/_config.py", "PySide6/_git_pyside_version.py")

_LINUX = (
    *(f"PySide6/Qt{module}.abi3.so" for module in QT_MODULES["linux"]),
    "PySide6/libpyside6.abi3.so.*",
    *(f"PySide6/Qt/lib/libQt6{library}.so.6" for library in _QT_LIBRARIES["linux"]),
    "PySide6/Qt/lib/libicu*.so.*",
    "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
    *(f"PySide6/Qt/plugins/imageformats/libq{name}.so" for name in ("gif", "jpeg", "svg", "webp")),
    *(f"PySide6/Qt/plugins/platforms/libq{name}.so" for name in ("offscreen", "wayland", "xcb")),
    "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/platformthemes/*.so",
    "PySide6/Qt/plugins/wayland-decoration-client/*.so",
    "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    *(f"PySide6/Qt/translations/{name}" for name in _QT_TEXTS),
    "shiboken6/Shiboken.abi3.so",
    "shiboken6/libshiboken6.abi3.so.*",
)

_WINDOWS = (
    *(f"PySide6/Qt{module}.pyd" for module in QT_MODULES["windows"]),
    *(f"PySide6/Qt6{library}.dll" for library in _QT_LIBRARIES["windows"]),
    "PySide6/pyside6.abi3.dll",
    "PySide6/msvcp140*.dll",
    "PySide6/vcruntime140*.dll",
    "PySide6/plugins/iconengines/qsvgicon.dll",
    *(
        f"PySide6/plugins/imageformats/q{name}.dll"
        for name in ("gif", "ico", "jpeg", "svg", "webp")
    ),
    *(f"PySide6/plugins/platforms/q{name}.dll" for name in ("offscreen", "windows")),
    "PySide6/plugins/styles/qmodernwindowsstyle.dll",
    *(f"PySide6/translations/{name}" for name in _QT_TEXTS),
    "shiboken6/Shiboken.pyd",
    "shiboken6/shiboken6.abi3.dll",
    "shiboken6/msvcp140*.dll",
    "shiboken6/vcruntime140*.dll",
)

_MACOS = (
    *(f"PySide6/Qt{module}.abi3.so" for module in QT_MODULES["macos"]),
    "PySide6/libpyside6.abi3.*.dylib",
    *(
        f"PySide6/Qt/lib/Qt{library}.framework/Versions/A/{file}"
        for library in _QT_LIBRARIES["macos"]
        for file in (f"Qt{library}", "Resources/*")
    ),
    "PySide6/Qt/plugins/iconengines/libqsvgicon.dylib",
    *(
        f"PySide6/Qt/plugins/imageformats/libq{name}.dylib"
        for name in ("gif", "jpeg", "svg", "webp")
    ),
    *(f"PySide6/Qt/plugins/platforms/libq{name}.dylib" for name in ("cocoa", "offscreen")),
    "PySide6/Qt/plugins/styles/libqmacstyle.dylib",
    *(f"PySide6/Qt/translations/{name}" for name in _QT_TEXTS),
    "shiboken6/Shiboken.abi3.so",
    "shiboken6/libshiboken6.abi3.*.dylib",
)

_OF_QT = {"linux": _LINUX, "windows": _WINDOWS, "macos": _MACOS}
_SHIBOKEN_PART = (
    "shiboken6/__init__.py",
    "shiboken6/_config.py",
    "shiboken6/_git_shiboken_module_version.py",
)

# Of every other library: its code, what it reads, and its licences. No tests, no stubs, no headers.
_KINDS = (".py", ".so", ".pyd", ".pem", ".ttf", ".txt")
_METADATA = ("METADATA", "entry_points.txt")
_LEFT_OUT = ("/tests/", "/testing/", "/_pyinstaller/")
# Other event loops, HTTP/2, which needs a library that is not there, command lines, an example.
_UNUSED = frozenset(
    {
        "anyio/_backends/_trio.py",
        "anyio/pytest_plugin.py",
        "example.py",
        "httpcore/_async/http2.py",
        "httpcore/_backends/trio.py",
        "httpcore/_sync/http2.py",
        "httpx/_main.py",
        "idna/cli.py",
    }
)
_OF_A_SYSTEM = {"_windows.py": "windows", "_macos.py": "macos"}


def shipped_patterns(platform: str) -> tuple[str, ...]:
    """Return what of Qt's wheels is shipped."""
    return _OF_QT[platform]


def is_shipped(path: str, platform: str) -> bool:
    """Whether a file of a wheel belongs into the staged tree."""
    top = path.split("/")[0]
    if top.endswith(".dist-info"):
        return path.split("/")[1] in {*_METADATA, "licenses"} or "LICEN" in path.upper()
    if top in {"PySide6", "shiboken6"}:
        patterns = (*_PYTHON_PART, *_SHIBOKEN_PART, *_OF_QT[platform])
        return any(_matches(path, pattern) for pattern in patterns)
    if top.endswith(".data") or any(part in f"/{path}" for part in _LEFT_OUT):
        return False
    if path in _UNUSED or _OF_A_SYSTEM.get(path.split("/")[-1], platform) != platform:
        return False
    return path.endswith(_KINDS)


def _matches(path: str, pattern: str) -> bool:
    return path.count("/") == pattern.count("/") and fnmatch.fnmatchcase(path, pattern)
