"""`python -m tests.conformance --exchanges DIR [--speed 1]`: replay a folder of exchanges."""

import argparse
import asyncio
import sys
from pathlib import Path

from tests.conformance.replay_all import EXCHANGES, exchanges_in, replay_files


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("--exchanges", type=Path, default=EXCHANGES, metavar="DIR")
    parser.add_argument(
        "--speed", type=float, default=0, help="1 replays with the recorded times; 0 never waits"
    )
    options = parser.parse_args()
    if not options.exchanges.is_dir():
        parser.error(f"{options.exchanges} is not a folder")
    passed, failed = asyncio.run(
        replay_files(
            exchanges_in(options.exchanges),
            options.speed,
            lambda name, why: print(f"{name}: {why}", flush=True),
        )
    )
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
