import gc

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui.bridge.announce import Announcer
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.widgets.buttons import Button, Chip, IconButton
from desktop.ui.widgets.chip_row import ChipRow
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import Choice, FormField, SearchField, TextField
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.key_values import CopyButton, KeyValues
from desktop.ui.widgets.labels import ElidedLabel, Label, Tag
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.pictures import Icon
from desktop.ui.widgets.rail import Rail, RailItem
from desktop.ui.widgets.splitter import HairlineSplitter
from desktop.ui.widgets.tabs import TabBar
from desktop.ui.widgets.text_area import TextArea
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.toast import Toast


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def show(qtbot, window: QWidget) -> None:
    with qtbot.waitActive(window):
        window.show()


def test_foreign_text_is_plain_and_its_hidden_characters_are_seen(theme: Theme, qtbot):
    label = Label(theme, "<b>a</b>\u202eb")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>a</b>‹U+202E›b"


def test_an_elided_label_is_whole_in_its_tooltip(theme: Theme, qtbot):
    label = ElidedLabel(theme, "a very long name of a model")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert label.toolTip() == "a very long name of a model"
    label.resize(600, 20)
    label.grab()
    assert label.toolTip() == ""


def test_an_elided_label_is_whole_before_it_is_painted_and_when_it_is_read_out(theme: Theme, qtbot):
    label = ElidedLabel(theme, "short")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    label.setText("unloads in 4 minutes")
    assert label.toolTip() == "unloads in 4 minutes"
    read = QAccessible.queryAccessibleInterface(label)
    assert read.text(QAccessible.Text.Name) == "unloads in 4 minutes"


def test_a_tooltip_shows_markup_as_it_was_written(theme: Theme, qtbot):
    label = ElidedLabel(theme, '<img src="file:///etc/hostname"> & more than there is room for')
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert "&lt;img" in label.toolTip()
    assert plain_tip("a < b") == "a < b"


def test_an_icon_button_says_its_name_and_its_keys(theme: Theme, qtbot):
    button = IconButton(theme, "copy", "Copy", length=13, shortcut=QKeySequence("Ctrl+C"))
    qtbot.addWidget(button)
    assert button.accessibleName() == "Copy"
    assert "Ctrl+C" in button.toolTip()
    assert min(button.width(), button.height()) >= 24


def test_the_ring_is_shown_for_the_keyboard_and_not_for_the_mouse(
    theme: Theme, window: QWidget, qtbot
):
    first, second = Button(theme, "One"), Button(theme, "Two")
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(theme, window)
    show(qtbot, window)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert ring.target is first
    assert ring.isVisible()
    assert ring.geometry().contains(first.geometry())
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()


def test_the_ring_follows_its_widget_and_survives_it(theme: Theme, window: QWidget, qtbot):
    Button(theme, "First in line", parent=window)
    button = Button(theme, "One", parent=window)
    button.move(10, 10)
    ring = FocusRing(theme, window)
    window.resize(300, 200)
    show(qtbot, window)
    button.setFocus(Qt.FocusReason.ShortcutFocusReason)
    before = ring.geometry()
    button.move(50, 60)
    assert ring.geometry().topLeft() - before.topLeft() == QPoint(40, 50)
    button.hide()
    assert not ring.isVisible()


def test_fields_show_their_focus_themselves(theme: Theme, window: QWidget, qtbot):
    field = TextField(theme)
    QHBoxLayout(window).addWidget(field)
    ring = FocusRing(theme, window)
    show(qtbot, window)
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert ring.target is None


def chips(theme: Theme) -> list[Chip]:
    return [Chip(theme, f"Chip {number}", "eye") for number in range(6)]


