"""Paddock.app as far as it can be looked at without a Mac."""

import plistlib
import struct
from pathlib import Path

import pytest
from assemble import Parts, assemble
from info_plist import GGUF, LANGUAGES, MODELFILE, TEXTS, info_plist, oldest_macos, strings
from sign import AD_HOC, commands
from thin import PROCESSORS, NotServed, code_files, is_code, thin
from wheels import read_lock

from desktop import __version__
from tests.architecture.sources import ROOT

ARM, INTEL = PROCESSORS["arm64"], PROCESSORS["x86_64"]


def thin_code(processor: int, text: bytes = b"") -> bytes:
    return b"\xcf\xfa\xed\xfe" + struct.pack("<I", processor) + text


def fat_code(*parts: bytes) -> bytes:
    """Put parts behind a table, as Apple's tools do."""
    rows, body = b"", b""
    for part in parts:
        (processor,) = struct.unpack_from("<I", part, 4)
        rows += struct.pack(">5I", processor, 0, 0x1000 + len(body), len(part), 0)
        body += part
    return (struct.pack(">4sI", b"\xca\xfe\xba\xbe", len(parts)) + rows).ljust(0x1000, b"\0") + body


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    """A staged tree in small: a framework, a plugin for both processors, and Python."""
    folder = tmp_path / "stage"
    inside = folder / "PySide6" / "Qt" / "lib" / "QtCore.framework" / "Versions" / "A"
    (inside / "Resources").mkdir(parents=True)
    (inside / "Resources" / "Info.plist").write_bytes(b"x")
    both = fat_code(thin_code(INTEL, b"intel"), thin_code(ARM, b"arm"))
    (inside / "QtCore").write_bytes(both)
    (folder / "PySide6" / "QtCore.abi3.so").write_bytes(both)
    (folder / "desktop").mkdir()
    (folder / "desktop" / "__main__.py").write_text("")
    return folder


def test_info_plist_names_the_program_and_its_version():
    found = plistlib.loads(info_plist("1.2.3", "14.0", "org.example.Paddock"))
    assert found["CFBundleExecutable"] == found["CFBundleName"] == "Paddock"
    assert found["CFBundleShortVersionString"] == found["CFBundleVersion"] == "1.2.3"
    assert found["CFBundlePackageType"] == "APPL"
    assert found["CFBundleIdentifier"] == "org.example.Paddock"
    assert plistlib.loads(info_plist(__version__, "14.0", "org.example.Paddock"))


def test_the_oldest_macos_is_what_the_wheels_demand():
    assert oldest_macos(["any", "macosx_10_9_x86_64", "macosx_11_0_arm64"]) == "11.0"
    assert oldest_macos([wheel.tags[2] for wheel in read_lock("macos")]) == "14.0"


def test_macos_asks_for_the_local_network_in_every_language():
    assert plistlib.loads(info_plist("1.2.3", "14.0", "org.example.Paddock"))[
        "NSLocalNetworkUsageDescription"
    ]
    for language in LANGUAGES:
        assert plistlib.loads(strings(language)).keys() == TEXTS["en"].keys()


def test_modelfiles_are_opened_and_their_type_is_imported():
    found = plistlib.loads(info_plist("1.2.3", "14.0", "org.example.Paddock"))
    imported = {one["UTTypeIdentifier"]: one for one in found["UTImportedTypeDeclarations"]}
    opened = [kind for one in found["CFBundleDocumentTypes"] for kind in one["LSItemContentTypes"]]
    assert {MODELFILE, GGUF} == imported.keys() <= set(opened)
    tags = imported[MODELFILE]["UTTypeTagSpecification"]
    assert tags["public.filename-extension"] == ["modelfile"]
    icons = {
        one.get("CFBundleTypeIconFile", "paddock.icns") for one in found["CFBundleDocumentTypes"]
    }
    assert all((ROOT / "installer" / "macos" / icon).is_file() for icon in icons)


