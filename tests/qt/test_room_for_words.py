"""Words that find their room: a last line, buttons in a row, labels on one line."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.diagnostics.checkup import Step, StepResult, StepState
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.checkup_step import StepRow
from desktop.ui.jobs.banner import banner
from desktop.ui.jobs.problems import Failure
from desktop.ui.widgets.balanced_label import BalancedLabel
from desktop.ui.widgets.baseline import level
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fitting_row import FittingRow
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner

SENTENCE = "127.0.0.1:11434 上没有程序监听。"


def room_of(label: Label) -> QRect:
    return label.contentsRect()


def test_a_sentence_leaves_no_single_character_to_its_last_line(theme: Theme, qtbot):
    label = BalancedLabel(theme, SENTENCE, "medium")
    qtbot.addWidget(label)
    whole = label.fontMetrics().horizontalAdvance(SENTENCE)
    just_too_narrow = whole - label.fontMetrics().horizontalAdvance("听。") + 4
    label.resize(just_too_narrow, 80)
    label.show()
    assert room_of(label).width() < just_too_narrow * 0.75
    first = label.fontMetrics().horizontalAdvance(SENTENCE.partition(" ")[0])
    assert room_of(label).width() >= first
    assert label.heightForWidth(just_too_narrow) <= 2 * label.fontMetrics().lineSpacing() * 1.3
    label.resize(whole + 20, 80)
    assert room_of(label).width() == whole + 20


def test_a_sentence_whose_last_line_is_long_is_left_alone(theme: Theme, qtbot):
    label = BalancedLabel(theme, "Nothing listens there, or so it seems", "medium")
    qtbot.addWidget(label)
    width = round(label.fontMetrics().horizontalAdvance(label.text()) * 0.6)
    label.resize(width, 80)
    label.show()
    assert room_of(label).width() == width


def test_a_banner_is_as_high_as_its_balanced_words(theme: Theme, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    shown = Banner(theme, "danger", SENTENCE)
    row.addWidget(shown)
    holder.resize(theme.px(250), theme.px(200))
    holder.show()
    label = shown.findChild(BalancedLabel)
    assert label is not None
    assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize(("room", "shown"), [(1.0, 3), (0.9, 2), (0.3, 2)])
def test_of_buttons_in_a_row_the_last_is_left_out_where_there_is_no_room(
    theme: Theme, qtbot, room: float, shown: int
):
    buttons = [Button(theme, text) for text in ("Chat", "Unload", "Load", "Customise…")]
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FittingRow(theme, buttons, holder)
    row.offer([buttons[0], buttons[1], buttons[3]])
    row.resize(round(row.sizeHint().width() * room), 40)
    holder.show()
    seen = [button for button in buttons if button.isVisible()]
    assert seen == [buttons[0], buttons[1], buttons[3]][:shown]
    assert row.minimumSizeHint().width() < row.sizeHint().width()


def foot(label: Label, letters: str, over: QWidget) -> int:
    """Return the lowest row of the letters that end a label."""
    place = label.rect().translated(label.mapTo(over, label.rect().topLeft()))
    image, metrics = over.grab().toImage(), label.fontMetrics()
    end = place.x() + metrics.horizontalAdvance(label.text())
    columns = range(end - metrics.horizontalAdvance(letters) + 1, end)
    rows = range(place.top(), place.bottom() + 1)
    return max(y for y in rows if any(image.pixelColor(x, y).lightness() < 180 for x in columns))


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25, 1.5, 1.75, 2.0])
def test_words_and_time_of_a_doctor_s_step_stand_on_one_line(theme: Theme, qtbot, scale: float):
    theme.set_text_scale(scale)
    row = StepRow(theme)
    qtbot.addWidget(row)
    name, line, time = row.findChildren(Label)
    row.show_result(StepResult(Step.ADDRESS, StepState.PASSED))
    name.setText("地址")
    line.setText("端口 11434")
    time.setText("434")
    level(name, line, time)
    row.resize(400, row.sizeHint().height())
    row.show()
    assert foot(line, "434", row) == foot(time, "434", row)


def test_the_icon_of_a_failed_job_stands_beside_the_middle_of_its_words(theme: Theme):
    failure = Failure("A proxy answered instead of tower.", "It answered 502.", ())
    laid = banner(failure, QPoint(0, 0), 600, theme)
    middle = (laid.sentence.top() + laid.facts.bottom()) / 2
    assert abs(laid.icon.center().y() - middle) <= 1
