import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from desktop.ui.bridge.collector import Collector
from tests.clock import until


class Knot:
    """Something that only the collector gets rid of."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def owner(qapp) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def test_garbage_is_collected_while_the_window_runs(run, owner: QObject):
    async def scenario() -> None:
        Collector(owner)
        gone = weakref.ref(Knot())
        kept = [[] for _ in range(20_000)]
        await until(lambda: gone() is None)
        assert kept

    run(scenario())


def test_what_is_there_when_the_window_has_settled_is_looked_at_no_more(run, owner: QObject):
    async def scenario() -> None:
        gc.unfreeze()
        Collector(owner)
        assert not gc.isenabled()
        await until(lambda: gc.get_freeze_count() > 0)

    run(scenario())


def test_a_window_that_was_exchanged_is_given_up(run, owner: QObject):
    async def scenario() -> None:
        before = Knot()
        gone = weakref.ref(before)
        gc.freeze()
        del before
        Collector(owner)
        await until(lambda: gone() is None)

    run(scenario())


def test_a_thread_that_allocates_collects_nothing(run, owner: QObject):
    async def scenario() -> None:
        Collector(owner)
        knot = weakref.ref(Knot())
        thread = threading.Thread(target=lambda: [[] for _ in range(50_000)])
        thread.start()
        thread.join()
        assert knot() is not None

    run(scenario())
