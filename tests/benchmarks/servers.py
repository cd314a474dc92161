"""The servers of a measurement, in a process of their own: `python -m tests.benchmarks.servers`."""

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.demo.library import Library, made_up_library
from desktop.demo.pace import Pace
from desktop.demo.server import DemoServer
from desktop.domain.address import HostAddress
from desktop.runtime.threads import abandonable

TOKENS_PER_SECOND = 200.0
LINES_PER_SECOND = 20.0
_OWN_WORK = 0.0007
"""Seconds that the stand-in itself takes for a token, measured."""
SPEED = 300_000.0
"""Bytes a second of each download, so slow that none ends within a measurement."""
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Amount:
    """How many servers answer and how many do not, what each has, and what can be pulled."""

    live: int = 45
    dead: int = 5
    models: int = 20
    pullable: int = 50


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the servers are, on loopback; nothing ever answers at a dead one."""

    live: tuple[int, ...]
    dead: tuple[int, ...]


def at(port: int) -> HostAddress:
    return HostAddress("http", "127.0.0.1", port)


@contextmanager
def served(amount: Amount) -> Generator[Ports]:
    """Start the process, and end it by closing its input."""
    options = [f"--{name}={value}" for name, value in asdict(amount).items()]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.servers", *options],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            told = json.loads(process.stdout.readline())
            yield Ports(tuple(told["live"]), tuple(told["dead"]))
        finally:
            process.stdin.close()


def main() -> None:
    """Serve until whoever started this closes its input, or is gone."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, value in asdict(Amount()).items():
        parser.add_argument(f"--{name}", type=int, default=value)
    asyncio.run(_serve(Amount(**vars(parser.parse_args()))))


async def _serve(amount: Amount) -> None:
    made = made_up_library(amount.models + amount.pullable).models
    library = Library(models=made[: amount.models])
    more = {f"bench-{n}": model.manifest for n, model in enumerate(made[amount.models :])}
    pace = Pace(
        SPEED, 0.0, 1 / LINES_PER_SECOND, 1 / TOKENS_PER_SECOND - _OWN_WORK, load_speed=1e15
    )
    async with AsyncExitStack() as stack:
        live = [
            await stack.enter_async_context(DemoServer(library, pace=pace, more=more))
            for _ in range(amount.live)
        ]
        dead = [stack.enter_context(_black_hole()) for _ in range(amount.dead)]
        sys.stdout.write(
            json.dumps({"live": [server.address.port for server in live], "dead": dead}) + "\n"
        )
        sys.stdout.flush()
        await abandonable(_read_all_input)


@contextmanager
def _black_hole() -> Generator[int]:
    """Listen without ever accepting, with the backlog full: a connection never comes about."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            caller = stack.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


def _read_all_input() -> None:
    while os.read(0, 4096):
        pass


if __name__ == "__main__":
    main()
