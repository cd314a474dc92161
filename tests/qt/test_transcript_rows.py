from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from desktop.chat.snapshot import (
    Decision,
    Failure,
    Meter,
    Overfull,
    Phase,
    Place,
    TalkSnapshot,
    Turn,
)
from desktop.diagnostics.explain import Remedy, explain
from desktop.domain.chat import Figures
from desktop.domain.conversation import (
    AnswerFormat,
    BranchStep,
    Ending,
    EntryId,
    Parameters,
)
from desktop.ollama.errors import StreamBroken
from desktop.ui import units
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.chat.json_view import JsonView
from tests.qt.transcript_scene import HEAD, TARGET, Scene, own, said, talk

FIGURES = Figures(12_000_000_000, 4_000_000_000, 1208, 300_000_000, 412, 10_300_000_000)


@pytest.fixture
def scene(theme: Theme) -> Iterator[Scene]:
    made = Scene(theme)
    yield made
    made.view.close()
    made.view.deleteLater()


def words(scene: Scene) -> str:
    labels = scene.view.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def test_an_answer_says_who_gave_it_and_what_it_cost(scene: Scene) -> None:
    answer = said("a", "so", figures=FIGURES, first_token=0.31, done_reason="stop")
    scene.show(talk(own("u", "why?"), answer))
    shown = words(scene)
    for part in ("qwen2.5:14b", "tower", "412 tokens", "40.0 tokens/s", "first token 0.31 s"):
        assert part in shown
    for part in ("loaded in 4.0 s", f"prompt {units.number(1208)}", "stopped by itself"):
        assert part in shown


def test_what_is_wished_of_a_message_names_it(scene: Scene) -> None:
    places = {EntryId("a"): Place(2, 3)}
    scene.show(talk(own("u", "why?"), said("a", "so"), places=places))
    wished: list[tuple[object, ...]] = []
    view = scene.view
    view.regenerate_wanted.connect(lambda entry: wished.append(("again", entry)))
    view.edit_wanted.connect(lambda entry: wished.append(("edit", entry)))
    view.walk_wanted.connect(lambda entry, step: wished.append((step, entry)))
    for name in ("Generate again", "Edit and send as a branch", "Earlier branch", "Later branch"):
        scene.button(name).click()
    steps = (BranchStep.BEFORE, BranchStep.AFTER)
    assert wished == [("again", "a"), ("edit", "u"), *((step, "a") for step in steps)]
    assert "2/3" in words(scene)


@pytest.mark.parametrize("ending", [Ending.STOPPED, Ending.LENGTH, Ending.BROKEN, Ending.KILLED])
def test_a_cut_answer_can_be_continued(scene: Scene, ending: Ending) -> None:
    scene.show(talk(own("u", "why?"), said("a", "because", ending=ending)))
    wished: list[str] = []
    scene.view.continue_wanted.connect(wished.append)
    scene.button("Continue").click()
    assert wished == ["a"]


def test_a_failure_says_why_and_offers_what_mends_it(scene: Scene) -> None:
    error = StreamBroken("it broke off")
    failure = Failure(EntryId("a"), TARGET, error)
    answer = said("a", "half", ending=Ending.BROKEN)
    snapshot = talk(own("u", "why?"), answer, failure=failure)
    scene.view.show_talk(snapshot, None, explain(error))
    scene.settle()
    continued: list[str] = []
    wished: list[Remedy] = []
    scene.view.continue_wanted.connect(continued.append)
    scene.view.remedy_wanted.connect(wished.append)
    scene.button("Continue").click()
    scene.button("Retry").click()
    assert (continued, wished) == (["a"], [Remedy.RETRY])
    assert "half" in scene.text("half").document.toPlainText()


def test_a_message_that_does_not_fit_waits_for_a_decision(scene: Scene) -> None:
    overfull = Overfull(needed=18_200, context=16_384, trained=32_768, droppable=4)
    scene.show(talk(own("u", "long"), overfull=overfull))
    decided: list[Decision] = []
    scene.view.decided.connect(decided.append)
    for name in ("Raise num_ctx", "Leave out the 4 oldest", "Send anyway", "Do not send"):
        scene.button(name).click()
    assert decided == [
        Decision.RAISE_CONTEXT,
        Decision.DROP_OLDEST,
        Decision.SEND_ANYWAY,
        Decision.CANCEL,
    ]
    assert units.number(18_200) in words(scene)


