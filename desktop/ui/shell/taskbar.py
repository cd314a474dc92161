"""How far the work has come, on the window's button in the taskbar of Windows."""

import ctypes
import logging
import sys
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol
from uuid import UUID

_log = logging.getLogger(__name__)

_NONE, _NORMAL, _ERROR, _UNKNOWN = 0x0, 0x2, 0x4, 0x1
"""TBPF_NOPROGRESS, TBPF_NORMAL, TBPF_ERROR and TBPF_INDETERMINATE of shobjidl_core.h."""
_STEPS = 1000
_CLASS = UUID("56fdf344-fd6d-11d0-958a-006097c9a090")
_INTERFACE = UUID("ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf")
_IN_PROCESS = 1


class TaskbarList(Protocol):
    """The two calls of ITaskbarList3 that are needed here."""

    def set_value(self, window: int, done: int, total: int) -> None: ...

    def set_state(self, window: int, state: int) -> None: ...


class TaskbarProgress:
    """Shows a bar on the button of a window, and takes it away again."""

    def __init__(self, tasks: TaskbarList) -> None:
        self._tasks = tasks
        self._shown: tuple[int, int, int] | None = None

    def show(self, window: int, *, is_busy: bool, fraction: float | None, failed: bool) -> None:
        """Show how far it is; a fraction of None while busy is a bar that only moves."""
        done = round((fraction or 0.0) * _STEPS)
        state = _NONE
        if is_busy:
            state = _UNKNOWN if fraction is None else _ERROR if failed else _NORMAL
        if (window, state, done) == self._shown:
            return
        self._shown = (window, state, done)
        self._tasks.set_state(window, state)
        if state in {_NORMAL, _ERROR}:
            self._tasks.set_value(window, done, _STEPS)


def windows_taskbar(platform: str = sys.platform) -> TaskbarProgress | None:
    """Return the taskbar of Windows; None elsewhere, and where it does not let itself be asked."""
    if platform != "win32":
        return None
    try:
        return TaskbarProgress(ComTaskbarList(_create()))
    except OSError as error:
        _log.info("no progress on the taskbar: %s", error)
        return None


class ComTaskbarList:
    """ITaskbarList3, called by its places in the object's table of functions."""

    _INIT, _VALUE, _STATE = 3, 9, 10

    def __init__(self, me: ctypes.c_void_p) -> None:
        """`me` is the object's address."""
        self._me = me
        self._call(self._INIT)()

    def set_value(self, window: int, done: int, total: int) -> None:
        number = ctypes.c_ulonglong
        self._call(self._VALUE, ctypes.c_void_p, number, number)(window, done, total)

    def set_state(self, window: int, state: int) -> None:
        self._call(self._STATE, ctypes.c_void_p, ctypes.c_int)(window, state)

    def _call(self, place: int, *kinds: Any) -> Callable[..., int]:
        table = ctypes.cast(self._me, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        shape = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *kinds)
        return partial(shape(table[place] or 0), self._me)


def _create() -> ctypes.c_void_p:
    """Make the object; Qt has begun COM on this thread before.

    Raises:
        OSError: Windows does not make it.
    """
    made = ctypes.c_void_p()
    if sys.platform == "win32":
        ctypes.OleDLL("ole32").CoCreateInstance(
            _CLASS.bytes_le, None, _IN_PROCESS, _INTERFACE.bytes_le, ctypes.byref(made)
        )
    return made
