"""The small file that names the newest release of this program, and what is believed of it.

The file is JSON, `{"version": "1.2.0", "page": "https://…", "published": "2026-11-20"}`. It is
read as what a stranger wrote: a version is digits and dots, and a page is an
https link of plain ASCII, so that nothing else can be shown or opened.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast

from desktop.domain.address import BadAddress, HostAddress, parse_address
from desktop.domain.versions import is_older

ABOUT = "release.json"
"""The file in `resources` that says what a release's makers set: their addresses; often absent."""
LINKS = ("homepage", "documentation", "issues")
MAX_BYTES = 4096
"""The largest file that is read; a real one has about 120 bytes."""
PAUSE = timedelta(days=1)
"""How long after one look the next one is due."""
_LONGEST_LINK = 300
_VERSION = re.compile(r"\d{1,5}\.\d{1,5}(?:\.\d{1,5})?", re.ASCII)
_LINK = re.compile(r"https://(?P<authority>[\w.:-]+)(?:/[\w.~!$&'()*+,;=:@/?#%-]*)?", re.ASCII)


class NoRelease(ValueError):
    """What was read names no release that can be believed, and why."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version, the page that tells of it, and the day it came out if that is known."""

    version: str
    page: str
    published: date | None = None

    def is_newer_than(self, version: str) -> bool:
        """Whether this surely came after a version, such as that of a candidate (1.2.0-rc1)."""
        return is_older(version, self.version)


def read_release(content: bytes) -> Release:
    """Read the file that names the newest release; members that nobody knows are left alone.

    Raises:
        NoRelease: it is too large, no such file, or its link leads elsewhere than to an https page.
    """
    members = _members(content)
    return believed(members.get("version"), members.get("page"), members.get("published"))


def believed(version: object, page: object, published: object = None) -> Release:
    """Return the release that these name, from wherever they were read.

    Raises:
        NoRelease: they are no version, or the link leads elsewhere than to an https page.
    """
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise NoRelease("no version")
    if not isinstance(page, str) or not is_page(page):
        raise NoRelease("no https page")
    return Release(version, page, _day(published))


def read_source(content: bytes) -> HostAddress:
    """Read where this build looks for the newest release: `{"newest": "https://…/newest.json"}`.

    Raises:
        NoRelease: it names no https address.
    """
    newest = _members(content).get("newest")
    if not isinstance(newest, str) or not is_page(newest):
        raise NoRelease("no https address")
    try:
        return parse_address(newest)
    except BadAddress as error:
        raise NoRelease("no https address") from error


def read_links(content: bytes) -> dict[str, str]:
    """Read which pages a release names, of `LINKS`; what is no https page is left out.

    Raises:
        NoRelease: it is no such file.
    """
    members = _members(content)
    named = {name: members.get(name) for name in LINKS}
    return {name: link for name, link in named.items() if isinstance(link, str) and is_page(link)}


def is_page(link: str) -> bool:
    """Whether a link is https to a host that is written plainly, without a user or a password."""
    match = _LINK.fullmatch(link) if len(link) <= _LONGEST_LINK else None
    if match is None:
        return False
    try:
        address = parse_address(f"https://{match['authority']}")
    except BadAddress:
        return False
    return address.authority in {match["authority"].lower(), f"{match['authority'].lower()}:443"}


def is_due(last: datetime | None, now: datetime) -> bool:
    """Whether it is time to look again; a last time that lies ahead is of a clock set back."""
    return last is None or not timedelta() <= now - last < PAUSE


def _members(content: bytes) -> Mapping[str, object]:
    if len(content) > MAX_BYTES:
        raise NoRelease(f"more than {MAX_BYTES} bytes")
    try:
        found: object = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NoRelease("no JSON") from error
    if not isinstance(found, dict):
        raise NoRelease("no JSON object")
    return cast("Mapping[str, object]", found)


def _day(text: object) -> date | None:
    if not isinstance(text, str) or not re.match(r"\d{4}-\d\d-\d\d(?!\d)", text, re.ASCII):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
