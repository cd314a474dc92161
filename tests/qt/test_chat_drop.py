from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.drop import DropGround
from tests.qt.composer_scene import mime_of

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
EITHER = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


@pytest.fixture
def page(theme: Theme) -> Iterator[tuple[QWidget, DropGround]]:
    over = QWidget()
    over.resize(300, 200)
    ground = DropGround(
        theme, over, lambda mime: bool(mime.urls() and mime.urls()[0].isLocalFile())
    )
    over.show()
    yield over, ground
    over.close()


def test_while_files_are_over_the_page_it_says_that_they_can_be_dropped(page, tmp_path: Path):
    over, ground = page
    files = mime_of(tmp_path / "a.txt")
    QApplication.sendEvent(over, QDragEnterEvent(QPoint(5, 5), EITHER, files, LEFT, NONE))
    assert ground.isVisible()
    assert ground.geometry() == over.rect()
    QApplication.sendEvent(over, QDragLeaveEvent())
    assert not ground.isVisible()


def test_a_dropped_file_is_handed_on_as_a_copy(page, tmp_path: Path):
    over, ground = page
    dropped: list[QMimeData] = []
    ground.dropped.connect(dropped.append)
    files = mime_of(tmp_path / "a.txt")
    QApplication.sendEvent(over, QDragEnterEvent(QPoint(5, 5), EITHER, files, LEFT, NONE))
    event = QDropEvent(QPointF(5, 5), EITHER, files, LEFT, NONE)
    QApplication.sendEvent(over, event)
    assert len(dropped) == 1
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert not ground.isVisible()


def test_a_file_that_can_only_be_moved_is_not_taken(page, tmp_path: Path):
    over, ground = page
    move = Qt.DropAction.MoveAction
    event = QDragEnterEvent(QPoint(5, 5), move, mime_of(tmp_path / "a.txt"), LEFT, NONE)
    QApplication.sendEvent(over, event)
    assert not event.isAccepted()
    assert not ground.isVisible()


def test_a_link_is_no_file(page):
    over, ground = page
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/")])
    event = QDragEnterEvent(QPoint(5, 5), EITHER, link, LEFT, NONE)
    QApplication.sendEvent(over, event)
    assert not ground.isVisible()
