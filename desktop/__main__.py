"""The command line."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import __version__
from desktop.ui.bridge.display import has_display, use_offscreen_without_display
from desktop.ui.bridge.features import ignore_features

NO_DISPLAY = (
    "Paddock found no display to show its window on. Start it from a desktop session, "
    "or have it draw its pages into a folder with: paddock --tour FOLDER"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for, and return the exit status."""
    gc.disable()  # What is imported stays; the window's Collector takes over.
    words = sys.argv[1:] if arguments is None else list(arguments)
    match words:
        case ["--system-proxy", url]:  # an installed app asks itself: ui/bridge/system_proxy.py
            return _system_proxy(url)
        case _:
            options = _parser().parse_args(words)
    ignore_features()
    if options.selftest:
        return _selftest()
    if options.tour is not None:
        return _tour(options)
    if not has_display(os.environ):
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    from desktop.starting import begin

    start = begin(options.files, demo=options.demo)
    if start is None:
        return 0
    from desktop.app import run

    return run(start, theme=options.theme if options.theme in {"light", "dark"} else None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="paddock", description="One desktop window over all of your Ollama hosts."
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="a Modelfile, a GGUF file or a folder with a model, opened in the workshop",
    )
    parser.add_argument("--version", action="version", version=f"Paddock {__version__}")
    parser.add_argument("--demo", action="store_true", help="add the built-in demo host")
    parser.add_argument(
        "--theme", choices=("light", "dark", "both"), default=None, help="how it looks, this once"
    )
    parser.add_argument(
        "--tour",
        metavar="FOLDER",
        type=Path,
        help="walk through the program on demo hosts and save a picture of each step",
    )
    parser.add_argument(
        "--language", metavar="NAME", default="en", help="of the tour, such as zh_CN"
    )
    parser.add_argument(
        "--scale", metavar="PERCENT", type=int, default=100, help="the tour's size of text"
    )
    parser.add_argument(
        "--selftest", action="store_true", help="check this installation and print one JSON line"
    )
    return parser


def _system_proxy(url: str) -> int:
    from desktop.ui.bridge.ask_proxy import answer

    answer(url)
    return 0


def _tour(options: argparse.Namespace) -> int:
    use_offscreen_without_display(os.environ)
    from desktop.tour import Look, run_tour

    look = Look(options.language, options.scale / 100)
    return run_tour(options.tour, options.theme or "both", look)


def _selftest() -> int:
    use_offscreen_without_display(os.environ)
    from desktop.selftest import run_selftest

    return run_selftest()


if __name__ == "__main__":
    sys.exit(main())
