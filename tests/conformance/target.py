"""The server that the questions are put to: the stand-in, or the real one of OLLAMA_TEST_HOST.

Everything that is made there has a name that begins with `paddock-test-` and a
mark of this run, and is deleted at the end. Nothing else is touched.
"""

import asyncio
import contextlib
import hashlib
import secrets
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine, Iterator, Mapping
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.address import HostAddress, parse_address
from desktop.domain.create import CreateRequest
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError
from desktop.runtime.threads import abandonable

FOLDER = Path(__file__).parent
PREFIX = "paddock-test-"
PIECE = 65_536
STAND_IN_PULLS = "smollm2:135m"


@dataclass(frozen=True, slots=True)
class Target:
    """A server, and what this run may do there. Without `pullable` nothing is pulled or pushed."""

    address: HostAddress
    mark: str
    pullable: str = ""
    is_insecure: bool = False

    @property
    def chat(self) -> str:
        """The small model that writes."""
        return self.name("tiny")

    @property
    def embedder(self) -> str:
        """The small model that makes vectors."""
        return self.name("tiny-embed")

    def name(self, what: str) -> str:
        """Return a name that this run may use."""
        return f"{PREFIX}{self.mark}-{what}"

    @asynccontextmanager
    async def client(self) -> AsyncIterator[OllamaClient]:
        async with open_http(self.address) as http:
            yield OllamaClient(http)

    async def prepare(self) -> None:
        """Make the two small models, from copies of the files beside this one."""
        async with self.client() as client:
            for name, file in ((self.chat, "tiny.gguf"), (self.embedder, "tiny-embed.gguf")):
                content = await abandonable((FOLDER / file).read_bytes)
                await make(client, name, file, content)

    async def clean(self) -> None:
        """Unload and delete all that this run made; one that resists does not save the others."""
        failed: list[OllamaError] = []
        async with self.client() as client:
            ours = [model.name for model in (await client.tags()).rows if self._is_ours(model.name)]
            for name in ours:
                with contextlib.suppress(OllamaError):  # What cannot be loaded is not in memory.
                    await client.unload(name)
                try:
                    await client.delete(name)
                except OllamaError as error:
                    failed.append(error)
        assert not failed, failed

    def _is_ours(self, name: str) -> bool:
        return name.lower().startswith(f"{PREFIX}{self.mark}-")


async def make(client: OllamaClient, name: str, file: str, content: bytes) -> None:
    """Upload a file and create a model of it."""
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    await upload(client, digest, content)
    await finish(client.create(CreateRequest(name, files={file: digest})))


async def upload(client: OllamaClient, digest: str, content: bytes) -> None:
    """Upload a blob, unless it is there (fact 52)."""
    if not await client.has_blob(digest):
        await client.upload_blob(digest, _pieces(content), len(content), lambda sent: None)


async def finish(steps: AsyncGenerator[object, None]) -> list[object]:
    """Run something to its end, and return every step."""
    async with aclosing(steps):
        return [step async for step in steps]


async def until(holds: Callable[[], Coroutine[object, object, bool]], seconds: float = 10) -> None:
    """Return as soon as something holds; fail if it does not within that time."""
    end = time.monotonic() + seconds
    while not await holds():
        assert time.monotonic() < end
        await asyncio.sleep(0.02)


@contextmanager
def find_target(environ: Mapping[str, str]) -> Iterator[Target]:
    """Yield the real server that the environment names, or a stand-in that runs meanwhile."""
    mark = secrets.token_hex(3)
    if host := environ.get("OLLAMA_TEST_HOST"):
        pullable = environ.get("OLLAMA_TEST_MODEL", "")
        is_insecure = environ.get("OLLAMA_TEST_INSECURE") == "1"
        yield Target(parse_address(host), mark, pullable, is_insecure)
        return
    with _stand_in() as url:
        yield Target(parse_address(url), mark, STAND_IN_PULLS)


@contextmanager
def _stand_in() -> Iterator[str]:
    """Run a stand-in in a process of its own; it ends when its input does."""
    command = [sys.executable, "-m", "desktop.demo", "--at-once", "--until-input-ends"]
    root = FOLDER.parents[1]
    with subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.communicate(timeout=10)


async def _pieces(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), PIECE):
        yield content[start : start + PIECE]