def test_one_processor_s_part_is_taken_out():
    both = fat_code(thin_code(INTEL, b"intel"), thin_code(ARM, b"arm"))
    assert thin(both, "arm64") == thin_code(ARM, b"arm")
    assert thin(both, "x86_64") == thin_code(INTEL, b"intel")
    assert thin(thin_code(ARM), "arm64") == thin_code(ARM)


def test_a_library_that_does_not_serve_the_processor_is_refused():
    with pytest.raises(NotServed):
        thin(thin_code(INTEL), "arm64")


def test_a_java_class_is_not_taken_for_a_library():
    assert is_code(fat_code(thin_code(ARM))[:8])
    assert not is_code(b"\xca\xfe\xba\xbe\0\0\0\x34")
    assert not is_code(b"")


def test_the_app_is_laid_out(stage: Path, tmp_path: Path):
    app = tmp_path / "Paddock.app"
    launcher = tmp_path / "launcher"
    launcher.write_bytes(thin_code(ARM))
    assemble(app, Parts(stage, "1.2.3", "arm64", launcher))
    contents = app / "Contents"
    assert (
        plistlib.loads((contents / "Info.plist").read_bytes())["LSMinimumSystemVersion"] == "14.0"
    )
    assert (contents / "MacOS" / "Paddock").stat().st_mode & 0o111
    assert (contents / "Resources" / "zh-Hans.lproj" / "InfoPlist.strings").is_file()
    program = contents / "Resources" / "app"
    assert (program / "desktop" / "__main__.py").is_file()
    assert (program / "PySide6" / "QtCore.abi3.so").read_bytes() == thin_code(ARM, b"arm")


def test_a_framework_gets_the_links_that_codesign_demands(stage: Path, tmp_path: Path):
    assemble(tmp_path / "Paddock.app", Parts(stage, "1.2.3", "x86_64"))
    (framework,) = (tmp_path / "Paddock.app").rglob("QtCore.framework")
    assert (framework / "Versions" / "Current").readlink() == Path("A")
    assert (framework / "QtCore").read_bytes() == thin_code(INTEL, b"intel")
    assert (framework / "Resources" / "Info.plist").is_file()


def test_what_no_program_uses_of_python_is_left_out(stage: Path, tmp_path: Path):
    python = tmp_path / "python"
    for name in ("bin/python3.12", "lib/python3.12/os.py", "lib/python3.12/test/a.py"):
        (python / name).parent.mkdir(parents=True, exist_ok=True)
        (python / name).write_text("")
    assemble(tmp_path / "Paddock.app", Parts(stage, "1.2.3", "arm64", python=python))
    kept = tmp_path / "Paddock.app" / "Contents" / "Resources" / "python"
    assert [path.name for path in kept.rglob("*.py")] == ["os.py"]


def test_it_is_signed_from_the_inside_out(stage: Path, tmp_path: Path):
    app = tmp_path / "Paddock.app"
    assemble(app, Parts(stage, "1.2.3", "arm64"))
    order = [Path(command[-1]).name for command in commands(app, "Developer ID")]
    assert order == ["QtCore.abi3.so", "QtCore.framework", "Paddock.app"]


def test_only_a_real_identity_gets_the_hardened_runtime(stage: Path, tmp_path: Path):
    app = tmp_path / "Paddock.app"
    assemble(app, Parts(stage, "1.2.3", "arm64"))
    assert all("runtime" in command for command in commands(app, "Developer ID"))
    assert not any("runtime" in command for command in commands(app, AD_HOC))


def test_the_entitlements_are_those_that_python_and_qt_need():
    content = (ROOT / "installer" / "macos" / "entitlements.plist").read_bytes()
    assert set(plistlib.loads(content)) == {
        "com.apple.security.cs.allow-jit",
        "com.apple.security.cs.allow-unsigned-executable-memory",
    }


def test_libraries_are_found_the_deepest_first(stage: Path):
    found = [path.name for path in code_files(stage)]
    assert found == ["QtCore", "QtCore.abi3.so"]
