import ctypes
from typing import Any

from desktop.ui.shell.taskbar import ComTaskbarList, TaskbarProgress, windows_taskbar


class Tasks:
    def __init__(self) -> None:
        self.said: list[tuple[Any, ...]] = []

    def set_value(self, window: int, done: int, total: int) -> None:
        self.said.append(("value", window, done, total))

    def set_state(self, window: int, state: int) -> None:
        self.said.append(("state", window, state))


def test_a_bar_is_shown_and_taken_away_and_said_once():
    tasks = Tasks()
    bar = TaskbarProgress(tasks)
    bar.show(7, is_busy=True, fraction=None, failed=False)
    bar.show(7, is_busy=True, fraction=0.5, failed=False)
    bar.show(7, is_busy=True, fraction=0.5, failed=False)
    bar.show(7, is_busy=True, fraction=0.5, failed=True)
    bar.show(7, is_busy=False, fraction=None, failed=False)
    assert tasks.said == [
        ("state", 7, 1),
        ("state", 7, 2),
        ("value", 7, 500, 1000),
        ("state", 7, 4),
        ("value", 7, 500, 1000),
        ("state", 7, 0),
    ]


def test_the_object_is_called_by_its_places_in_the_table():
    """A table laid out as that of ITaskbarList3, in C's own memory."""
    said: list[tuple[Any, ...]] = []
    window, number = ctypes.c_void_p, ctypes.c_ulonglong
    init = ctypes.CFUNCTYPE(ctypes.c_long, window)(lambda me: said.append((3,)) or 0)
    value = ctypes.CFUNCTYPE(ctypes.c_long, window, window, number, number)(
        lambda me, w, done, total: said.append((9, w, done, total)) or 0
    )
    state = ctypes.CFUNCTYPE(ctypes.c_long, window, window, ctypes.c_int)(
        lambda me, w, s: said.append((10, w, s)) or 0
    )
    table = (ctypes.c_void_p * 11)()
    for place, function in ((3, init), (9, value), (10, state)):
        table[place] = ctypes.cast(function, ctypes.c_void_p)
    me = ctypes.pointer(ctypes.cast(table, ctypes.c_void_p))
    tasks = ComTaskbarList(ctypes.cast(me, ctypes.c_void_p))
    tasks.set_state(7, 2)
    tasks.set_value(7, 1, 2**40)
    assert said == [(3,), (10, 7, 2), (9, 7, 1, 2**40)]


def test_other_systems_have_no_such_taskbar():
    assert windows_taskbar("linux") is None
