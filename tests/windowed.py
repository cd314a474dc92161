"""Fixtures for tests with a window: the loop, and the application's theme."""

import asyncio
import gc
import os
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from desktop.ui.bridge.theme import Theme, ThemeMode

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def run(qapp: QApplication) -> Iterator[Callable[[Coroutine[Any, Any, Any]], Any]]:
    """Run a coroutine to its end on Qt's loop, which a closed window does not stop.

    Meanwhile no thread collects garbage: a widget among it would be destroyed there.
    """
    qapp.setQuitOnLastWindowClosed(False)
    gc.disable()
    try:
        with asyncio.Runner(loop_factory=lambda: QEventLoop(qapp)) as runner:
            yield runner.run
    finally:
        gc.enable()


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeMode.LIGHT)


@pytest.fixture
def theme(_theme: Theme) -> Iterator[Theme]:
    """The application's theme, light and at 100 % again after each test.

    What a test gave up is gone before: without a loop Qt would keep it, and
    every later change of theme would dress it.
    """
    yield _theme
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _theme.set_mode(ThemeMode.LIGHT)
    if _theme.text_scale != 1.0:
        _theme.set_text_scale(1.0)
