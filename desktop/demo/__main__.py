"""Runs the stand-in in a process of its own: its address is the first line it prints."""

import argparse
import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Sequence

from desktop.demo.faults import Faults
from desktop.demo.library import Library, demo_library, made_up_library, tower_library
from desktop.demo.pace import AT_ONCE, Pace
from desktop.demo.server import DemoServer, Setting
from desktop.runtime.threads import abandonable

_LIBRARIES = {"demo": demo_library, "tower": tower_library, "empty": Library}


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until the process is told to end, or until what started it closes its input."""
    options = _parser().parse_args(arguments)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(options))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desktop.demo", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 for any (default)")
    parser.add_argument("--library", choices=_LIBRARIES, default="demo")
    parser.add_argument("--models", type=int, help="that many made-up models instead")
    parser.add_argument("--pullable", type=int, default=0, help="models bench-1 … to pull")
    parser.add_argument("--speed", type=float, help="bytes a second of each download")
    parser.add_argument("--lines-per-second", type=float, help="lines of each pull")
    parser.add_argument("--latency", type=float, help="seconds before a layer's first byte")
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before every answer")
    parser.add_argument("--at-once", action="store_true", help="nothing takes any time")
    parser.add_argument("--until-input-ends", action="store_true")
    return parser


def _server(options: argparse.Namespace) -> DemoServer:
    library = _LIBRARIES[options.library]()
    if options.models is not None:
        library = made_up_library(options.models)
    names = [f"bench-{number}" for number in range(1, options.pullable + 1)]
    made = made_up_library(options.pullable, first=len(library.models) + 1).models
    return DemoServer(
        library,
        Faults(delay=options.delay),
        _pace(options),
        setting=Setting(port=options.port),
        more={name: model.manifest for name, model in zip(names, made, strict=True)},
    )


def _pace(options: argparse.Namespace) -> Pace:
    base = AT_ONCE if options.at_once else Pace()
    rate = options.lines_per_second
    return Pace(
        options.speed or base.speed,
        base.latency if options.latency is None else options.latency,
        1 / rate if rate else base.interval,
        base.token_pause,
        base.load_speed,
        base.quantize_speed,
    )


async def _serve(options: argparse.Namespace) -> None:
    async with _server(options) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        ended = asyncio.Event()
        with contextlib.suppress(NotImplementedError):  # Windows has no such signals.
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
        ends: list[asyncio.Future[bool]] = [asyncio.ensure_future(_is_set(ended))]
        if options.until_input_ends:
            ends.append(asyncio.ensure_future(abandonable(_read_all_input)))
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()


async def _is_set(event: asyncio.Event) -> bool:
    return await event.wait()


def _read_all_input() -> bool:
    """Return when whoever started this process has closed the pipe, or is gone."""
    while os.read(0, 4096):
        pass
    return True


if __name__ == "__main__":
    sys.exit(main())
