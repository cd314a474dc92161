"""Makes setup.exe on any system that has makensis and mingw-w64.

    python3 installer/windows/build_setup.py --wheels FOLDER [--python-zip ZIP] [--out FOLDER]

Everything is signed where WINDOWS_SIGN_PFX names a certificate (sign.sh).
Without the zip of Windows's Python it makes an installer whose name ends with -TEST: the same in
every other part, with a stand-in that writes down how it was started. It is for tests alone.
"""

import argparse
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import release
import rights
from python_zip import LIBRARY, BadZip, unpack

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LARGEST = 25 * 1024 * 1024
"""Bytes to download: 25 MB, as Windows counts them."""
_CC = "x86_64-w64-mingw32-gcc"
_WINDRES = "x86_64-w64-mingw32-windres"
_FLAGS = ("-O2", "-s", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp")


_FIXED = "-Wl,--disable-auto-image-base"
"""Otherwise a library's place in memory follows from the name of the folder it is made in."""
_SIGN = ["sh", str(HERE / "sign.sh")]


class CannotBuild(Exception):
    """Something that is needed is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built. Without `python_zip` it is a TEST installer."""

    wheels: Path
    out: Path
    python_zip: Path | None
    python_sha256: str
    target: str

    @property
    def kind(self) -> str:
        return "" if self.python_zip else "-TEST"

    @property
    def nsis_target(self) -> str:
        """The well-trodden 32-bit installer for people; the 64-bit one runs under wine alone."""
        return self.target or ("x86-unicode" if self.python_zip else "amd64-unicode")


def build(order: Order) -> Path:
    """Build the installer and return where it lies.

    Raises:
        CannotBuild, BadZip: it could not be built.
    """
    version = read_version()
    order.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        stage = work / "stage"
        stage.mkdir()
        build_launcher(stage / "Paddock.exe", version, work)
        lay_out_python(stage / "python", order)
        _run(
            [
                sys.executable,
                str(ROOT / "installer" / "stage.py"),
                str(stage / "app"),
                "windows",
                "--wheels",
                str(order.wheels),
            ]
        )
        (stage / "LICENSE.txt").write_bytes(rights.plain(stage / "app", "windows").encode())
        settle(stage)
        check_libraries(stage, order)
        setup = order.out / f"paddock-{version}-setup{order.kind}.exe"
        make_installer(stage, setup, order, version)
    return setup


def is_signed() -> bool:
    """Whether there is a certificate to sign with."""
    return bool(os.environ.get("WINDOWS_SIGN_PFX"))


def read_version() -> str:
    """Return the program's version, which is digits and dots."""
    text = (ROOT / "desktop" / "__init__.py").read_text(encoding="utf-8")
    match = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if match is None:
        raise CannotBuild("desktop/__init__.py names no version such as 1.2.3")
    return match[1]


def build_launcher(target: Path, version: str, work: Path) -> None:
    """Compile Paddock.exe, with its icons, manifest and version."""
    manifest = (HERE / "paddock.manifest").read_text(encoding="utf-8")
    text = manifest.replace("@VERSION4@", f"{version}.0")
    (work / "paddock.manifest").write_text(text, encoding="utf-8")
    numbers = f"{version}.0".replace(".", ",")
    _run(
        [
            _WINDRES,
            f"-DVERSION_NUMBERS={numbers}",
            f'-DVERSION_TEXT=\\"{version}\\"',
            "-I",
            str(work),
            "-I",
            str(HERE),
            "-O",
            "coff",
            str(HERE / "paddock.rc"),
            str(work / "paddock.o"),
        ]
    )
    _run(
        [
            _CC,
            *_FLAGS,
            "-municode",
            "-mwindows",
            f'-DPYTHON_DLL=L"{LIBRARY}"',
            "-o",
            str(target),
            str(HERE / "launcher.c"),
            str(work / "paddock.o"),
            "-lshell32",
        ]
    )
    if is_signed():
        _run([*_SIGN, str(target)])


def lay_out_python(folder: Path, order: Order) -> None:
    """Put Python where the launcher looks for it, or the stand-in."""
    if order.python_zip is not None:
        unpack(order.python_zip, folder, order.python_sha256)
        return
    folder.mkdir()
    library = folder / LIBRARY
    _run([_CC, *_FLAGS, "-shared", _FIXED, "-o", str(library), str(HERE / "python_double.c")])


def settle(folder: Path) -> None:
    """Give everything the same time and mode, so that two builds are one."""
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (moment, moment))


