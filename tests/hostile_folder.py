"""A folder with everything in it that a hostile Modelfile could name, and a home beside it."""

import os
import socket
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.gguf_files import gguf

KEY = b"-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU\n"
GIGABYTES = 10 * 1024**3


@dataclass(frozen=True, slots=True)
class Hostile:
    """`folder` is the Modelfile's; `home` and `elsewhere` are none of its business."""

    folder: Path
    home: Path
    elsewhere: Path
    pipe: int

    def unread(self) -> bytes:
        """Return what still is in the pipe, of which nobody should have taken any."""
        return os.read(self.pipe, 1024)


@contextmanager
def hostile_folder(base: Path) -> Iterator[Hostile]:
    folder, home, elsewhere = base / "project", base / "me", base / "elsewhere"
    for made in (folder, home / ".ssh", elsewhere / "models", folder / "links"):
        made.mkdir(parents=True)
    _fill(folder, home, elsewhere)
    pipe = os.open(folder / "pipe.gguf", os.O_RDWR | os.O_NONBLOCK)
    os.write(pipe, b"GGUF secret")
    with socket.socket(socket.AF_UNIX) as listening:
        with chdir(folder):  # The path of a socket has at most about 100 bytes.
            listening.bind("socket.gguf")
        try:
            yield Hostile(folder, home, elsewhere, pipe)
        finally:
            os.close(pipe)


def _fill(folder: Path, home: Path, elsewhere: Path) -> None:
    (home / ".ssh" / "id_ed25519").write_bytes(KEY)
    (home / "notes.txt").write_text("private")
    (elsewhere / "private.txt").write_text("private")
    for place in (elsewhere / "model.gguf", elsewhere / "models" / "model.gguf"):
        place.write_bytes(gguf())
    os.mkfifo(folder / "pipe.gguf")
    (folder / "key.gguf").write_bytes(KEY)
    (folder / "notes.txt").write_text("private")
    (folder / "empty.gguf").write_bytes(b"")
    (folder / "pickle.bin").write_bytes(b"\x80\x04\x95cos\nsystem\n")
    (folder / "pointer.gguf").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0")
    (folder / "page.gguf").write_text("<!DOCTYPE html><html><title>404</title></html>")
    (folder / "lies.gguf").write_bytes(gguf()[:40] + b"\xff" * 16 + gguf()[56:])
    (folder / "cut.gguf").write_bytes(gguf(tensors={"a": [1024, 1024]}, data=b"\0" * 64))
    (folder / "model.gguf.part").write_bytes(gguf())
    (folder / "weights\n\u202egguf.gguf").write_bytes(gguf())
    os.truncate(_made(folder / "sparse.gguf", gguf()), GIGABYTES)
    _link(folder, home, elsewhere)


def _made(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path


def _link(folder: Path, home: Path, elsewhere: Path) -> None:
    (folder / "out.gguf").symlink_to(elsewhere / "model.gguf")
    (folder / "out").symlink_to(elsewhere / "models")
    (folder / "twice.gguf").symlink_to(folder / "out.gguf")
    (folder / "circle.gguf").symlink_to(folder / "circle.gguf")
    (folder / "zero.gguf").symlink_to("/dev/zero")
    os.link(home / "notes.txt", folder / "hard.gguf")
    os.link(elsewhere / "model.gguf", folder / "hard-model.gguf")
    (folder / "links" / "model.safetensors").symlink_to(home / ".ssh" / "id_ed25519")
    for number in range(30):
        (folder / "links" / f"c{number}.json").symlink_to(elsewhere / "private.txt")