def test_chips_that_do_not_fit_move_into_more_last_first(theme: Theme, window: QWidget, qtbot):
    every = chips(theme)
    bar = ChipRow(theme, every, parent=window)
    bar.resize(bar.sizeHint())
    window.show()
    assert bar.hidden_chips == ()
    bar.resize(QSize(bar.sizeHint().width() // 2, 26))
    assert 0 < len(bar.hidden_chips) < 6
    assert bar.hidden_chips == tuple(every[-len(bar.hidden_chips) :])
    shown = [chip for chip in bar.findChildren(Chip) if not chip.isHidden()]
    assert all(chip.geometry().right() < bar.width() for chip in shown)
    assert any(chip.text() == "More" for chip in shown)


def test_a_chip_in_the_menu_keeps_its_state_and_marks_more(theme: Theme, window: QWidget):
    every = chips(theme)
    bar = ChipRow(theme, every, parent=window)
    every[-1].setChecked(True)
    window.show()
    bar.resize(200, 26)
    more = next(chip for chip in bar.findChildren(Chip) if chip.text() == "More")
    assert more.isChecked()
    assert every[-1].isChecked()


def test_an_error_takes_the_hints_place_and_is_read_out(theme: Theme, qtbot):
    field = TextField(theme)
    form = FormField(theme, "Address", field, hint="host or host:port")
    qtbot.addWidget(form)
    form.set_error("No such port")
    assert field.property("wrong") is True
    assert field.accessibleDescription() == "No such port"
    form.set_error("")
    assert field.property("wrong") is False
    assert field.accessibleDescription() == "host or host:port"


def test_escape_empties_a_search(theme: Theme, window: QWidget, qtbot):
    search = SearchField(theme, "Filter models", parent=window)
    show(qtbot, window)
    search.setFocus()
    QTest.keyClicks(search, "qwen")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_enter_does_the_primary_and_escape_cancels(theme: Theme, qtbot):
    for key, signal in ((Qt.Key.Key_Return, "accepted"), (Qt.Key.Key_Escape, "rejected")):
        dialog = Dialog(theme, "Pull a model", primary="Pull")
        dialog.body.addWidget(TextField(theme))
        qtbot.addWidget(dialog)
        dialog.show()
        with qtbot.waitSignal(getattr(dialog, signal)):
            QTest.keyClick(dialog, key)


def test_a_destructive_dialog_has_its_focus_on_cancel(theme: Theme, qtbot):
    dialog = Dialog(theme, "Delete?", primary="Delete 2 models", kind="danger")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert dialog.focusWidget() is dialog.cancel
    assert [ring.target for ring in dialog.findChildren(FocusRing)] == [dialog.cancel]
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_a_form_begins_in_its_first_field_and_tab_ends_in_the_footer(theme: Theme, qtbot):
    dialog = Dialog(theme, "Add a host", primary="Add host")
    fields = [TextField(theme), TextField(theme)]
    quiet = Button(theme, "Remove host", "quiet")
    for field in fields:
        dialog.body.addWidget(field)
    dialog.set_quiet(quiet)
    qtbot.addWidget(dialog)
    dialog.show()
    for expected in (*fields, quiet, dialog.cancel, dialog.primary, fields[0]):
        assert dialog.focusWidget() is expected
        QTest.keyClick(expected, Qt.Key.Key_Tab)


def test_enter_on_cancel_cancels_a_form_too(theme: Theme, qtbot):
    dialog = Dialog(theme, "Add a host", primary="Add host")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.cancel.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.cancel, Qt.Key.Key_Return)


def test_the_primary_button_is_the_rightmost(theme: Theme, qtbot):
    dialog = Dialog(theme, "Pull a model", primary="Pull to 2 hosts")
    qtbot.addWidget(dialog)
    dialog.show()
    assert (
        dialog.primary.mapTo(dialog, dialog.primary.rect().topLeft()).x()
        > dialog.cancel.mapTo(dialog, dialog.cancel.rect().topRight()).x()
    )


def test_a_dialog_is_as_high_as_its_wrapped_words(theme: Theme, qtbot):
    heights = []
    for words in ("short", "many words " * 60):
        dialog = Dialog(theme, "Delete?", primary="Delete")
        dialog.body.addWidget(Label(theme, words, wraps=True))
        qtbot.addWidget(dialog)
        dialog.show()
        heights.append(dialog.height())
    assert heights[1] > heights[0] + 60


def test_tags_that_do_not_fit_go_on_in_the_next_line(theme: Theme, qtbot):
    facts = KeyValues(theme)
    qtbot.addWidget(facts)
    facts.add_tags("Can do", ("Chat", "Vision", "Tools", "Thinking", "Embedding"))
    facts.resize(270, facts.heightForWidth(270))
    facts.show()
    ends = {tag.mapTo(facts, tag.rect().bottomRight()) for tag in facts.findChildren(Tag)}
    assert max(end.x() for end in ends) < facts.width()
    assert max(end.y() for end in ends) < facts.height()


def test_an_endless_word_does_not_widen_a_section(theme: Theme, qtbot):
    facts = KeyValues(theme)
    qtbot.addWidget(facts)
    facts.add("Architecture", "x" * 300)
    assert facts.minimumSizeHint().width() < 200


def test_a_copy_button_copies_what_stands_beside_it(theme: Theme, qtbot):
    facts = KeyValues(theme)
    qtbot.addWidget(facts)
    facts.add("Digest", "7cdf5a0187d5", copied="sha256:7cdf5a0187d5", mono=True)
    facts.add("Empty", "", copied="")
    (button,) = facts.findChildren(CopyButton)
    button.click()
    assert QGuiApplication.clipboard().text() == "sha256:7cdf5a0187d5"


def test_a_section_from_the_menu_takes_the_last_tab(theme: Theme, window: QWidget, qtbot):
    tabs = TabBar(theme, ["Overview", "Parameters", "Template", "Licence"], parent=window)
    tabs.resize(500, 32)
    with qtbot.waitSignal(tabs.chosen) as heard:
        tabs.choose(3)
    assert heard.args == [3]
    assert tabs.current == 3


def test_a_toast_is_offered_once_and_undone_by_its_button(theme: Theme, window: QWidget, qtbot):
    done = []
    toast = Toast(theme, window)
    window.resize(600, 300)
    show(qtbot, window)
    toast.say("Deleted", "Undo", lambda: done.append("undone"))
    toast.findChildren(QPushButton)[0].click()
    assert done == ["undone"]
    assert toast.text == ""


def test_arrow_keys_walk_the_rail(theme: Theme, qtbot):
    rail = Rail(theme)
    qtbot.addWidget(rail)
    items = [RailItem(theme, "boxes", "Models"), RailItem(theme, "server", "Hosts")]
    for item in items:
        rail.add(item)
    items[0].setChecked(True)
    show(qtbot, rail)
    items[0].setFocus()
    QTest.keyClick(items[0], Qt.Key.Key_Down)
    assert items[1].hasFocus()


def test_a_badge_is_said_in_words(theme: Theme, qtbot):
    item = RailItem(theme, "arrow-down-to-line", "Jobs")
    qtbot.addWidget(item)
    item.set_badge("3", "3 jobs run")
    assert item.accessibleDescription() == "3 jobs run"


def test_a_banner_is_read_as_one_sentence_with_its_facts(theme: Theme, qtbot):
    banner = Banner(theme, "danger", "Nothing listens.", "Is Ollama running?")
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "Nothing listens. Is Ollama running?"


def test_of_many_announcements_the_first_is_read_out_and_then_the_latest(qapp: QApplication):
    source = QWidget()
    announcer = Announcer(source)
    for text in ("one", "two", "three"):
        announcer.say(text)
    assert announcer.spoken == "one"
    (pause,) = source.findChildren(QTimer)
    pause.timeout.emit()
    assert announcer.spoken == "three"


def test_the_wheel_passes_by_a_choice_without_focus(theme: Theme, window: QWidget, qtbot):
    choice = Choice(theme, parent=window)
    choice.addItems(["1", "2", "3"])
    show(qtbot, window)
    choice.clearFocus()
    QTest.wheelEvent(window.windowHandle(), choice.geometry().center(), QPoint(0, -120))
    assert choice.currentIndex() == 0


def test_components_can_be_drawn_in_both_themes_at_150_percent(theme: Theme, qtbot):
    from tests.qt import gallery

    page = gallery.page(theme)
    qtbot.addWidget(page)
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        theme.set_mode(mode)
        assert not page.grab().isNull()
    theme.set_text_scale(1.5)
    assert not page.grab().isNull()


def test_an_open_dialog_outlives_a_collection_of_garbage(theme: Theme, window: QWidget, qtbot):
    def titles() -> list[str]:
        return [top.windowTitle() for top in QApplication.topLevelWidgets() if top.isVisible()]

    Dialog(theme, "Nobody holds this", primary="Go", parent=window).open()
    gc.collect()
    assert "Nobody holds this" in titles()
    for top in QApplication.topLevelWidgets():
        if top.windowTitle() == "Nobody holds this":
            top.close()


def test_a_banners_icon_stands_beside_its_words_whatever_lies_below(theme: Theme, qtbot):
    button = QPushButton("Retry")
    banner = Banner(theme, "danger", "Down", "Refused", actions=(button,), actions_below=True)
    qtbot.addWidget(banner)
    banner.resize(300, banner.sizeHint().height())
    show(qtbot, banner)
    sentence, facts = banner.findChildren(Label)
    icon = next(iter(banner.findChildren(Icon)))
    assert abs(icon.geometry().center().y() - (sentence.y() + facts.geometry().bottom()) / 2) <= 1


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_text_area_grows_so_that_its_first_line_stays_in_sight(
    theme: Theme, window: QWidget, qtbot, scale: float
):
    theme.set_text_scale(scale)
    area = TextArea(theme, "System prompt", least=2, most=8)
    QVBoxLayout(window).addWidget(area)
    show(qtbot, window)
    area.setFocus()
    for line in range(8):
        QTest.keyClicks(area, f"Line {line}")
        assert area.verticalScrollBar().value() == 0
        if line < 7:
            QTest.keyClick(area, Qt.Key.Key_Return)


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
def test_a_splitter_is_a_hairline_that_is_gripped_beside_it_too(
    theme: Theme, qtbot, orientation: Qt.Orientation
):
    splitter = HairlineSplitter(theme, orientation)
    qtbot.addWidget(splitter)
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(401, 401)
    show(qtbot, splitter)
    handle, before = splitter.handle(1), splitter.sizes()
    assert sum(before) == 400
    grip = handle.rect().topLeft() + QPoint(1, 1)
    assert splitter.childAt(handle.mapTo(splitter, grip)) is handle
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(handle, grip + QPoint(40, 40))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=grip)
    assert splitter.sizes() == [before[0] + 40, before[1] - 40]


def test_a_field_that_filters_is_as_wide_with_a_text_as_without(theme: Theme, qtbot):
    field = SearchField(theme, "Filter")
    qtbot.addWidget(field)
    before = field.sizeHint()
    field.setText("qwen")
    assert field.sizeHint() == before
