"""The memory of an empty window of Chromium, which programs made of web pages begin with."""

import contextlib
import os
import shutil
import subprocess
import tempfile

import psutil

_STILL = 6.0
"""Seconds after which an empty window takes no more."""
_GONE = 10.0


def find_chromium() -> str:
    """Return the program, "" where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or ""


def memory_of_empty_window(program: str) -> float:
    """Return the proportional set size (PSS) of all of its processes, in MB."""
    with tempfile.TemporaryDirectory(prefix="paddock-chromium-") as home:
        switches = ["--headless=new", "--no-sandbox", "--no-first-run", "--window-size=1440,900"]
        switches += [f"--user-data-dir={home}", "--disable-background-networking", "about:blank"]
        with subprocess.Popen(
            [program, *switches],
            env={**os.environ, "HOME": home},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as started:
            try:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    started.wait(_STILL)
                top = psutil.Process(started.pid)
                every = [top, *top.children(recursive=True)]
                return sum(one.memory_full_info().pss for one in every) / 1e6
            finally:
                _end(started.pid)


def _end(process_id: int) -> None:
    top = psutil.Process(process_id)
    every = [top, *top.children(recursive=True)]
    for one in every:
        one.terminate()
    for one in psutil.wait_procs(every, timeout=_GONE)[1]:
        one.kill()
