"""The measuring eye sees what a person would."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.tour.measuring import cut_off
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import ElidedLabel, Label

_LONG = "Restarts by itself as soon as the host answers"


@pytest.fixture
def page(theme: Theme) -> Iterator[QWidget]:
    page = QWidget()
    page.resize(600, 300)
    yield page
    page.close()
    page.deleteLater()


def _shown(page: QWidget) -> list[str]:
    page.show()
    QApplication.processEvents()
    return cut_off(page)


def test_what_has_room_is_not_reported(page: QWidget, theme: Theme):
    column = QVBoxLayout(page)
    column.addWidget(Label(theme, _LONG))
    column.addWidget(Button(theme, _LONG))
    column.addWidget(TextField(theme, hint=_LONG))
    assert _shown(page) == []


@pytest.mark.parametrize("kind", [Label, Button])
def test_a_text_wider_than_its_widget_is_cut_off(page: QWidget, theme: Theme, kind: type):
    widget = kind(theme, _LONG)
    widget.setFixedWidth(60)
    QHBoxLayout(page).addWidget(widget)
    assert len(_shown(page)) == 1


def test_a_wrapped_text_that_is_higher_than_its_label_is_cut_off(page: QWidget, theme: Theme):
    label = Label(theme, f"{_LONG}. " * 20, wraps=True)
    label.setFixedHeight(30)
    QHBoxLayout(page).addWidget(label)
    assert "of height" in _shown(page)[0]


def test_a_hint_wider_than_its_field_is_cut_off(page: QWidget, theme: Theme):
    field = TextField(theme, hint=_LONG)
    field.setFixedWidth(80)
    QHBoxLayout(page).addWidget(field)
    assert len(_shown(page)) == 1


def test_what_reaches_out_of_its_parent_is_clipped(page: QWidget, theme: Theme):
    box = QWidget(page)
    box.setGeometry(0, 0, 200, 40)
    label = Label(theme, _LONG, parent=box)
    label.setGeometry(20, 0, label.sizeHint().width(), 30)
    assert "reaches" in _shown(page)[0]


def test_texts_that_one_layout_puts_over_each_other_are_reported(page: QWidget, theme: Theme):
    column = QVBoxLayout(page)
    column.setSpacing(0)
    for text in ("Above", "Below"):
        label = Label(theme, text)
        label.setFixedHeight(label.sizeHint().height())
        column.addWidget(label)
        column.addSpacing(-6)
    column.addStretch(1)
    assert any("lies over" in line for line in _shown(page))


def test_data_may_be_elided(page: QWidget, theme: Theme):
    label = ElidedLabel(theme, _LONG)
    label.setFixedWidth(60)
    QHBoxLayout(page).addWidget(label)
    assert _shown(page) == []


def test_what_is_wider_than_the_area_that_scrolls_it_is_reported(page: QWidget, theme: Theme):
    area, content = QScrollArea(widgetResizable=True), QWidget()
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setMinimumWidth(400)
    area.setWidget(content)
    area.setFixedWidth(300)
    QHBoxLayout(page).addWidget(area)
    assert "px wider than it" in _shown(page)[0]


def test_a_field_that_is_lower_than_its_text_is_reported(page: QWidget):
    field = QPlainTextEdit("One\nTwo\nThree\nFour")
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    field.setFixedHeight(40)
    QHBoxLayout(page).addWidget(field)
    page.show()
    field.moveCursor(QTextCursor.MoveOperation.End)
    assert "scrolled away" in _shown(page)[0]
