"""What every real proxy of the tests is asked for and says."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.proxy import Login, ProxyAddress

ANN = Login("ann", "open sesame: ü")
"""The login that a proxy wants where it wants one."""


@dataclass(frozen=True, slots=True)
class RealProxy:
    """A proxy that runs on loopback; `log` is the file of what it was asked."""

    address: ProxyAddress
    log: Path

    @property
    def logged(self) -> str:
        return self.log.read_text("utf-8", "replace") if self.log.exists() else ""


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that a program which drops root's rights can write to."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
