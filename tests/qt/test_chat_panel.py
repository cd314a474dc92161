"""The panel beside a conversation: what it shows, what it tells, and what it leaves alone."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.chat.snapshot import Meter
from desktop.domain.conversation import AnswerFormat, ConversationId, Overflow, Parameters
from desktop.domain.model import Capability, ModelCard, ModelDetails
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.numbers import NumberProblem, Span, doubling, even, nearest, parse, shown
from desktop.ui.chat.panel.panel import ParametersPanel
from desktop.ui.chat.panel.schema_editor import LIST, OBJECT, schema_problem
from desktop.ui.chat.panel.stops import read, written

CARD = ModelCard(
    parameters='temperature 0.7\ntop_p 0.8\nstop "<|im_end|>"',
    system="You are Qwen.",
    metadata={"general.architecture": "qwen2", "qwen2.context_length": 32768},
)
METER = Meter(counted=6000, system=800, messages=5200, fresh=860, context=16384, is_effective=True)
THINKS = {Capability.THINKING}
EVERYTHING = Parameters(
    system="Be brief.",
    temperature=0.4,
    top_p=0.5,
    top_k=20,
    min_p=0.05,
    seed=-1,
    num_ctx=8192,
    num_predict=100,
    num_gpu=20,
    repeat_penalty=1.1,
    stop=("<end>", "\n\n"),
    keep_alive="30m",
    think=True,
    format=AnswerFormat.SCHEMA,
    schema=OBJECT,
    overflow=Overflow.DROP_OLDEST,
)


class Shown:
    """The panel as a page has it: what it tells is shown again."""

    def __init__(self, theme: Theme, settings: SettingsFile) -> None:
        self.panel = ParametersPanel(theme, settings)
        self.told: list[Parameters] = []
        self.card: ModelCard | None = CARD
        self.panel.changed.connect(self._on_changed)
        self.show(Parameters())

    @property
    def rows(self) -> dict[str, Any]:
        return {**self.panel.rows}

    @property
    def last(self) -> Parameters:
        return self.told[-1]

    def show(self, parameters: Parameters, conversation: str = "a", meter: Meter = METER) -> None:
        self.panel.show_conversation(
            parameters,
            self.card,
            THINKS,
            meter,
            conversation=ConversationId(conversation),
            host_name="tower",
        )

    def type(self, name: str, text: str) -> None:
        field = self.rows[name].field
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        for number, line in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(field, Qt.Key.Key_Return)
            QTest.keyClicks(field, line)

    def _on_changed(self, parameters: Parameters) -> None:
        self.told.append(parameters)
        self.show(parameters)


@pytest.fixture
def settings(tmp_path: Path):
    file = SettingsFile(tmp_path / "settings.json", pause=0)
    yield file
    file.close()


@pytest.fixture
def shown_panel(theme: Theme, qtbot, settings: SettingsFile) -> Shown:
    found = Shown(theme, settings)
    qtbot.addWidget(found.panel)
    found.panel.resize(286, 1600)
    with qtbot.waitActive(found.panel):
        found.panel.show()
    return found


def test_what_is_shown_is_never_told(shown_panel: Shown):
    for parameters in (EVERYTHING, Parameters(), EVERYTHING):
        for conversation in ("a", "b"):
            shown_panel.show(parameters, conversation)
    shown_panel.card = None
    shown_panel.show(EVERYTHING, meter=Meter())
    assert shown_panel.told == []


def test_every_parameter_has_a_row_and_a_way_back(shown_panel: Shown):
    panel = shown_panel.panel
    shown_panel.show(EVERYTHING)
    names = {part.name for part in fields(Parameters)}
    assert set(panel.rows) == names - {"schema"}
    assert [name for name, row in panel.rows.items() if row.reset.isHidden()] == []
    for row in panel.rows.values():
        row.reset.click()
    assert shown_panel.last == Parameters(schema=OBJECT)
    assert [name for name, row in panel.rows.items() if not row.reset.isHidden()] == []


def test_a_row_says_whose_default_holds(shown_panel: Shown):
    rows = shown_panel.rows
    assert rows["temperature"].hint.text() == "This model's default"
    assert rows["temperature"].field.text() == "0.7"
    assert rows["top_k"].hint.text() == "Ollama's default"
    assert rows["num_ctx"].hint.text() == "Set by tower: 16 k"
    assert rows["num_ctx"].field.text() == ""
    shown_panel.show(replace(Parameters(), temperature=0.4, seed=7, num_ctx=8192))
    assert rows["temperature"].hint.text() == "This model's default is 0.7"
    assert rows["seed"].hint.text() == "Ollama's default is random"
    assert rows["num_ctx"].hint.text() == "tower gives 16 k until it loads the model anew"


def test_before_the_card_is_read_no_default_is_claimed(shown_panel: Shown):
    shown_panel.card = None
    shown_panel.show(Parameters())
    row = shown_panel.rows["temperature"]
    assert (row.field.text(), row.hint.text()) == ("", "As the model has it")


def test_a_typed_number_is_told_and_a_wrong_one_is_marked_and_not_told(shown_panel: Shown):
    shown_panel.type("temperature", "0.3")
    assert shown_panel.last.temperature == pytest.approx(0.3)
    count = len(shown_panel.told)
    row = shown_panel.rows["temperature"]
    QTest.keyClicks(row.field, "x")
    assert row.field.property("wrong") is True
    assert row.hint.text() == "This is not a number."
    shown_panel.show(shown_panel.last)
    assert row.field.text() == "0.3x"
    assert len(shown_panel.told) == count
    QTest.keyClick(row.field, Qt.Key.Key_Backspace)
    assert row.field.property("wrong") is False


def test_an_emptied_number_is_the_default_again(shown_panel: Shown):
    shown_panel.type("temperature", "0.3")
    shown_panel.type("temperature", "")
    assert shown_panel.last.temperature is None
    shown_panel.panel.presets.setFocus()
    assert shown_panel.rows["temperature"].field.text() == "0.7"


def test_what_is_being_typed_is_not_replaced_but_by_another_conversation(shown_panel: Shown):
    shown_panel.type("top_p", "0.")
    shown_panel.type("system", "Be")
    shown_panel.show(replace(shown_panel.last, top_p=0.55, system="Other"))
    assert shown_panel.rows["system"].field.toPlainText() == "Be"
    shown_panel.type("top_p", "0.")
    shown_panel.show(replace(shown_panel.last, top_p=0.55))
    assert shown_panel.rows["top_p"].field.text() == "0."
    shown_panel.show(Parameters(top_p=0.55, system="Other"), "b")
    assert shown_panel.rows["top_p"].field.text() == "0.55"
    assert shown_panel.rows["system"].field.toPlainText() == "Other"


def test_a_context_that_nobody_knows_yet_is_the_hosts_own(shown_panel: Shown):
    row = shown_panel.panel.context
    shown_panel.show(Parameters(), meter=Meter())
    assert (row.field.text(), row.field.placeholderText()) == ("", "host's own")
    words = row.field.fontMetrics().horizontalAdvance("host's own")
    assert row.field.width() > words + 12
    assert not row.slider.is_known
    row.slider.setValue(3)
    assert row.slider.is_known
    assert shown_panel.last.num_ctx == 4096


def test_a_slider_walks_in_powers_of_two_up_to_the_trained_context(shown_panel: Shown):
    row = shown_panel.panel.context
    row.slider.setValue(row.slider.maximum())
    assert shown_panel.last.num_ctx == 32768
    row.slider.setValue(row.slider.maximum() - 1)
    assert shown_panel.last.num_ctx == 16384
    shown_panel.type("num_ctx", "40000")
    assert shown_panel.last.num_ctx != 40000
    assert "32768" in row.hint.text()


def test_a_system_prompt_can_be_left_to_the_model_or_sent_empty(shown_panel: Shown):
    row = shown_panel.panel.prompt
    assert row.field.placeholderText() == "You are Qwen."
    shown_panel.type("system", "x")
    shown_panel.type("system", "")
    assert shown_panel.last.system == ""
    row.reset.click()
    assert shown_panel.last.system is None
    shown_panel.card = ModelCard()
    shown_panel.show(Parameters())
    shown_panel.type("system", "x")
    shown_panel.type("system", "")
    assert shown_panel.last.system is None


def test_thinking_is_offered_only_to_models_that_think_and_by_level_to_gpt_oss(
    shown_panel: Shown,
):
    think = shown_panel.panel.think
    assert think.segments.words == ("Off", "On")
    assert think.segments.current is None
    think.segments.button(0).click()
    assert shown_panel.last.think is False
    shown_panel.card = ModelCard(details=ModelDetails(family="gptoss"))
    shown_panel.show(Parameters(think="high"))
    assert think.segments.words == ("Low", "Medium", "High")
    assert think.segments.current == 2
    shown_panel.panel.show_conversation(Parameters(), CARD, set(), METER)
    assert think.isHidden()


def test_a_schema_begins_with_an_example_and_a_wrong_one_is_not_told(shown_panel: Shown):
    row = shown_panel.panel.format
    row.segments.button(2).click()
    assert (shown_panel.last.format, shown_panel.last.schema) == (AnswerFormat.SCHEMA, OBJECT)
    row.editor.begin(LIST)
    assert shown_panel.last.schema == LIST
    row.editor.field.setFocus()
    row.editor.field.setPlainText('{"type": "object",\n}')
    assert row.editor.problem.text().startswith("Line 2, column 1: ")
    shown_panel.show(shown_panel.last)
    assert row.editor.field.toPlainText() == '{"type": "object",\n}'
    assert shown_panel.last.schema == LIST


def test_the_examples_are_schemas():
    assert schema_problem(OBJECT) == schema_problem(LIST) == ""
    assert schema_problem(" ") != ""
    assert schema_problem("[1]") != ""


def test_a_time_to_stay_loaded_is_chosen_or_typed(shown_panel: Shown):
    row = shown_panel.panel.keep
    row.choice.activated.emit(3)
    assert shown_panel.last.keep_alive == -1
    row.choice.activated.emit(row.choice.count() - 1)
    QTest.keyClicks(row.field, "30 mi")
    assert row.field.property("wrong") is True
    QTest.keyClicks(row.field, "n")
    assert shown_panel.last.keep_alive == "30m"
    shown_panel.panel.presets.setFocus()
    assert row.field.isHidden()
    assert row.choice.currentText() == "30 min after the last answer"
    shown_panel.show(Parameters(keep_alive=300))
    assert row.choice.currentText() == "5 minutes after the last answer"


def test_stop_sequences_stand_one_per_line_with_what_is_not_seen_escaped(shown_panel: Shown):
    row = shown_panel.rows["stop"]
    shown_panel.panel.more.show_open(True)
    assert row.field.placeholderText() == "<|im_end|>"
    shown_panel.type("stop", "\\n\\n\nEND\n")
    assert shown_panel.last.stop == ("\n\n", "END")
    shown_panel.type("stop", "")
    assert shown_panel.last.stop == ()
    stops = ("a\\n", "\n", "\u200b", "你")
    assert read(written(stops)) == stops


def test_the_dice_set_a_seed_and_the_fold_says_what_is_set_in_it(shown_panel: Shown):
    more = shown_panel.panel.more
    assert more.fold.text() == "Show 8 more"
    more.dice.click()
    assert shown_panel.last.seed is not None
    assert more.fold.text() == "Show 8 more, 1 changed"


def test_the_context_is_raised_by_one_click(shown_panel: Shown):
    bar = shown_panel.panel.bar
    assert bar.banner.isHidden()
    shown_panel.show(Parameters(num_ctx=4096), meter=replace(METER, context=4096, cut_off=True))
    assert not bar.banner.isHidden()
    bar.raise_button.click()
    assert shown_panel.last.num_ctx == 16384
    full = Meter(messages=40_000, context=32768, is_effective=True)
    shown_panel.show(Parameters(num_ctx=32768), meter=full)
    assert bar.raise_button.isHidden()


def test_esc_leaves_the_panel(shown_panel: Shown, qtbot):
    with qtbot.waitSignal(shown_panel.panel.closed):
        QTest.keyClick(shown_panel.panel, Qt.Key.Key_Escape)


def menu(shown_panel: Shown) -> dict[str, QAction]:
    return {action.text(): action for action in shown_panel.panel.presets.actions_now()}


def dialog(name: str) -> Any:
    found = [one for one in QApplication.topLevelWidgets() if one.objectName() == name]
    return next(one for one in found if one.isVisible())


def test_a_preset_is_saved_chosen_changed_updated_renamed_and_deleted(
    shown_panel: Shown, settings: SettingsFile
):
    presets = shown_panel.panel.presets
    assert presets.words == "Preset: none"
    shown_panel.show(EVERYTHING)
    menu(shown_panel)["Save as a preset…"].trigger()
    asked = dialog("presetNameDialog")
    asked.field.setText("careful & slow")
    asked.primary.click()
    assert presets.words == "Preset: careful & slow"
    shown_panel.show(Parameters(), "b")
    assert presets.words == "Preset: none"
    menu(shown_panel)["careful && slow"].trigger()
    assert shown_panel.last == EVERYTHING
    shown_panel.type("temperature", "1")
    assert presets.words == "Preset: careful & slow, changed"
    menu(shown_panel)["Update careful && slow"].trigger()
    assert presets.words == "Preset: careful & slow"
    assert settings.settings.chat_page.presets[0].parameters.temperature == 1
    menu(shown_panel)["Rename careful && slow…"].trigger()
    asked = dialog("presetNameDialog")
    asked.field.setText("quick")
    asked.primary.click()
    assert presets.words == "Preset: quick"
    menu(shown_panel)["Delete quick…"].trigger()
    dialog("presetRemovalDialog").primary.click()
    assert settings.settings.chat_page.presets == ()
    assert presets.words == "Preset: none"


def test_a_preset_needs_a_name_of_its_own(shown_panel: Shown):
    shown_panel.show(EVERYTHING)
    for text, is_allowed in (("careful", True), ("Careful", False), ("", False)):
        menu(shown_panel)["Save as a preset…"].trigger()
        asked = dialog("presetNameDialog")
        asked.field.setText(text)
        assert asked.primary.isEnabled() is is_allowed
        asked.done(asked.DialogCode.Accepted if is_allowed else asked.DialogCode.Rejected)


def test_numbers_are_read_as_they_are_written_anywhere():
    assert parse(" 0.7 ", Span(0, 2)) == 0.7
    assert parse("\u22121", Span(0, 9, is_whole=True, special=-1)) == -1
    assert parse("1.5", Span(0, 9, is_whole=True)) is NumberProblem.NOT_WHOLE
    assert parse("nan", Span(0, 9)) is NumberProblem.NOT_A_NUMBER
    assert parse("1e999", Span(0, 9)) is NumberProblem.NOT_A_NUMBER
    assert parse("9.1", Span(0, 9)) is NumberProblem.OUTSIDE
    assert shown(0.1 + 0.2) == "0.3"
    assert shown(1.0) == "1"


def test_a_slider_has_a_place_for_every_number():
    assert even(0, 1, 0.25) == (0, 0.25, 0.5, 0.75, 1)
    assert doubling(512, 3000) == (512, 1024, 2048, 3000)
    assert doubling(300, 300) == (300,)
    assert [nearest((1, 2, 4), value) for value in (0, 1.4, 1.6, 9)] == [0, 0, 1, 2]


def test_the_panel_is_never_narrower_than_its_rows(shown_panel: Shown, qtbot):
    panel, choice = shown_panel.panel, shown_panel.rows["keep_alive"].choice
    choice.addItem("One hour and a half after the last answer of this conversation")
    qtbot.waitUntil(lambda: panel.minimumSizeHint().width() > choice.minimumSizeHint().width())
    panel.resize(panel.minimumSizeHint())
    inside = panel.area.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() == panel.area.viewport().width())
