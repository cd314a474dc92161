from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.conversation import Target
from desktop.domain.memory import Load
from desktop.jobs.job import JobKind, JobState
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.verdict_line import FitDoor
from desktop.ui.shell.navigation import LayoutClass
from desktop.ui.widgets.labels import Label
from desktop.ui.workshop.bench import DIFFERENCE, PROMPT, SENT
from desktop.ui.workshop.draft_dialogs import CloseQuestion
from desktop.ui.workshop.files_question import FilesQuestion
from desktop.ui.workshop.gallery_dialog import GalleryDialog
from desktop.ui.workshop.list import Begin, DraftKey
from desktop.ui.workshop.problem_rows import Severity
from desktop.workshop.draft import Disk
from tests.clock import until
from tests.gguf_files import MODEL, TINY, gguf
from tests.qt.memory_side_scene import ROOMS, TOWER, Fits
from tests.qt.workshop_scene import TWO_PROBLEMS, Scene, asked, dialog, workshop


def modelfile(folder: Path, text: str = TWO_PROBLEMS, name: str = "api-reviewer") -> Path:
    path = folder / f"{name}.Modelfile"
    path.write_text(text)
    return path


def made(scene: Scene) -> list[str]:
    """The models whose creates are done."""
    return [job.model for job in scene.services.jobs.jobs if job.state is JobState.DONE]


def said_by(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(Label))


def chosen_rows(scene: Scene) -> list[str]:
    return [str(index.data()) for index in scene.page.side.view.selectedIndexes()]


