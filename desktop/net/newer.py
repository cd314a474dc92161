"""Looks whether a newer version of this program exists, where its release said to look.

Nothing here runs by itself, and nothing is ever downloaded but the small file
that names the newest release. Where the build names no address there is
nothing to ask, and the program has no such check at all.
"""

from dataclasses import replace
from pathlib import Path

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection
from desktop.domain.release import ABOUT, MAX_BYTES, NoRelease, Release, read_release, read_source
from desktop.net.fetch import FetchFailed, fetch
from desktop.net.outside import Outside

SECONDS = 15.0
"""For everything together, the system's proxy and a slow line included."""
_OK = 200


def find_source(resources: Path) -> HostAddress | None:
    """Return where this build looks for newer versions, or None where it does not look at all."""
    try:
        with (resources / ABOUT).open("rb") as file:
            return read_source(file.read(MAX_BYTES + 1))
    except (OSError, NoRelease):
        return None


async def fetch_newest(
    source: HostAddress,
    connection: Connection | None = None,
    outside: Outside | None = None,
    *,
    seconds: float = SECONDS,
) -> Release:
    """Return the newest release there is, by one GET that says nothing of who asks.

    The way there is found as for any other address: directly, or through the
    proxy that the system names.

    Raises:
        FetchFailed: no answer came, or none that names a release.
    """
    folder, _, name = source.path.rpartition("/")
    answer = await fetch(
        replace(source, path=folder),
        name,
        connection=connection or Connection(),
        outside=outside,
        max_bytes=MAX_BYTES,
        seconds=seconds,
    )
    if answer.status != _OK:
        raise FetchFailed(f"status {answer.status}")
    try:
        return read_release(answer.body)
    except NoRelease as error:
        raise FetchFailed(str(error)) from error
