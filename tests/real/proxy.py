"""What every real proxy of the tests is asked for and says."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.proxy import Login, ProxyAddress

ANN = Login("ann", "open sesame: ü")
"""The login that a proxy wants where it wants one."""

_PATIENCE = 10.0
"""Seconds for a line to appear in a log."""


@dataclass(frozen=True, slots=True)
class RealProxy:
    """A proxy that runs on loopback; `log` is the file of what it was asked."""

    address: ProxyAddress
    log: Path

    @property
    def logged(self) -> str:
        return self.log.read_text("utf-8", "replace") if self.log.exists() else ""

    async def has_logged(self, text: str) -> bool:
        """Return once that stands in the log, which may be written a little later."""
        async with asyncio.timeout(_PATIENCE):
            while text not in self.logged:  # noqa: ASYNC110  nobody tells when it is written
                await asyncio.sleep(0.01)
        return True


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that a program which drops root's rights can write to."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
