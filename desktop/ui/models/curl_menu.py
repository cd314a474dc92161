"""What is asked of a host about one model, to copy as a line for a terminal."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.host import Host, HostId
from desktop.domain.proxy import Route
from desktop.ui import curl

RouteOf: TypeAlias = Callable[[HostId], Route | None]
"""Says which way leads to a host; None where that is not known."""


class CurlMenu(QMenu):
    """Shows, pulls or deletes a model; no line holds a secret."""

    def __init__(self, host: Host, model: str, route: Route | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Copy as curl"))
        self._host = host
        self._route = route
        for text, call in (
            (self.tr("Show"), curl.show(model)),
            (self.tr("Pull"), curl.pull(model)),
            (self.tr("Delete"), curl.delete(model)),
        ):
            self.addAction(text, lambda call=call: self._copy(call))

    def _copy(self, call: curl.Call) -> None:
        QGuiApplication.clipboard().setText(curl.curl_text(self._host, call, self._route))
