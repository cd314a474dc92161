"""A conversation of many messages in a process of its own: `… long_talk COUNT`, JSON comes out.

Memory is the unique set size (USS), what would be free if the process ended:
before the view is built, with the messages in memory, against after it was
built, resized and scrolled a little. A first, small view has loaded everything.
"""

import asyncio
import gc
import json
import sys
import time

import psutil
from PySide6.QtWidgets import QApplication

from desktop.app import make_application
from desktop.chat.snapshot import TalkSnapshot
from desktop.ui.bridge.loop import run
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.chat.transcript.transcript import Transcript
from tests.benchmarks.chat import no_content
from tests.benchmarks.talks import long_talk

_WIDTHS = (700, 900, 780, 900)
_HIGH = 760
_SETTLED = 3
"""So many times nothing is left to do before a view counts as built."""


async def _settle() -> None:
    """Let everything be painted, and what is just out of sight be made."""
    for _ in range(_SETTLED):
        await asyncio.sleep(0.05)


async def _build(theme: Theme, snapshot: TalkSnapshot) -> tuple[Transcript, float]:
    began = time.process_time()
    view = Transcript(theme, no_content)
    view.resize(900, _HIGH)
    view.show_talk(snapshot)
    view.show()
    await _settle()
    return view, (time.process_time() - began) * 1000


async def _measure(app: QApplication, count: int) -> dict[str, float]:
    theme = Theme(app, ThemeMode.LIGHT)
    first, _ = await _build(theme, long_talk(10))
    first.close()
    snapshot = long_talk(count)
    gc.collect()
    before = psutil.Process().memory_full_info().uss
    view, build = await _build(theme, snapshot)
    began = time.process_time()
    for width in _WIDTHS:
        view.resize(width, _HIGH)
        await _settle()
    resize = (time.process_time() - began) * 1000 / len(_WIDTHS)
    gc.collect()
    memory = (psutil.Process().memory_full_info().uss - before) / 1e6
    view.close()
    return {"build": build, "resize": resize, "memory": memory}


def main() -> None:
    """Measure, and print what was measured."""
    app = make_application()
    print(json.dumps(run(app, _measure(app, int(sys.argv[1])))))


if __name__ == "__main__":
    main()
