"""Fixtures for tests with a window: the loop, and the application's theme."""

import asyncio
import gc
import os
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from desktop.ui.bridge.theme import Theme, ThemeMode

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def run(qapp: QApplication) -> Iterator[Callable[[Coroutine[Any, Any, Any]], Any]]:
    """Run a coroutine to its end on Qt's loop, which a closed window does not stop.

    From now on no thread collects garbage by itself, whatever test comes next: a widget among it
    would be destroyed there, its timers would go on, and the next that is due ends the process
    (seen). It is collected after each test instead, on the window's thread, as the program does it.
    """
    qapp.setQuitOnLastWindowClosed(False)
    gc.disable()
    with asyncio.Runner(loop_factory=lambda: QEventLoop(qapp)) as runner:
        yield runner.run


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    gc.disable()  # See `run`.
    return Theme(qapp, ThemeMode.LIGHT)


@pytest.fixture
def theme(_theme: Theme) -> Iterator[Theme]:
    """The application's theme, light and at 100 % again after each test, and its numbers as before.

    What a test gave up is gone before: without a loop Qt would keep it, and
    every later change of theme would dress it.
    """
    numbers = QLocale()
    yield _theme
    QLocale.setDefault(numbers)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _theme.set_mode(ThemeMode.LIGHT)
    if _theme.text_scale != 1.0:
        _theme.set_text_scale(1.0)
