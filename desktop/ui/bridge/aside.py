"""Values that take long, worked out beside the window's thread and kept."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.runtime.threads import abandonable
from desktop.ui.bridge.scope import TaskScope

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_log = logging.getLogger(__name__)


class Aside(QObject, Generic[K, V]):
    """Calls a pure function on a thread, one key after another, and keeps the newest results.

    `ready` is emitted with each key whose value has become known. Where the
    function raises, whatever, its value is `otherwise`: it is given what a model
    wrote, and a formula that a library stumbles over must not end the program.
    """

    ready = Signal(object)

    def __init__(
        self,
        function: Callable[[K], V],
        otherwise: V,
        size: int = 256,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._function = function
        self._otherwise = otherwise
        self._size = size
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._wanted: dict[K, None] = {}
        self._scope = TaskScope(self)

    @property
    def is_busy(self) -> bool:
        return bool(self._wanted)

    def get(self, key: K) -> V | None:
        """Return that key's value, or None while it is worked out; needs a running loop."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._wanted[key] = None
        if not self._scope.is_busy:
            self._go_on()
        return None

    def _go_on(self) -> None:
        key = next(iter(self._wanted), None)
        if key is not None:
            self._scope.start(
                abandonable(self._function, key),
                lambda value: self._keep(key, value),
                lambda error: self._give_up(key, error),
            )

    def _give_up(self, key: K, error: BaseException) -> None:
        _log.info("%s raised %s", self._function.__name__, type(error).__name__)
        self._keep(key, self._otherwise)

    def _keep(self, key: K, value: V) -> None:
        del self._wanted[key]
        self._kept[key] = value
        while len(self._kept) > self._size:
            self._kept.popitem(last=False)
        self.ready.emit(key)
        if not self._scope.is_busy:
            self._go_on()