def check_libraries(stage: Path, order: Order) -> None:
    """Raise where a library is missing that Windows does not bring."""
    brought = [] if order.python_zip else ["--brought", "python3.dll", "vcruntime140.dll"]
    _run([sys.executable, str(HERE / "pecheck.py"), str(stage), *brought])


def make_installer(stage: Path, setup: Path, order: Order, version: str) -> None:
    """Have makensis pack everything."""
    size = sum(path.stat().st_size for path in stage.rglob("*") if path.is_file())
    values = {
        "VERSION": version,
        "VERSION4": f"{version}.0",
        "KIND": order.kind.replace("-", " "),
        "FILES": write_list(stage, stage.with_suffix(".nsh")).as_posix(),
        "OUT": setup.resolve().as_posix(),
        "ICON": (HERE / "paddock.ico").as_posix(),
        "INSTALLED_KB": str(size // 1024),
    }
    for name in ("homepage", "issues"):
        if page := release.get(name):
            values[name.upper()] = page.replace("$", "$$")
    if is_signed():
        values["SIGN"] = shlex.join(_SIGN)
    defines = [f"-D{name}={value}" for name, value in values.items()]
    _run(
        [
            "makensis",
            "-V2",
            "-WX",
            "-INPUTCHARSET",
            "UTF8",
            f"-XTarget {order.nsis_target}",
            *defines,
            str(HERE / "setup.nsi"),
        ]
    )
    if setup.stat().st_size > LARGEST:
        raise CannotBuild(f"{setup.name} has {setup.stat().st_size} bytes, over {LARGEST}")


def write_list(stage: Path, target: Path) -> Path:
    """Write which files go where, for makensis; its own way through folders has no fixed order."""
    lines: list[str] = []
    for folder in [stage, *sorted(path for path in stage.rglob("*") if path.is_dir())]:
        inside = str(folder.relative_to(stage)).replace("/", "\\").replace("$", "$$")
        files = sorted(path for path in folder.iterdir() if path.is_file())
        lines.append(
            f'SetOutPath "$INSTDIR\\{inside}"' if folder != stage else 'SetOutPath "$INSTDIR"'
        )
        lines += [f'File "{path.as_posix().replace("$", "$$")}"' for path in files]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target


def _run(command: list[str]) -> None:
    """Run a command, and raise with what it said where it fails."""
    if shutil.which(command[0]) is None:
        raise CannotBuild(
            f"{command[0]} is not here; on Debian: apt-get install nsis gcc-mingw-w64-x86-64"
        )
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode != 0:
        raise CannotBuild(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def main() -> int:
    """Build what the command line says, and print the installer's path, size and hash."""
    parser = argparse.ArgumentParser(description="Make setup.exe.")
    parser.add_argument("--wheels", type=Path, required=True, help="what wheels.py filled")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--python-zip", type=Path, help="Python's embeddable package for Windows")
    parser.add_argument("--python-sha256", default="", help="its hash, where it is not the pinned")
    parser.add_argument("--target", default="", choices=["", "x86-unicode", "amd64-unicode"])
    given = parser.parse_args()
    order = Order(given.wheels, given.out, given.python_zip, given.python_sha256, given.target)
    try:
        setup = build(order)
    except (CannotBuild, BadZip, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    digest = hashlib.sha256(setup.read_bytes()).hexdigest()
    print(f"{setup}  {setup.stat().st_size / 1e6:.1f} MB  sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
