"""No document makes the window open a file or a connection, as the kernel saw it."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.architecture.sources import ROOT
from tests.file_watch import FileWatch
from tests.hostile_markdown import Hostile, corpus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")


class Trap:
    """A folder of pictures that nobody may open, and a server that nobody may call."""

    def __init__(self, folder: Path, server: socket.socket) -> None:
        self.server = server
        self.folder = folder / "canaries"
        self.texts = folder / "texts.json"
        self.documents: tuple[Hostile, ...] = corpus(self.folder, server.getsockname()[1])

    def lay(self) -> None:
        self.folder.mkdir()
        picture = QImage(2, 2, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.red)
        picture.save(str(self.texts.with_suffix(".png")))
        content = self.texts.with_suffix(".png").read_bytes()
        for document in self.documents:
            (self.folder / document.name).write_bytes(content)
        self.texts.write_text(json.dumps([document.text for document in self.documents]))

    def show(self, kind: str) -> tuple[set[str], dict[str, float]]:
        """Show all documents in a child, and return what was opened and what the child said."""
        with FileWatch(self.folder) as watch:
            child = subprocess.run(
                [sys.executable, "-m", "tests.qt.blocks_child", kind, str(self.texts)],
                cwd=self.folder,
                env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
                capture_output=True,
                check=False,
                timeout=50,
            )
            assert child.returncode == 0, child.stderr.decode()[-2000:]
            return watch.opened(), json.loads(child.stdout.splitlines()[-1])

    @property
    def was_called(self) -> bool:
        try:
            self.server.accept()[0].close()
        except BlockingIOError:
            return False
        return True


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        made = Trap(tmp_path, server)
        made.lay()
        yield made


def test_no_document_opens_a_file_or_a_connection(trap: Trap) -> None:
    opened, said = trap.show("ours")
    assert said["shown"] >= 300
    assert opened & {document.name for document in trap.documents} == set()
    assert not trap.was_called
    assert said["slowest"] < 2


def test_no_exported_page_opens_a_file_or_a_connection(trap: Trap) -> None:
    opened, _ = trap.show("pages")
    assert opened & {document.name for document in trap.documents} == set()
    assert not trap.was_called


def test_a_plain_text_browser_is_caught(trap: Trap) -> None:
    opened, _ = trap.show("browser")
    assert len(opened & {document.name for document in trap.documents}) >= 100
