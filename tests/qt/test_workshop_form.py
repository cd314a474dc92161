from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop.domain.modelfile import parse
from desktop.domain.modelfile_edit import value_of, values_of
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.form.form import ModelfileForm
from desktop.ui.workshop.form.licences_dialog import LicencesDialog
from desktop.ui.workshop.form.messages_dialog import MessagesDialog
from tests.qt.workshop_form import BASES, TEXT, FormAndText


@pytest.fixture
def both(theme: Theme) -> Iterator[FormAndText]:
    shown = FormAndText(theme)
    yield shown
    shown.form.close()
    shown.form.deleteLater()


def write(widget, text: str) -> None:
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)


def focused(both: FormAndText) -> QWidget:
    widget = both.form.focusWidget()
    assert widget is not None
    return widget


def hint(both: FormAndText) -> str:
    return both.form.base.choice.accessibleDescription()


def test_what_is_shown_is_not_told(both: FormAndText):
    both.show(TEXT.replace("0.2", "0.9").replace("MIT", "BSD"))
    assert both.texts == []
    assert both.row("temperature").field.text() == "0.9"


def test_a_typed_value_changes_its_place_and_nothing_else(both: FormAndText):
    write(both.row("num_ctx").field, "8192")
    assert both.text == TEXT.replace('"abc"', "8192")


def test_a_slider_sets_its_parameter(both: FormAndText):
    row = both.row("temperature")
    row.slider.setFocus()
    QTest.keyClick(row.slider, Qt.Key.Key_Right)
    assert value_of(parse(both.text), "temperature") == "0.25"
    assert row.field.text() == "0.25"


def test_a_wrong_value_says_what_can_be_typed(both: FormAndText):
    row = both.row("num_ctx")
    assert row.below.text().replace(",", "") == "A whole number, 4 to 32768 for this model".replace(
        ",", ""
    )
    assert row.field.property("wrong") is True
    write(row.field, "99999")
    assert "More than" in row.below.text()
    assert row.field.property("wrong") is False


def test_a_field_that_is_typed_in_is_not_overwritten(both: FormAndText):
    field = both.row("num_ctx").field
    write(field, "40")
    both.show(TEXT.replace('"abc"', "16384"))
    assert field.text() == "40"
    both.form.system.setFocus()
    both.show(TEXT.replace('"abc"', "16385"))
    assert field.text() == "16385"


def test_a_change_is_made_in_the_newest_text(theme: Theme):
    newest = TEXT.replace("0.2", "0.9")
    form = ModelfileForm(theme, lambda: newest)
    parsed = parse(TEXT)
    form.show_text(TEXT, parsed)
    asked: list[str] = []
    form.text_wanted.connect(asked.append)
    form.parameters.add_one("seed")
    assert value_of(parse(asked[0]), "temperature") == "0.9"
    form.deleteLater()


def test_another_draft_replaces_what_is_typed(both: FormAndText):
    write(both.row("num_ctx").field, "40")
    both.form.forget_typing()
    both.show(TEXT)
    assert both.row("num_ctx").field.text() == "abc"


def test_an_added_parameter_is_written_and_gets_the_focus(both: FormAndText):
    menu = both.form.parameters.add.menu()
    menu.aboutToShow.emit()
    names = [action.text().partition("\t")[0] for action in menu.actions()]
    assert "stop" in names
    assert "temperature" not in names
    menu.actions()[names.index("seed")].trigger()
    assert value_of(parse(both.text), "seed") == "-1"
    assert QApplication.focusWidget() is both.row("seed").field


def test_one_of_several_stops_goes_with_its_line(both: FormAndText):
    both.form.parameters.add_one("stop")
    write(both.row("stop", 1).field, "a\\n")
    assert values_of(parse(both.text), "stop") == ("<|im_end|>", "a\n")
    assert 'PARAMETER stop "<|im_end|>"' in both.text
    both.row("stop").remove.click()
    assert values_of(parse(both.text), "stop") == ("a\n",)


def test_a_system_prompt_keeps_the_lines_around_it(both: FormAndText):
    assert both.form.system.text == "You review HTTP APIs."
    write(both.form.system, "Be brief.")
    assert value_of(parse(both.text), "system") == "\nBe brief.\n"
    assert both.text.index("mirostat") < both.text.index("SYSTEM") < both.text.index("MESSAGE")


def test_an_emptied_system_prompt_goes_when_it_is_left(both: FormAndText):
    both.form.system.setFocus()
    both.form.system.selectAll()
    QTest.keyClick(both.form.system, Qt.Key.Key_Delete)
    assert value_of(parse(both.text), "system") == ""
    both.form.base.line.setFocus()
    assert value_of(parse(both.text), "system") is None


