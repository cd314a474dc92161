"""How tests are shared among workers, which are processes, and how one table is made of theirs."""

import gc
from typing import Any

import pytest
from typing_extensions import override
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

from tests.real.table import ROWS, table

_ONE_SERVER = "tests/conformance/test_server_"
"""These ask one server, possibly a real one that has room for few models: one after the other."""


class ByFile(LoadFileScheduling):
    """A file's tests go to one worker, which makes once what they share; a server's do too."""

    @override
    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(_ONE_SERVER):
            return _ONE_SERVER
        return super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile | None:
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: at the end, one worker would have it, and the others wait.

    What a test with a window runs through is not counted: coverage is demanded of the
    rooms that know no Qt, and their own tests are to show it. Counting costs a fifth of the time.
    """
    items.sort(key=lambda item: item.get_closest_marker("longest") is None)
    for item in items:
        if "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker("no_cover")


def pytest_collection_finish() -> None:
    """Let no collection of garbage look through what stays: the modules, and thousands of tests."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand over what this worker's tests found, if this is a worker."""
    output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["rows"] = ROWS


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: WorkerController) -> None:
    """Take what a worker's tests found; one that crashed hands nothing over."""
    output: dict[str, Any] = getattr(node, "workeroutput", {})
    ROWS.extend((row[0], row[1], row[2]) for row in output.get("rows", ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print which failures the doctor was shown, and what it made of each."""
    if ROWS:
        terminalreporter.section("what the doctor found")
        for line in table():
            terminalreporter.write_line(line)
