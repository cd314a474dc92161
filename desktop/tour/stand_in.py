"""A server of this computer for the tour: an executable named `ollama`, and a models folder."""

import hashlib
import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from desktop.system.local_around import Around
from desktop.system.local_server import PortState
from desktop.system.server_state import RunBy, ServerState, look_at_server

CAN_RUN = sys.platform != "win32"
"""A script can be an executable."""
_OLD = 3 * 86400.0
_LOG = """\
time=2026-11-20T09:31:02.114Z level=INFO source=routes.go:1712 msg="server config" env="map[...]"
time=2026-11-20T09:31:02.119Z level=INFO source=images.go:517 msg="total blobs: 5"
time=2026-11-20T09:31:02.120Z level=INFO source=routes.go:1750 msg="Listening on 127.0.0.1:11434"
time=2026-11-20T09:31:02.121Z level=WARN source=routes.go:1768 msg="no GPU driver was loaded"
[GIN] 2026/11/20 - 09:31:20 | 200 |     412.5µs |       127.0.0.1 | GET      "/api/tags"
time=2026-11-20T09:31:44.870Z level=INFO source=server.go:431 msg="starting runner"
llama_model_load: error loading model: unable to allocate CUDA0 buffer
time=2026-11-20T09:31:46.201Z level=ERROR source=sched.go:470 msg="error loading llama server" \
error="model requires more system memory (18.5 GiB) than is available (9.8 GiB)"
[GIN] 2026/11/20 - 09:31:46 | 500 |  1.892137s |       127.0.0.1 | POST     "/api/chat"
"""


class StandIn:
    """Lives in a folder, which is removed with it by whoever made that."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.program = folder / "ollama"
        self.models = folder / "models"
        self._write_program()
        _write_models(self.models)

    @property
    def around(self) -> Around:
        """What this computer says of its server: nothing of a real one is looked at or touched."""
        return Around(look=self._look, platform="linux")

    async def _look(self, port: int, before: ServerState | None) -> ServerState:
        state = await look_at_server(port, program=self.program, before=before)
        runs = state.port.state is PortState.HELD  # Another `ollama serve` is none of the tour's.
        return replace(
            state,
            process=state.process if runs else None,
            unit=None,
            container=None,
            run_by=RunBy.BY_HAND if runs else RunBy.NOBODY,
            models=self.models if runs else None,
            starts_at_login=None,
        )

    def _write_program(self) -> None:
        """Let it serve the demo host where OLLAMA_HOST says, after a page of log."""
        lines = (
            f"#!{sys.executable}",
            "import os, sys",
            f"sys.path[:0] = {sys.path!r}",
            "if sys.argv[1:] != ['serve']:",
            "    sys.exit(print('Warning: client version is 0.33.0'))",
            "from desktop.demo.__main__ import main",
            f"sys.stderr.write({_LOG!r})",
            "sys.stderr.flush()",
            "main(['--at-once', '--port', os.environ['OLLAMA_HOST'].rpartition(':')[2]])",
        )
        self.program.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.program.chmod(0o755)


def _write_models(folder: Path) -> None:
    """Make two models, one with a damaged file, a broken download and a blob of no model."""
    blobs = folder / "blobs"
    blobs.mkdir(parents=True)
    for name, size in (("llama3.2:3b", 3_200_000), ("gemma3:4b", 4_100_000)):
        weights, config = os.urandom(size), f'{{"model": "{name}"}}'.encode()
        layers = [{"digest": _blob(blobs, weights)}]
        manifest = {"schemaVersion": 2, "config": {"digest": _blob(blobs, config)}}
        model, _, tag = name.partition(":")
        place = folder / "manifests" / "registry.ollama.ai" / "library" / model / tag
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps({**manifest, "layers": layers}))
    damaged = max(blobs.iterdir(), key=lambda path: path.stat().st_size)
    with damaged.open("r+b") as file:
        file.write(b"\0" * 4096)
    _blob(blobs, os.urandom(2_400_000))
    partial = blobs / f"sha256-{hashlib.sha256(b'partial').hexdigest()}-partial"
    partial.write_bytes(os.urandom(1_700_000))
    _age(partial)


def _blob(blobs: Path, content: bytes) -> str:
    """Write a blob and return its digest as a manifest has it."""
    digest = hashlib.sha256(content).hexdigest()
    path = blobs / f"sha256-{digest}"
    path.write_bytes(content)
    _age(path)
    return f"sha256:{digest}"


def _age(path: Path) -> None:
    then = time.time() - _OLD
    os.utime(path, (then, then))