def test_what_the_parser_would_drop_is_refused_at_the_field(both: FormAndText):
    both.form.system.setFocus()
    both.form.system.selectAll()
    both.form.system.insertPlainText("a\u200db")
    assert both.texts == []
    said = both.form.system.accessibleDescription()
    assert said.startswith("Ollama's parser drops a character")
    both.show(TEXT.replace("review", "read"))
    assert both.form.system.text == "a\u200db"
    both.form.base.line.setFocus()
    both.show(TEXT)
    assert both.form.system.text == "You review HTTP APIs."


def test_a_text_that_is_no_modelfile_is_not_edited(both: FormAndText):
    both.show(TEXT.replace("PARAMETER num_ctx", "PARAMETR num_ctx"))
    assert not both.form.base.isEnabled()
    assert both.form._banner.accessibleName().startswith("Mend line 6 first")
    assert [row.name for row in both.form.parameters.rows] == ["temperature"]
    both.show(TEXT)
    assert both.form.base.isEnabled()


def test_a_text_without_a_from_gets_one(theme: Theme):
    shown = FormAndText(theme, "# mine\n")
    shown.form.base.choice.activated.emit(shown.form.base.choice.findText("llama3.2:1b"))
    assert shown.text == "FROM llama3.2:1b\n# mine\n"
    shown.form.close()


def test_the_base_says_where_it_is_and_what_would_be_downloaded(both: FormAndText):
    assert hint(both).endswith("Nothing would be downloaded.")
    write(both.form.base.line, "llama3.2:1b")
    assert "On nas." in hint(both)
    assert "it would be pulled there." in hint(both)
    write(both.form.base.line, "no name")
    assert hint(both) == "A name has no spaces. Leave out what is not part of it."
    assert BASES.full_type("llama3.2:1b") == "F16"


def test_arrow_keys_go_through_the_models_and_open_no_file_dialog(both: FormAndText):
    both.form.base.choice.setFocus()
    for _ in range(4):
        QTest.keyClick(both.form.base.choice, Qt.Key.Key_Down)
    assert value_of(parse(both.text), "model") == "llama3.2:1b"
    assert both.form.base.text == "llama3.2:1b"
    assert not both.form.findChildren(QFileDialog)


def test_sample_messages_are_ordered_and_the_empty_left_out(both: FormAndText):
    assert both.form.messages.count.text() == "1 exchange"
    both.form.messages.add.click()
    (dialog,) = both.form.window().findChildren(MessagesDialog)
    dialog.activateWindow()
    first, second, third, _ = dialog.rows
    QTest.keyClicks(third.area, "And?")
    assert dialog.rows[0] is first
    second.up.click()
    assert dialog.rows[0] is second
    dialog.primary.click()
    said = values_of(parse(both.text), "message")
    assert [text.partition(":")[0] for text in said] == ["assistant", "user", "user"]
    assert both.form.messages.count.text() == "3 messages"


def test_the_licence_is_edited_in_its_dialog(both: FormAndText):
    assert both.form.licences.summary.text() == "MIT"
    both.form.licences.edit.click()
    (dialog,) = both.form.window().findChildren(LicencesDialog)
    write(dialog.areas[0], "Apache-2.0")
    dialog.primary.click()
    assert values_of(parse(both.text), "license") == ("Apache-2.0",)


def test_the_template_is_its_base_s_own_until_one_is_written(both: FormAndText):
    fold = both.form.template
    assert fold.summary.text() == "the base model's own"
    fold.set_open(is_open=True)
    write(fold.area, "{{ .Prompt }}")
    assert value_of(parse(both.text), "template") == "{{ .Prompt }}"
    assert fold.summary.text() == "1 line"


def test_tab_goes_through_the_rows_as_they_stand(both: FormAndText):
    both.form.parameters.add_one("min_p")
    QApplication.processEvents()  # Now it has its place.
    order = [both.row("min_p"), both.row("num_ctx"), both.row("temperature")]
    order.sort(key=lambda row: row.y())
    both.form.activateWindow()
    both.form.parameters.add.setFocus()
    reached: list[QWidget] = []
    for _ in range(12):
        QTest.keyClick(focused(both), Qt.Key.Key_Tab)
        reached.append(focused(both))
    places = [reached.index(row.field) for row in order]
    assert places == sorted(places)
    assert both.form.messages.add in reached


def test_of_thousands_of_parameters_the_first_have_a_row(both: FormAndText):
    assert both.form.parameters.further.isHidden()
    both.show("FROM a\n" + "PARAMETER stop x\n" * 3_000)
    assert len(both.form.parameters.rows) == 60
    assert both.form.parameters.further.text() == f"and {units.number(2_940)} more in the text"


def test_a_line_without_end_is_broken_anywhere(both: FormAndText):
    """Looking for words in it would take minutes."""
    both.show(f"FROM a\nSYSTEM {'x' * 60_000}\n")
    assert both.form.system.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
