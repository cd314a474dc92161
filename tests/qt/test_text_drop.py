from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.shell.text_drop import TextDrop, pullable

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


def _text(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


@pytest.fixture
def dropped(qapp) -> Iterator[tuple[QWidget, list[str]]]:
    window, lines = QWidget(), list[str]()
    TextDrop(window, lines.append)
    window.show()
    yield window, lines
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("name", ["run", "pull"])
def test_a_command_that_is_dropped_is_handed_on(dropped, name: str):
    window, lines = dropped
    mime = _text(f"$ ollama {name} llama3.2:3b\n")
    enter = QDragEnterEvent(QPoint(5, 5), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(window, drop)
    assert lines == [f"$ ollama {name} llama3.2:3b"]
    assert drop.dropAction() is COPY


@pytest.mark.parametrize("text", ["", "hello there", "llama3.2", "rm -rf /", "x" * 100_000])
def test_any_other_text_is_left_alone(dropped, text: str):
    window, lines = dropped
    mime = _text(text)
    enter = QDragEnterEvent(QPoint(5, 5), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()
    assert not lines


def test_a_file_is_no_line():
    mime = _text("ollama run llama3.2")
    mime.setUrls([QUrl.fromLocalFile("/tmp/ollama run llama3.2")])
    assert not pullable(mime)


def test_a_page_of_the_library_is_a_line():
    assert pullable(_text("https://ollama.com/library/qwen2.5"))