def rows(scene: Scene) -> list[str]:
    model = scene.page.side.drafts
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_a_file_is_opened_and_its_problems_are_everywhere(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            await scene.opened(modelfile(tmp_path))
            bench = scene.page.bench
            assert bench.header.name.text() == "api-reviewer"
            assert bench.header.edited.isHidden()
            assert scene.problems()[:2] == [
                "num_ctx wants a whole number.",
                "mirostat is deprecated, and has no effect.",
            ]
            assert bench.bar.name == "api-reviewer:latest"
            assert bench.bar.why_not == "Mend line 5 first"
            assert bench.form.system.text == "You review HTTP APIs."
            assert chosen_rows(scene) == ["api-reviewer"]

    run(scenario())


def test_what_one_types_is_read_a_moment_later_and_kept_as_a_draft(
    run, theme: Theme, tmp_path: Path
):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            scene.page.new_draft()
            editor = scene.page.bench.editors.current
            assert editor is not None
            editor.area.insertPlainText("FROM a\nPARAMETER num_ctx x\n")
            assert scene.draft.text == "FROM a\nPARAMETER num_ctx x\n"
            assert not scene.problems()
            assert scene.page.bench.bar.why_not == "No name yet"
            await until(lambda: "num_ctx wants a whole number." in scene.problems())

    run(scenario())


def test_a_fix_mends_the_text_and_can_be_undone(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            await scene.opened(modelfile(tmp_path))
            problems = scene.page.bench.problems
            problems.mend(next(row for row in problems.rows if row.label == "Remove the line"))
            assert "mirostat" not in scene.text
            assert "mirostat" not in scene.draft.text
            scene.page.bench.header.undo.click()
            assert scene.text == TWO_PROBLEMS

    run(scenario())


def test_the_form_writes_into_the_draft(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            await scene.opened(modelfile(tmp_path))
            scene.page.bench.form.text_wanted.emit(TWO_PROBLEMS.replace("0.2", "0.7"))
            assert "temperature 0.7" in scene.draft.text
            assert scene.draft.is_edited
            assert not scene.page.bench.header.edited.isHidden()

    run(scenario())


def test_the_form_keeps_what_was_typed_a_moment_before(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            scene.page.opening.new("FROM a\n", "first")
            editor = scene.page.bench.editors.current
            assert editor is not None
            editor.area.insertPlainText("# typed\n")
            system = scene.page.bench.form.system
            system.setFocus()
            system.insertPlainText("Be brief.")
            await until(lambda: "SYSTEM Be brief." in scene.text)
            assert scene.text.startswith("# typed\n")

    run(scenario())


def test_each_draft_keeps_what_can_be_undone_in_it(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            first = scene.page.opening.new("FROM a\n", "first")
            scene.write("FROM b\n")
            scene.page.opening.new("FROM c\n", "second")
            assert scene.text == "FROM c\n"
            scene.page.open(first)
            scene.page.bench.header.undo.click()
            assert scene.text == "FROM a\n"

    run(scenario())


def test_drafts_stand_above_what_one_can_begin_from(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            scene.page.opening.new("FROM a\n", "first")
            scene.page.opening.new("FROM a\n", "second")
            scene.page.side.drafts.refresh()
            assert rows(scene) == [
                "second",
                "first",
                "Begin from",
                "A model on a host",
                "A GGUF file",
                "The gallery",
                "The clipboard",
            ]

    run(scenario())


def test_a_closed_file_is_among_the_recent_ones(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            path = modelfile(tmp_path)
            await scene.opened(path)
            scene.page.close_draft()
            assert scene.page.conduct.draft is None
            assert rows(scene)[-2:] == ["Recent files", path.name]
            assert dialog("closeQuestion") is None

    run(scenario())


def test_a_draft_that_is_in_no_file_is_closed_only_after_a_question(
    run, theme: Theme, tmp_path: Path
):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            scene.page.opening.new("FROM a\n", "mine")
            scene.page.close_draft()
            question = await asked("closeQuestion")
            assert isinstance(question, CloseQuestion)
            question.cancel.click()
            assert len(scene.services.drafts.drafts) == 1
            scene.page.close_draft()
            (await asked("closeQuestion")).primary.click()
            assert not scene.services.drafts.drafts

    run(scenario())


def test_saving_writes_the_file_and_takes_the_tag_off(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            path = modelfile(tmp_path)
            await scene.opened(path)
            scene.write("FROM b\n")
            scene.page.save()
            await until(lambda: path.read_text() == "FROM b\n")
            await until(lambda: scene.page.bench.header.edited.isHidden())

    run(scenario())


def test_what_another_program_wrote_can_be_taken(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            path = modelfile(tmp_path)
            await scene.opened(path)
            scene.write("FROM mine\n")
            path.write_text("FROM theirs\n")
            scene.services.drafts.look_again()
            await until(lambda: scene.draft.disk is Disk.CHANGED)
            banner = scene.page.bench.banner
            assert not banner.isHidden()
            banner.theirs.click()
            assert scene.text == "FROM theirs\n"
            assert banner.isHidden()

    run(scenario())


def test_what_cannot_be_opened_is_said_in_a_sentence(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            (tmp_path / "picture.Modelfile").write_bytes(b"\x89PNG\0\0\0\0")
            scene.page.opening.open_paths([tmp_path / "none", tmp_path / "picture.Modelfile"])
            await until(lambda: bool(scene.said))
            assert scene.said == [
                "There is no file none. picture.Modelfile holds no text and no model."
            ]

    run(scenario())


def test_the_clipboard_becomes_a_draft(
    run, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            QGuiApplication.clipboard().setText("FROM from-the-clipboard\n")
            scene.page.beginnings.begin(
                Begin.CLIPBOARD, scene.page.bench.models, scene.page.side.view
            )
            assert scene.draft.text == "FROM from-the-clipboard\n"
            QGuiApplication.clipboard().setText(" ")
            scene.page.opening.from_clipboard()
            monkeypatch.setattr(QClipboard, "mimeData", lambda _clipboard: None)
            scene.page.opening.from_clipboard()
            assert scene.said == ["There is no text on the clipboard."] * 2

    run(scenario())


def test_a_gguf_file_is_looked_at_and_becomes_a_base(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            path = tmp_path / "small.gguf"
            path.write_bytes(gguf(MODEL))
            scene.page.opening.open_paths([path])
            await until(scene.page.files.isVisible)
            assert scene.page.files.view.title.text() == "small.gguf"
            scene.page.files.view.use_base.click()
            assert scene.draft.text == f"FROM {path}\n"
            assert scene.draft.name == "small"
            assert scene.page.bench.isVisible()

    run(scenario())


def test_files_that_cannot_be_used_are_among_the_problems(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            (tmp_path / "cut.gguf").write_bytes(gguf(MODEL)[:60])
            text = "# mine\nFROM ./cut.gguf\nADAPTER ./nowhere.gguf\n"
            await scene.opened(modelfile(tmp_path, text))
            await until(lambda: len(scene.problems()) == 2)
            cut, missing = scene.page.bench.problems.rows
            assert cut.where == "Line 2"
            assert cut.words.startswith("./cut.gguf: ")
            assert cut.severity is Severity.WARNING
            assert missing.where == "Line 3"
            assert missing.words == "./nowhere.gguf: There is no such file."
            assert missing.severity is Severity.ERROR

    run(scenario())


def test_a_family_s_template_is_taken_from_an_installed_model(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            scene.page.opening.new("# mine\nFROM ./a.gguf\n", "first")
            host = scene.services.registry.hosts[0].id
            scene.page.family.take(Target(host, "llama3.2:3b"))
            await until(lambda: "TEMPLATE" in scene.text)
            assert scene.text.startswith("# mine\nFROM ./a.gguf\nTEMPLATE ")
            assert scene.page.bench.form.template.area.text
            scene.page.family.take(Target(host, "gone:1b"))
            await until(lambda: bool(scene.said))

    run(scenario())


def test_a_folder_with_a_modelfile_is_that_modelfile(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            folder = tmp_path / "translator"
            folder.mkdir()
            (folder / "Modelfile").write_text("FROM a\n")
            scene.page.opening.open_paths([folder])
            await until(lambda: scene.page.conduct.draft is not None)
            assert scene.draft.name == "translator"

    run(scenario())


def test_a_draft_is_made_from_a_gallery_in_the_language_that_is_asked(
    run, theme: Theme, tmp_path: Path
):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            snapshots = scene.services.registry.snapshots
            shown = GalleryDialog(theme, snapshots, "zh_CN", parent=scene.page)
            shown.begun.connect(scene.page.opening.new)
            shown.open()
            shown.choose("translator")
            assert shown.item.key == "translator"
            assert any(ord(letter) > 0x3000 for letter in shown.item.title)
            shown.base.setCurrentIndex(1)
            base = shown.base.currentText()
            shown.primary.click()
            assert scene.draft.name == "translator"
            assert f"FROM {base}\n" in scene.draft.text

    run(scenario())


def test_a_missing_gallery_is_said_and_harms_nothing(
    run, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async def scenario() -> None:
        monkeypatch.setattr("desktop.workshop.gallery.resources", lambda: tmp_path / "nowhere")
        async with workshop(theme, tmp_path) as scene:
            scene.page.beginnings.open_gallery()
            found = await asked("galleryDialog")
            assert not found.primary.isEnabled()
            assert found.fact.text() == "It is missing from this installation"
            found.accept()
            assert scene.page.conduct.draft is None
            found.reject()

    run(scenario())


def test_what_will_be_sent_is_the_request_and_the_hosts_that_get_it(
    run, theme: Theme, tmp_path: Path
):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            await scene.opened(modelfile(tmp_path, "FROM no-such:1b\nSYSTEM Be brief.\n"))
            scene.page.bench.tabs.choose(SENT)
            await until(lambda: '"from": "no-such:1b"' in scene.page.bench.sent.body.text)
            assert '"system": "Be brief."' in scene.page.bench.sent.body.text
            pulls = "tower does not have no-such:1b, and would pull it from registry.ollama.ai"
            await until(lambda: any(text.startswith(pulls) for text in scene.problems()))

    run(scenario())


def test_what_will_be_sent_says_whether_it_fits_with_the_num_ctx_that_is_set(
    run, theme: Theme, tmp_path: Path
):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            (tower,) = scene.services.registry.hosts
            fits = Fits()
            fits.memory = {tower.id: ROOMS[TOWER]}
            hosts = scene.services.registry
            scene.page.judge_with(
                FitDoor(fits, lambda: hosts.hosts, lambda *_: None, lambda _: None)
            )
            text = "FROM llama3.2:3b\nPARAMETER num_ctx 32768\n"
            await scene.opened(modelfile(tmp_path, text))
            scene.page.bench.tabs.choose(SENT)
            sent = scene.page.bench.sent
            await until(lambda: any(line.isVisible() for line in sent.verdicts.values()))
            (line,) = sent.verdicts.values()
            assert line.words.text() == "Part runs on tower's CPU: 53 of 65 layers fit on the GPU"
            assert fits.asked[-1][1:] == ("llama3.2:3b", Load(32768))
            scene.write("FROM no-such:1b\n")
            await until(lambda: not any(one.isVisible() for one in sent.verdicts.values()))

    run(scenario())


def test_a_dropped_model_is_judged_for_each_host(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            (tower,) = scene.services.registry.hosts
            fits, files = Fits(), list[Path]()
            fits.memory = {tower.id: ROOMS[TOWER]}
            hosts = scene.services.registry
            scene.page.judge_with(FitDoor(fits, lambda: hosts.hosts, lambda *_: None, files.append))
            scene.page.opening.open_paths([TINY])
            await until(scene.page.files.isVisible)
            verdicts = scene.page.files.view.verdicts
            assert [line.words.text()[:19] for line in verdicts.lines] == ["Fits on tower's GPU"]
            verdicts.more.click()
            assert files == [TINY.resolve()]
            path = tmp_path / "small.gguf"
            path.write_bytes(gguf(MODEL))
            scene.page.opening.open_paths([path])
            await until(lambda: scene.page.files.view.title.text() == "small.gguf")
            assert verdicts.isHidden()

    run(scenario())


def test_a_host_renders_the_prompt_of_the_draft(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            await scene.opened(modelfile(tmp_path, "FROM llama3.2:3b\nSYSTEM Be brief.\n"))
            prompt = scene.page.bench.prompt
            scene.page.bench.tabs.choose(PROMPT)
            await until(prompt.render_button.isEnabled)
            prompt.render_prompt()
            await until(lambda: "Be brief." in prompt.prompt.text)
            assert "What is a mutex?" in prompt.prompt.text

    run(scenario())


def test_why_no_host_can_render_it_is_said(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            await scene.opened(modelfile(tmp_path, "FROM no-such:1b\n"))
            prompt = scene.page.bench.prompt
            scene.page.bench.tabs.choose(PROMPT)
            await until(lambda: "no-such:1b" in prompt.why.text())
            assert not prompt.render_button.isEnabled()

    run(scenario())


def test_a_draft_is_compared_with_the_model_of_its_name(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            await scene.opened(modelfile(tmp_path, "FROM llama3.2:3b\n", "storyteller"))
            difference = scene.page.bench.difference
            scene.page.bench.tabs.choose(DIFFERENCE)
            assert difference.name == "Difference to tower"
            await until(lambda: bool(difference.view.rows.lines))
            assert "SYSTEM" in difference.parts.text()
            difference.way.button(1).click()
            assert difference.view.rows.is_side_by_side

    run(scenario())


def test_a_model_that_is_not_there_yet_is_no_difference(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            await scene.opened(modelfile(tmp_path, "FROM llama3.2:3b\n", "brand-new"))
            scene.page.bench.tabs.choose(DIFFERENCE)
            heading = scene.page.bench.difference.empty
            assert "No model of that name on tower yet" in said_by(heading)

    run(scenario())


def test_a_model_is_made_on_two_hosts(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=2) as scene:
            await scene.opened(modelfile(tmp_path, "FROM llama3.2:3b\nSYSTEM Be brief.\n"))
            hosts = [one.id for one in scene.services.registry.snapshots]
            scene.page.bench.bar.hosts.chip(hosts[1]).click()
            assert scene.page.bench.bar.button.text() == "Create on 2 hosts"
            scene.page.bench.bar.button.click()
            await until(lambda: len(made(scene)) == 2)
            assert set(scene.draft.made_on) == {"tower", "studio-0"}
            strip = scene.page.bench.strip
            await until(strip.chat.isVisible)
            assert strip.line.text().startswith("api-reviewer:latest is on tower")
            strip.chat.click()
            strip.inspect.click()
            assert scene.heard.chats[0].model == "api-reviewer:latest"
            assert scene.heard.inspected == [(hosts[0], "api-reviewer:latest")]

    run(scenario())


def test_a_model_is_replaced_only_after_a_question(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            await scene.opened(modelfile(tmp_path, "FROM llama3.2:3b\n", "storyteller"))
            scene.page.conduct.create()
            (await asked("replaceQuestion")).cancel.click()
            assert not scene.services.jobs.jobs
            scene.page.conduct.create()
            (await asked("replaceQuestion")).primary.click()
            await until(lambda: len(made(scene)) == 1)
            assert scene.services.jobs.jobs[0].overwrite

    run(scenario())


def test_a_base_that_a_host_has_not_is_pulled_only_after_a_question(
    run, theme: Theme, tmp_path: Path
):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            await scene.opened(modelfile(tmp_path, "FROM llama3.2:1b\n", "mine"))
            scene.page.conduct.create()
            question = await asked("pullBaseQuestion")
            assert not scene.services.jobs.jobs
            question.primary.click()
            await until(lambda: len(made(scene)) == 1)

    run(scenario())


def test_files_are_sent_only_after_they_were_listed(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            (tmp_path / "small.gguf").write_bytes(gguf(MODEL))
            await scene.opened(modelfile(tmp_path, "FROM ./small.gguf\n", "small"))
            scene.page.conduct.create()
            question = await asked("filesQuestion")
            assert isinstance(question, FilesQuestion)
            assert not scene.services.jobs.jobs
            question.primary.click()
            await until(lambda: bool(scene.services.jobs.jobs))
            job = scene.services.jobs.jobs[0]
            assert job.kind is JobKind.CREATE
            assert job.creation is not None
            assert [file.name for file in job.creation.files] == ["small.gguf"]

    run(scenario())


def test_the_draft_of_a_job_comes_back_for_the_other_hosts(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=2) as scene:
            await scene.opened(modelfile(tmp_path, "FROM llama3.2:3b\n"))
            scene.page.conduct.create()
            await until(lambda: len(made(scene)) == 1)
            scene.page.new_draft()
            job = scene.services.jobs.jobs[0]
            assert job.creation is not None
            scene.page.returning.create_elsewhere(job.creation, job.host_id)
            assert scene.draft.name == "api-reviewer"
            hosts = [one.id for one in scene.services.registry.snapshots]
            assert scene.page.bench.bar.chosen == (hosts[1],)

    run(scenario())


def test_a_model_s_own_modelfile_becomes_a_draft(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path, hosts=1) as scene:
            host = scene.services.registry.hosts[0].id
            scene.page.opening.from_model(Target(host, "storyteller:latest"))
            await until(lambda: scene.page.conduct.draft is not None)
            assert scene.draft.name == "storyteller"
            assert "FROM llama3.2:3b\n" in scene.draft.text
            assert "SYSTEM" in scene.draft.text

    run(scenario())


def test_the_draft_and_the_tab_that_were_open_are_so_again(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            scene.page.opening.new("FROM a\n", "first")
            first = scene.draft.id
            scene.page.opening.new("FROM b\n", "second")
            scene.page.open(first)
            scene.page.bench.tabs.choose(SENT)
        async with workshop(theme, tmp_path) as scene:
            assert scene.draft.name == "first"
            assert scene.page.bench.tabs.current == SENT

    run(scenario())


def test_a_narrow_window_has_the_list_in_a_drawer_and_the_form_over_the_text(
    run, theme: Theme, tmp_path: Path
):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            scene.page.opening.new("FROM a\n", "first")
            scene.page.set_layout_class(LayoutClass.NARROW)
            assert not scene.page.bench.form.isVisible()
            scene.page.bench.form_button.click()
            assert scene.page.bench.form.isVisible()
            scene.page.bench.header.list.click()
            assert scene.page.drawer.isVisible()

    run(scenario())


def test_a_draft_s_menu_says_what_can_be_done_with_it(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        async with workshop(theme, tmp_path) as scene:
            await scene.opened(modelfile(tmp_path))
            menu = QMenu()
            scene.page.actions_on_drafts.fill(scene.draft.id, menu)
            texts = [action.text() for action in menu.actions() if action.text()]
            assert texts == [
                "Rename…",
                "Save",
                "Save as…",
                "Copy the text",
                "Duplicate",
                "Show in its folder",
                "Close",
            ]
            model = scene.page.side.drafts
            assert model.index_of(DraftKey(scene.draft.id)).row() == 0

    run(scenario())