@pytest.mark.parametrize(
    ("phase", "behind", "expected"),
    [
        (Phase.LOADING, "", "Loading qwen2.5:14b on tower, 7 s"),
        (Phase.QUEUED, "Another talk", "Waiting behind “Another talk”, 7 s"),
        (Phase.QUEUED, "", "Waiting behind another request on tower, 7 s"),
        (Phase.READING, "", "Reading the prompt, 7 s"),
    ],
)
def test_what_is_awaited_is_said_with_its_seconds(
    scene: Scene, phase: Phase, behind: str, expected: str
) -> None:
    turn = Turn(EntryId("a"), TARGET, "tower", phase, 1.0, 3.0, behind)
    scene.show(talk(own("u", "why?"), turn=turn))
    assert expected in words(scene)


def test_messages_that_were_left_out_are_marked(scene: Scene) -> None:
    answer = said("b", "so", unseen=(EntryId("u"), EntryId("a")))
    scene.show(talk(own("u", "old"), said("a", "older"), own("v", "new"), answer))
    assert words(scene).count("Not seen by the model") == 2


def test_older_messages_that_were_cut_off_silently_are_warned_of(scene: Scene) -> None:
    scene.show(talk(own("u", "why?"), said("a", "so"), meter=Meter(cut_off=True)))
    wished: list[Remedy] = []
    scene.view.remedy_wanted.connect(wished.append)
    scene.button("Raise num_ctx").click()
    assert wished == [Remedy.RAISE_CONTEXT]


def test_a_thought_unfolds_below_its_line_which_stays_where_it_is(scene: Scene) -> None:
    answer = said("a", "so", thinking="hm\n\nwell", thought_for=6.2)
    scene.show(talk(own("u", "why?"), answer))
    fold = scene.button("Thought for 6.2 s")
    top = fold.mapTo(scene.view, fold.rect().topLeft())
    fold.click()
    assert "well" in scene.text("well").document.toPlainText()
    assert fold.mapTo(scene.view, fold.rect().topLeft()) == top
    fold.click()
    with pytest.raises(AssertionError):
        scene.text("well")


def test_a_thought_that_goes_on_counts_its_seconds(scene: Scene) -> None:
    scene.begin(own("u", "why?"))
    assert scene.growth is not None
    scene.growth.thinking_began = 6.0
    scene.growth.thinking.feed("let me see")
    scene.view.grow()
    assert scene.button("Thinking… 4 s").isVisible()
    scene.growth.thought_for = 4.5
    scene.say("so")
    assert scene.button("Thought for 4.5 s").isVisible()


@pytest.mark.parametrize(("asked", "now"), [("json", "text"), ("text", "json")])
def test_json_that_was_asked_for_is_a_tree_whatever_is_asked_for_now(
    scene: Scene, asked: str, now: str
) -> None:
    head = replace(HEAD, parameters=Parameters(format=AnswerFormat(now)))
    answer = said("a", '{"a": [1, 2]}', format=AnswerFormat(asked))
    scene.show(TalkSnapshot(head, (own("u", "list them"), answer)))
    assert (scene.view.findChild(JsonView) is not None) is (asked == "json")


def test_what_was_counted_of_a_part_alone_is_not_said_to_be_all(scene: Scene) -> None:
    answer = said("a", "so", thinking="hm", figures=FIGURES, has_uncounted=True)
    scene.show(talk(own("u", "why?"), replace(answer, thought_for=0.69)))
    assert "at least 412 tokens" in words(scene)
    assert scene.button("Thought for 0.7 s").accessibleName() == "Thought for 0.7 s"


def test_an_empty_conversation_says_what_can_be_done(scene: Scene) -> None:
    scene.show(talk())
    assert "Drop a text file" in words(scene)
    scene.show(talk(own("u", "why?")))
    assert "Drop a text file" not in words(scene)


def test_the_beginning_and_the_end_of_an_answer_are_read_out(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(
        "desktop.ui.bridge.announce.Announcer.say", lambda _announcer, text: spoken.append(text)
    )
    question = own("u", "why?")
    turn = Turn(EntryId("growing"), TARGET, "tower", Phase.READING, 0.0, 0.0)
    scene.show(talk(question, turn=turn))
    scene.begin(question)
    scene.say("Because it rains.")
    scene.end(question)
    assert spoken == ["Answering", "Answer complete: Because it rains."]


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_it_stands_on_the_ground_of_the_sheet(scene: Scene, theme: Theme, mode: ThemeMode) -> None:
    theme.set_mode(mode)
    scene.show(talk(own("u", "why?")))
    ground = scene.view.grab().toImage().pixelColor(3, 400)
    assert ground.name() == theme.color("surface").name()
