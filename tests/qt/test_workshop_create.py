"""The create bar, and the questions before something is replaced or sent."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from desktop.domain.address import HostAddress
from desktop.domain.creation import FilePart, ModelFile
from desktop.domain.gguf_facts import GgufFacts, GgufKind, Split
from desktop.domain.gguf_trouble import GgufProblem, GgufTrouble
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.model import InstalledModel
from desktop.domain.modelfile import parse
from desktop.domain.modelfile_check import check
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.create_bar import CreateBar
from desktop.ui.workshop.file_words import doubt_words, kind_words
from desktop.ui.workshop.files_question import FilesQuestion
from desktop.ui.workshop.form.bases import bases_of
from desktop.ui.workshop.gguf_view import GgufView, facts_of
from desktop.ui.workshop.intents import Intents
from desktop.ui.workshop.replace_question import ReplaceQuestion, standing_on
from desktop.workshop.doubts import Doubt
from desktop.workshop.draft import Draft, DraftId
from desktop.workshop.files import Survey
from desktop.workshop.kinds import SourceKind
from desktop.workshop.looking import SourceFile

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
OLD = InstalledModel("api-reviewer:latest", size=9_000_000_000, modified_at=NOW - timedelta(days=3))
TOWER, MAC, NAS = HostId("1"), HostId("2"), HostId("3")


def snapshot(host_id: HostId, name: str, *, up: bool = True, models=()) -> HostSnapshot:
    state = HostState.UP if up else HostState.DOWN
    host = Host(host_id, HostAddress("http", "127.0.0.1", 11434), name)
    return HostSnapshot(host, state, models=models, models_known=up)


HOSTS = (
    snapshot(TOWER, "tower", models=(OLD,)),
    snapshot(MAC, "studio & mac"),
    snapshot(NAS, "nas", up=False),
)


def source(name: str, *doubts: Doubt, kind=SourceKind.GGUF, header=None, size=4_700_000_000):
    file = ModelFile(Path("/models") / name, name, size, FilePart.BASE)
    return SourceFile(file, f"./{name}", kind, frozenset(doubts), header)


@pytest.fixture
def bar(theme: Theme):
    made = CreateBar(theme)
    made.show_hosts(HOSTS)
    made.resize(theme.px(1160), made.sizeHint().height())
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def test_the_bar_says_what_is_still_missing(bar: CreateBar):
    wrong = "FROM x\nPARAMETER num_ctx abc\n"
    bar.show_source(check(wrong, parse(wrong)))
    assert (bar.why_not, bar.button.isEnabled()) == ("Mend line 2 first", False)
    bar.show_source(check("# empty\n", parse("# empty\n")))
    assert bar.why_not == "No base model yet"
    bar.show_source(())
    assert bar.why_not == "No name yet"
    QTest.keyClicks(bar.field, "two words")
    assert bar.why_not.startswith("This name cannot be: A name has no spaces.")
    bar.show_draft("api-reviewer", ())
    assert bar.why_not == "Choose a host"
    bar.show_source((), obstacle="lora.gguf is missing")
    assert bar.why_not == "lora.gguf is missing"


def test_create_names_the_hosts_that_are_up(bar: CreateBar):
    asked: list[tuple[object, ...]] = []
    bar.create_wanted.connect(lambda *values: asked.append(values))
    bar.show_source((), "F16")
    bar.show_draft("api-reviewer", [MAC, NAS], "Q4_K_M")
    assert bar.button.text() == "Create on studio && mac"
    QTest.mouseClick(bar.hosts.chip(TOWER), Qt.MouseButton.LeftButton)
    assert bar.button.text() == "Create on 2 hosts"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert asked == [("api-reviewer", (TOWER, MAC), "Q4_K_M")]


def test_a_host_that_is_down_comes_back_as_it_was_chosen(bar: CreateBar):
    bar.show_draft("x", [NAS])
    assert not bar.hosts.chip(NAS).isEnabled()
    assert bar.chosen == ()
    bar.show_hosts((*HOSTS[:2], snapshot(NAS, "nas")))
    assert bar.chosen == (NAS,)


def test_the_host_of_a_draft_that_is_shown_before_any_answers_is_the_first(bar: CreateBar):
    down = [snapshot(one.id, one.host.label, up=False) for one in HOSTS]
    draft = Draft(DraftId("1"), "reviewer")
    bar.show_hosts(down)
    bar.show_draft("reviewer:latest", Intents().of(draft, down).hosts)
    assert bar.chosen == ()
    bar.show_hosts(HOSTS)
    assert bar.chosen == (TOWER,)
    assert Intents().of(draft, (HOSTS[2], HOSTS[1])).hosts == (MAC,)


def test_types_are_offered_only_for_a_full_one(bar: CreateBar):
    bar.show_source(())
    assert bar.types.isHidden()
    bar.show_source((), "F16")
    assert bar.types.isVisible()
    assert bar.types.itemText(0) == "Keep F16"
    assert bar.types.findData("F16") == -1
    assert bar.quantize == ""


def test_the_hosts_models_are_the_bases_to_choose_from():
    bases = bases_of(HOSTS, {TOWER, NAS})
    found = bases.find("API-Reviewer")
    assert found is not None
    assert (found.hosts, bases.wanted) == (("tower",), ("tower", "nas"))


def test_replacing_is_asked_with_cancel_focused(theme: Theme):
    found = standing_on("API-reviewer", HOSTS, [TOWER, MAC])
    dialog = ReplaceQuestion(theme, "api-reviewer:latest", found, NOW)
    dialog.show()
    dialog.activateWindow()
    line = "api-reviewer:latest is on tower already, made 3 days ago. Replace it?"
    assert dialog.line.text() == line
    assert dialog.primary.text() == "Replace on tower"
    assert dialog.focusWidget() is dialog.cancel
    dialog.close()


def test_plain_files_are_sent_with_one_key(theme: Theme):
    dialog = FilesQuestion(theme, Survey("", (source("a.gguf"),)), ["tower", "nas"])
    dialog.show()
    dialog.activateWindow()
    assert (dialog.title.text(), dialog.primary.text()) == (
        "Upload 1 file?",
        "Upload 4.7 GB to 2 hosts",
    )
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == 1
    assert not dialog.agreed


def test_a_doubtful_file_needs_its_box_ticked(theme: Theme):
    files = (source("a.gguf"), source("b.gguf", Doubt.OUTSIDE_FOLDER))
    dialog = FilesQuestion(theme, Survey("", files), ["tower"])
    dialog.show()
    dialog.activateWindow()
    assert dialog.focusWidget() is dialog.cancel
    assert not dialog.primary.isEnabled()
    (box,) = dialog.findChildren(QCheckBox)
    assert box.text() == "Send b.gguf too"
    box.setChecked(True)
    assert dialog.agreed
    assert dialog.primary.isEnabled()
    dialog.close()


def test_what_is_never_sent_leaves_nothing_to_agree_to(theme: Theme):
    files = (source("a.gguf"), source("id_rsa", Doubt.SECRET, kind=SourceKind.PRIVATE_KEY))
    dialog = FilesQuestion(theme, Survey("", files), ["tower"])
    dialog.show()
    dialog.activateWindow()
    assert not dialog.primary.isEnabled()
    assert not dialog.yes.isVisible()
    dialog.yes.setChecked(True)
    assert not dialog.primary.isEnabled()
    dialog.close()


def test_every_doubt_and_every_kind_has_words():
    file = source("a.gguf")
    said = [doubt_words(doubt, file) for doubt in Doubt]
    assert all(text.endswith(".") for text in said)
    assert len(set(said)) == len(said)
    assert all(kind_words(kind) for kind in SourceKind)


def test_a_header_is_shown_with_what_can_be_done_with_it(theme: Theme):
    view = GgufView(theme)
    facts = GgufFacts(GgufKind.LORA, "llama", quantization="F16", split=Split(1, 3))
    cut = GgufProblem(GgufTrouble.DATA_CUT, have=50, want=100)
    damaged = GgufFacts(GgufKind.MODEL, "qwen2", problems=(cut,), context_length=32768)
    wanted: list[object] = []
    view.adapter_wanted.connect(wanted.append)
    lora = source("l.gguf", Doubt.SPLIT_PART, kind=SourceKind.LORA_GGUF, header=facts)
    view.show_file(lora)
    assert view.line.text() == "A LoRA adapter for llama: it needs a base model"
    assert (view.use_base.isHidden(), view.use_adapter.isHidden()) == (True, False)
    view.use_adapter.click()
    assert wanted == [lora]
    view.show_file(source("m.gguf", Doubt.DAMAGED, header=damaged))
    assert view.use_adapter.isHidden()
    assert ("Context", "32 k") in facts_of(source("m.gguf", header=damaged))
    view.deleteLater()
