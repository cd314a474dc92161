"""The lock names what the program asks for, for every platform, and nothing is taken unseen."""

import re
import tomllib
from pathlib import Path

import pytest
from allowed import QT_MODULES, is_shipped
from fat import is_mach_o, join
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from platforms import PLATFORMS
from wheels import LOCK, BadWheel, Wheel, check, read_lock

from tests.architecture.sources import ROOT

THIN = b"\xcf\xfa\xed\xfe"
NOT_ON_LINUX = {"ask_proxy.py", "local_pipes.py"}
"""What Windows and macOS alone load: Qt's network library, 3.4 MB, which Linux goes without."""


def required(platform: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    markers = PLATFORMS[platform].markers | {"python_version": PLATFORMS[platform].pythons[0]}
    asked = [Requirement(line) for line in project["dependencies"]]
    return [one for one in asked if one.marker is None or one.marker.evaluate(markers)]


@pytest.mark.parametrize("platform", sorted(PLATFORMS))
def test_every_requirement_is_locked_in_a_version_that_fits(platform: str):
    locked = {canonicalize_name(wheel.name): wheel.version for wheel in read_lock(platform)}
    for one in required(platform):
        assert canonicalize_name(one.name) in locked
        assert locked[canonicalize_name(one.name)] in one.specifier, one


def test_what_is_tied_to_one_python_comes_for_each_that_the_deb_serves():
    own = [wheel for wheel in read_lock("linux") if wheel.name == "msgspec"]
    for python in PLATFORMS["linux"].pythons:
        assert [wheel for wheel in own if wheel.serves(python)], python


def test_the_lock_names_files_and_hashes_and_no_place():
    lines = [line for line in LOCK.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"\w+ [\w.+-]+\.whl [0-9a-f]{64}", line) for line in lines)


def test_a_wheel_that_is_not_the_one_is_refused(tmp_path: Path):
    wheel = Wheel("linux", "h11-1-py3-none-any.whl", "0" * 64)
    with pytest.raises(BadWheel, match="not in"):
        check(wheel, tmp_path)
    (tmp_path / wheel.filename).write_bytes(b"something else")
    with pytest.raises(BadWheel, match="not what"):
        check(wheel, tmp_path)


@pytest.mark.parametrize("platform", sorted(QT_MODULES))
def test_every_module_of_qt_that_is_imported_is_shipped(platform: str):
    pattern = re.compile(r"^\s*from PySide6\.Qt(\w+) import", re.MULTILINE)
    texts = [
        path.read_text("utf-8")
        for path in (ROOT / "desktop").rglob("*.py")
        if platform != "linux" or path.name not in NOT_ON_LINUX
    ]
    imported = {name for text in texts for name in pattern.findall(text)}
    assert imported == set(QT_MODULES[platform])


@pytest.mark.parametrize(
    ("path", "is_wanted"),
    [
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtQuick.abi3.so", False),
        ("PySide6/Qt/lib/libQt6Gui.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/lib/libQt6DBus.so.6", True),
        ("PySide6/QtDBus.abi3.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/scripts/deploy.py", False),
        ("httpx/_client.py", True),
        ("httpx/py.typed", False),
        ("httpx/_main.py", False),
        ("truststore/_openssl.py", True),
        ("truststore/_windows.py", False),
        ("httpx-0.28.1.dist-info/METADATA", True),
        ("httpx-0.28.1.dist-info/licenses/LICENSE.md", True),
        ("httpx-0.28.1.dist-info/RECORD", False),
        ("keyring/testing/backend.py", False),
    ],
)
def test_of_a_wheel_that_alone_is_shipped_which_is_allowed(path: str, is_wanted: bool):
    assert is_shipped(path, "linux") is is_wanted


def test_code_for_two_processors_is_joined_and_each_stays_whole():
    arm = THIN + (0x0100000C).to_bytes(4, "little") + bytes(4) + b"arm" + bytes(100)
    intel = THIN + (0x01000007).to_bytes(4, "little") + bytes(4) + b"intel"
    both = join([arm, intel])
    assert is_mach_o(arm)
    assert not is_mach_o(both)
    for number, part in enumerate((intel, arm)):
        offset, size = (
            int.from_bytes(both[at : at + 4]) for at in (16 + 20 * number, 20 + 20 * number)
        )
        assert offset % 0x4000 == 0
        assert both[offset : offset + size] == part
