"""`python -m tests.conformance --exchanges DIR [--speed 1 | --explain]`: replay exchanges.

With --explain it prints NAME CODE for each exchange that failed on the server;
with `--modelfiles FILE` it reads Modelfiles as Ollama's own parser does.
"""

import argparse
import asyncio
import sys
from pathlib import Path

from tests.conformance.explain_all import explain_files
from tests.conformance.parse_all import parse_file
from tests.conformance.replay_all import EXCHANGES, exchanges_in, replay_files


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("--exchanges", type=Path, default=EXCHANGES, metavar="DIR")
    parser.add_argument(
        "--speed", type=float, default=0, help="1 replays with the recorded times; 0 never waits"
    )
    parser.add_argument("--explain", action="store_true", help="say the cause of each failure")
    parser.add_argument("--modelfiles", type=Path, metavar="FILE", help="JSON lines to parse")
    options = parser.parse_args()
    if options.modelfiles is not None:
        return _parse(options.modelfiles)
    if not options.exchanges.is_dir():
        parser.error(f"{options.exchanges} is not a folder")
    files = exchanges_in(options.exchanges)
    return _explain(files) if options.explain else _replay(files, options.speed)


def _replay(files: list[Path], speed: float) -> int:
    passed, failed = asyncio.run(
        replay_files(files, speed, lambda name, why: print(f"{name}: {why}", flush=True))
    )
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def _parse(file: Path) -> int:
    passed, failed = parse_file(file, lambda line: print(line, flush=True))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def _explain(files: list[Path]) -> int:
    found = asyncio.run(explain_files(files, lambda line: print(line, flush=True)))
    failed = found.unknown + found.unreadable
    print(f"{found.failures - found.unknown} passed, {failed} failed")
    return 1 if failed or not found.failures else 0


if __name__ == "__main__":
    sys.exit(main())
