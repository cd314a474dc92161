"""setup.exe takes the Python that was agreed on, and no other."""

import hashlib
import io
import re
import zipfile
from pathlib import Path

import pytest
from platforms import PLATFORMS
from python_zip import LEFT_OUT, LIBRARY, NEEDED, BadZip, demand_hash, read_pin, unpack


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def archive(folder: Path, *more: str, without: str = "") -> Path:
    """Make a zip with the files of Python's, and some more."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as content:
        for name in ("os.pyc", "lib2to3/main.pyc", "asyncio/base.pyc"):
            content.writestr(name, name)
    path = folder / "python.zip"
    with zipfile.ZipFile(path, "w") as content:
        for name in sorted({*NEEDED, *LEFT_OUT, *more} - {without}):
            content.writestr(name, inner.getvalue() if name == "python312.zip" else name)
    return path


def test_the_pinned_python_is_named_by_version_file_address_and_hash():
    pin = read_pin()
    assert set(pin) == {"version", "file", "url", "sha256"}
    assert pin["file"] == f"python-{pin['version']}-embed-amd64.zip"
    assert pin["url"].startswith("https://")
    assert pin["url"].endswith(f"/{pin['file']}")
    assert re.fullmatch("[0-9a-f]{64}", pin["sha256"])


def test_it_is_the_python_that_the_wheels_are_for():
    (python,) = PLATFORMS["windows"].pythons
    assert read_pin()["version"].startswith(f"{python}.")
    assert f"python{python.replace('.', '')}.dll" == LIBRARY


def test_another_zip_is_refused(tmp_path: Path):
    with pytest.raises(BadZip, match="was agreed on"):
        unpack(archive(tmp_path), tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("digest", ["", "unpinned", "0" * 63, "g" * 64])
def test_without_a_hash_nothing_is_taken(tmp_path: Path, digest: str):
    with pytest.raises(BadZip, match="no hash is pinned"):
        demand_hash(archive(tmp_path), digest)


def test_a_zip_whose_hash_is_handed_over_is_laid_out(tmp_path: Path):
    path = archive(tmp_path, "_sqlite3.pyd")
    unpack(path, tmp_path / "out", sha256(path).upper())
    found = {file.name for file in (tmp_path / "out").iterdir()}
    assert found == {*NEEDED, "_sqlite3.pyd", "python312._pth"}
    search_path = (tmp_path / "out" / "python312._pth").read_text("utf-8").splitlines()
    assert search_path == ["python312.zip", ".", "..\\app"]


def test_python_s_own_modules_are_kept_without_compression(tmp_path: Path):
    path = archive(tmp_path)
    unpack(path, tmp_path / "out", sha256(path))
    with zipfile.ZipFile(tmp_path / "out" / "python312.zip") as content:
        assert content.namelist() == ["asyncio/base.pyc", "os.pyc"]
        assert {info.compress_type for info in content.infolist()} == {zipfile.ZIP_STORED}


@pytest.mark.parametrize("name", ["../evil.dll", "C:\\evil.dll", "Lib/os.py", "/evil.dll"])
def test_a_zip_with_folders_is_refused(tmp_path: Path, name: str):
    path = archive(tmp_path, name)
    with pytest.raises(BadZip, match="in folders"):
        unpack(path, tmp_path / "out", sha256(path))


def test_a_zip_that_lacks_something_is_refused(tmp_path: Path):
    path = archive(tmp_path, without="_ssl.pyd")
    with pytest.raises(BadZip, match=r"lacks _ssl\.pyd"):
        unpack(path, tmp_path / "out", sha256(path))


def test_what_is_no_zip_is_refused(tmp_path: Path):
    (tmp_path / "x.zip").write_bytes(b"<html>")
    with pytest.raises(BadZip):
        unpack(tmp_path / "x.zip", tmp_path / "out", sha256(tmp_path / "x.zip"))
