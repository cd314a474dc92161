"""What setup.exe says and writes, read in its sources and compiled where makensis is."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from build_setup import Order, make_installer, read_version

from desktop import __version__
from tests.architecture.sources import ROOT

WINDOWS = ROOT / "installer" / "windows"
SETUP = (WINDOWS / "setup.nsi").read_text("utf-8")
TEXTS = (WINDOWS / "texts.nsh").read_text("utf-8")
RUN = ROOT / "installer" / "run.cmd"


def test_every_text_is_there_in_both_languages():
    found = re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} "([^"]+)"$', TEXTS, re.M)
    names = {name for name, _, _ in found}
    assert names == set(re.findall(r"\$\((\w+)\)", SETUP))
    for language in ("ENGLISH", "SIMPCHINESE"):
        assert {name for name, spoken, _ in found if spoken == language} == names
    assert all(re.search("[一-鿿]", text) for _, spoken, text in found if spoken == "SIMPCHINESE")


def test_nothing_asks_for_an_administrator():
    assert "RequestExecutionLevel user" in SETUP
    assert "HKLM" not in SETUP
    assert "$PROGRAMFILES" not in SETUP


def test_a_silent_installation_asks_nothing():
    boxes = [line for line in SETUP.splitlines() if line.strip().startswith("MessageBox")]
    in_pages = SETUP.partition("Function LeaveFolderPage")[2].partition("FunctionEnd")[0]
    assert all("/SD " in box or box in in_pages for box in boxes)


def test_every_key_that_is_written_is_removed():
    removal = SETUP.partition('Section "Uninstall"')[2]
    written = {key.partition("\\shell")[0] for key in _keys(r"WriteReg\w+ HKCU")}
    removed = set(_keys(r"DeleteReg\w+ (?:/ifempty )?HKCU", removal))
    left = {key for key in written if not any(_is_at_or_below(key, gone) for gone in removed)}
    assert not left


def test_only_what_it_brought_is_removed_with_all_that_is_in_it():
    assert set(re.findall(r'RMDir /r "([^"]+)"', SETUP)) == {"$INSTDIR\\app", "$INSTDIR\\python"}


def test_the_version_is_the_program_s():
    assert read_version() == __version__


def test_the_manifest_wants_utf_8_long_paths_and_no_more_rights():
    text = (WINDOWS / "paddock.manifest").read_text("utf-8").replace("@VERSION4@", "1.2.3.0")
    found = {element.tag.partition("}")[2]: element for element in ET.fromstring(text).iter()}
    assert found["activeCodePage"].text == "UTF-8"
    assert found["longPathAware"].text == "true"
    assert found["requestedExecutionLevel"].get("level") == "asInvoker"


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not here")
@pytest.mark.parametrize("target", ["x86-unicode", "amd64-unicode"])
def test_it_compiles_without_a_warning(tmp_path: Path, target: str):
    stage = tmp_path / "stage"
    stage.mkdir()
    (stage / "Paddock.exe").write_bytes(b"MZ")
    order = Order(tmp_path, tmp_path, None, "", target)
    make_installer(stage, tmp_path / "paddock-setup.exe", order, "1.2.3")
    assert (tmp_path / "paddock-setup.exe").read_bytes().startswith(b"MZ")


@pytest.mark.skipif(shutil.which("x86_64-w64-mingw32-gcc") is None, reason="mingw is not here")
@pytest.mark.parametrize("source", ["launcher.c", "python_double.c", "load_qt.c"])
def test_what_is_written_in_c_has_no_warning(source: str):
    command = [
        "x86_64-w64-mingw32-gcc",
        "-municode",
        "-fsyntax-only",
        "-Wall",
        "-Wextra",
        "-Werror",
    ]
    subprocess.run([*command, str(WINDOWS / source)], check=True)


def test_the_command_for_a_checkout_ends_its_lines_as_windows_wants():
    content = RUN.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") > 50
    assert content.isascii(), "cmd.exe reads it in the computer's own code page"


def test_the_command_for_a_checkout_has_every_label_that_it_calls():
    text = RUN.read_text("ascii")
    labels = set(re.findall(r"^:(\w+)", text, re.M))
    assert set(re.findall(r"call :(\w+)", text)) == labels
    assert "exit /b" in text.partition("\n:")[0], "it would run on into the first label"


def test_the_command_for_a_checkout_takes_the_pythons_of_the_project():
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'requires-python = ">=3.11,<3.14"' in project
    text = RUN.read_text("ascii")
    assert "in (3.13 3.12 3.11)" in text
    assert "(3, 11) <= sys.version_info < (3, 14)" in text


def _keys(command: str, text: str = SETUP) -> list[str]:
    return re.findall(rf'{command} "([^"]+)"', text)


def _is_at_or_below(key: str, folder: str) -> bool:
    return key == folder or key.startswith(f"{folder}\\")
