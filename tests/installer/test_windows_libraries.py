"""A library that Windows does not bring is noticed before anybody installs."""

from pathlib import Path

import pytest
from pecheck import Image, NotAnImage, missing

from tests.installer.small_pe import small_pe


def test_what_is_imported_is_read():
    image = Image(small_pe({"KERNEL32.dll": ["ExitProcess"], "icuuc.dll": ["u_a", "u_bc"]}))
    assert image.imports() == {"kernel32.dll": ["ExitProcess"], "icuuc.dll": ["u_a", "u_bc"]}


def test_a_library_that_nobody_brings_is_named_with_who_wants_it(tmp_path: Path):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "Qt6Core.dll").write_bytes(small_pe({"kernel32.dll": ["a"]}))
    wanted = {"Qt6Core.dll": ["a"], "Qt6Gone.dll": ["a"], "api-ms-win-crt-heap-l1-1-0.dll": ["a"]}
    (tmp_path / "plugins" / "q.DLL").write_bytes(small_pe(wanted))
    assert missing(tmp_path) == {"qt6gone.dll": ["plugins/q.DLL"]}
    assert missing(tmp_path, frozenset({"qt6gone.dll"})) == {}


@pytest.mark.parametrize("content", [b"", b"MZ", b"\x7fELF" * 99, small_pe({}, machine=0x14C)])
def test_what_is_no_64_bit_library_is_refused(content: bytes):
    with pytest.raises(NotAnImage):
        Image(content)
