"""The libraries of Python that a release carries, and the licence of each."""

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
