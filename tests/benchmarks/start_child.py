"""A start in a process of its own: `… start_child bare|paddock|whole [PORT]`, JSON comes out.

`bare` is an empty QMainWindow. `paddock` is the program in an empty home, with a host at that
port. `whole` goes on from there: the memory page with its charts, then a conversation of 200
messages. CPU is that of the process until then, in milliseconds. Memory is the proportional
set size (PSS) in MB, once all of it stands still; but of Python, Qt and its bindings everything
that is resident counts, since the process that measures has them as well.
"""

import gc
import json
import os
import sys
import time
from types import ModuleType

MESSAGES = 200
_STILL = 3.0
"""Seconds after which a window that shows its data has settled, the first collection included."""


def _cpu() -> float:
    return time.process_time() * 1000


def _memory() -> float:
    import psutil

    own = (sys.prefix, sys.base_prefix)
    maps = psutil.Process().memory_maps(grouped=True)
    return sum(one.rss if one.path.startswith(own) else one.pss for one in maps) / 1e6


def _bare() -> dict[str, float]:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow
    from typing_extensions import override

    found: dict[str, float] = {}

    class Window(QMainWindow):
        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            found.setdefault("paint", _cpu())

    app, window = QApplication([]), Window()
    window.resize(1440, 900)
    window.show()
    QTimer.singleShot(500, app.quit)
    app.exec()
    found["memory"] = _memory()
    return found


def _paddock(port: str, *, is_whole: bool) -> dict[str, float]:
    gc.disable()  # As the program's own start does.
    sys.modules["httpx._main"] = ModuleType("httpx._main")  # A command line; no installer has it.
    import asyncio

    from desktop.ui.bridge.features import ignore_features

    ignore_features()
    from desktop.app import run_window
    from desktop.runtime.supervisor import Supervisor
    from desktop.selftest.started import models_painted
    from desktop.services import Outside, Services
    from desktop.session import Session
    from desktop.starting import make_application
    from desktop.storage.paths import find_paths
    from desktop.ui.bridge import loop
    from tests.benchmarks.start_watch import fill_whole, when_painted

    app, found = make_application(), dict[str, float]()

    async def drive() -> None:
        shown: asyncio.Future[Session] = asyncio.get_running_loop().create_future()

        def ready(session: Session, _services: Services) -> None:
            if (content := session.program.window.centralWidget()) is not None:
                when_painted(content, lambda: found.setdefault("paint", _cpu()))
            shown.set_result(session)

        async with Supervisor() as tasks:
            outside = Outside(ollama_host=f"127.0.0.1:{port}")
            program = run_window(app, find_paths(os.environ), outside, on_ready=ready)
            window = tasks.start(program, name="window")
            session = await shown
            await models_painted(session)
            found["data"] = _cpu()
            if is_whole:
                await fill_whole(session, MESSAGES)
            await asyncio.sleep(_STILL)
            found["memory"] = _memory()
            session.end()
            await window

    loop.run(app, drive())
    return found


def main() -> None:
    """Start what the command line names, and print what was measured."""
    kind, *more = sys.argv[1:]
    print(json.dumps(_bare() if kind == "bare" else _paddock(more[0], is_whole=kind == "whole")))


if __name__ == "__main__":
    main()
