"""A server that answers each path with given bytes, and everything that a window says."""

import asyncio
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import asynccontextmanager

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.domain.address import HostAddress
from desktop.runtime.supervisor import Supervisor
from tests.raw_server import whole

VERSION = b'{"version": "0.13.0"}'
ROOT = QModelIndex()
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


@asynccontextmanager
async def answering(answers: Mapping[str, bytes]) -> AsyncGenerator[HostAddress]:
    """Serve those bodies as JSON, each for its path; every other path gets an empty object."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split()[1].decode()
                writer.write(whole(answers.get(path, b"{}")))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.transport.abort()

    async with Supervisor() as tasks:
        server = await asyncio.start_server(
            lambda reader, writer: (tasks.start(serve(reader, writer), name="hostile"), None)[1],
            "127.0.0.1",
            0,
        )
        try:
            yield HostAddress("http", *server.sockets[0].getsockname())
        finally:
            server.close()
    await server.wait_closed()


def said(window: QWidget) -> str:
    """Return every text of a window that a person can see, hover over or hear."""
    return "\n".join(text for text in _texts(window) if text)


def _texts(window: QWidget) -> Generator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        yield widget.toolTip()
        yield widget.accessibleName()
        match widget:
            case QLabel() | QAbstractButton() | QLineEdit():
                yield widget.text()
            case QPlainTextEdit():
                yield widget.toPlainText()
            case QAbstractItemView() if widget.model() is not None:
                yield from _cells(widget)
            case _:
                pass


def _cells(view: QAbstractItemView) -> Generator[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(ROOT)
    for row in range(min(model.rowCount(ROOT), 50)):
        for column in range(columns):
            for role in _ROLES:
                yield str(model.index(row, column).data(role) or "")
