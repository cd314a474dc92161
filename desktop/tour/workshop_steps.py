"""The tour's steps in the workshop: from a dropped Modelfile to a model on two hosts."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.jobs.job import JobKind, JobState
from desktop.services import DEMO_NAME
from desktop.tour import hands
from desktop.tour.guide import Guide, StepFailed
from desktop.tour.small_gguf import write_small_gguf
from desktop.tour.stage import Stage
from desktop.ui.hosts.list import ALL_HOSTS
from desktop.ui.models.customise import CustomiseDialog
from desktop.ui.workshop.bench import DIFFERENCE, EDITOR, PROMPT, SENT
from desktop.ui.workshop.editor.editor import ModelfileEditor
from desktop.ui.workshop.files_question import FilesQuestion
from desktop.ui.workshop.gallery_dialog import GalleryDialog
from desktop.ui.workshop.page import WorkshopPage
from desktop.ui.workshop.push_dialog import PushDialog
from desktop.ui.workshop.replace_question import ReplaceQuestion

_TEXT = '''\
# Reviews an HTTP API description
FROM qwen2.5-coder:7b

PARAMETER temperature 0.2
PARAMETER num_ctx "abc"
PARAMETER stop "<|im_end|>"
PARAMETER mirostat 1

SYSTEM """
You review HTTP APIs. For every endpoint you are given,
name what is unclear, what can fail, and what a client
has to do about it. Quote the line you mean.
"""

MESSAGE user GET /v1/users?limit=0
MESSAGE assistant limit=0 is not defined: nothing, or all?

TEMPLATE """
{{- if .System }}<|im_start|>system
{{ .System }}<|im_end|>
{{ end }}{{- range .Messages }}<|im_start|>{{ .Role }}
{{ .Content }}<|im_end|>
{{ end }}<|im_start|>assistant
"""

LICENSE MIT
'''
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction
_CREATE = "/api/create"


async def made_in_the_workshop(guide: Guide, stage: Stage) -> None:
    """Go through everything that the workshop does."""
    with tempfile.TemporaryDirectory(prefix="paddock-tour-") as home:
        room = _Room(guide, stage, Path(home))
        await _begin(room)
        await _dropped(room)
        await _completion(room)
        await _form(room)
        await _tabs(room)
        await _created(room)
        await _from_gguf(room)
        await _from_a_model(room)
    stage.program.window.show_page("models")


class _Room:
    """The page, and what the steps do over and over."""

    def __init__(self, guide: Guide, stage: Stage, home: Path) -> None:
        self.guide = guide
        self.stage = stage
        self.home = home
        self.page: WorkshopPage = stage.program.for_workshop.page

    @property
    def editor(self) -> ModelfileEditor:
        if (editor := self.page.bench.editors.current) is None:
            raise StepFailed("no draft is shown")
        return editor

    def file(self, folder: str, name: str, text: str) -> Path:
        """Write a file into a folder of its own."""
        path = self.home / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    async def drop(self, paths: Sequence[Path], picture: str = "") -> None:
        """Drag files over the window and let them go, as a window system says it."""
        window = self.stage.program.window.windowHandle()
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place = QPoint(700, 420)
        QApplication.sendEvent(window, QDragEnterEvent(place, _COPY, mime, _LEFT, _NONE))
        QApplication.sendEvent(window, QDragMoveEvent(place, _COPY, mime, _LEFT, _NONE))
        if picture:
            await self.guide.picture(picture)
        QApplication.sendEvent(window, QDropEvent(QPointF(place), _COPY, mime, _LEFT, _NONE))

    async def settled(self) -> None:
        """Wait until the text was read and its files looked at."""
        study = self.page.conduct.study
        await self.guide.until(
            lambda: not study.is_behind and study.reading.is_surveyed, "the text is read"
        )


async def _begin(room: _Room) -> None:
    room.stage.program.window.show_page("workshop")
    await room.guide.picture("workshop-empty")
    room.page.beginnings.open_gallery()
    dialog = await room.guide.dialog(GalleryDialog, "galleryDialog")
    dialog.choose("translator")
    await room.guide.picture("workshop-the-gallery", dialog)
    dialog.primary.click()
    await room.guide.closed(dialog)


async def _dropped(room: _Room) -> None:
    """Drop a Modelfile with two problems on another page, and see them named."""
    guide = room.guide
    room.stage.program.window.show_page("models")
    file = room.file("api-reviewer", "Modelfile", _TEXT)
    await room.drop([file], "a-modelfile-is-dropped")
    await guide.until(room.page.isVisible, "the workshop shows")
    await guide.until(lambda: len(room.page.bench.problems.rows) == 2, "two problems are named")
    _choose_hosts(room, DEMO_NAME, "tower")
    room.editor.go_to_line(5)
    await room.settled()
    await guide.picture("workshop-two-problems")


async def _completion(room: _Room) -> None:
    """Begin another parameter, and let it be suggested."""
    cursor = room.editor.area.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    room.editor.area.setTextCursor(cursor)
    room.editor.area.setFocus()
    hands.press(room.editor.area, Qt.Key.Key_Return)
    hands.write(room.editor.area, "PARAMETER repeat")
    await room.guide.until(lambda: room.editor.completion.is_open, "parameters are suggested")
    await room.guide.picture("workshop-completion")
    hands.press(room.editor.area, Qt.Key.Key_Return)
    hands.write(room.editor.area, "1.1")


async def _form(room: _Room) -> None:
    """Mend what is wrong, one problem in the list and one by the form."""
    problems = room.page.bench.problems
    await room.settled()
    while mendable := [row for row in problems.rows if row.fix is not None]:
        problems.mend(mendable[0])
        await room.settled()
    await room.guide.until(lambda: not room.page.bench.bar.why_not, "nothing is wrong any more")
    form = room.page.bench.form
    form.system.setFocus()
    form.system.moveCursor(QTextCursor.MoveOperation.End)
    hands.write(form.system, " Be brief.")
    await room.guide.until(lambda: "Be brief." in room.editor.text(), "the text follows the form")
    await room.settled()
    await room.guide.picture("workshop-the-form")


async def _tabs(room: _Room) -> None:
    guide, bench = room.guide, room.page.bench
    bench.tabs.choose(SENT)
    await guide.picture("workshop-what-will-be-sent")
    bench.tabs.choose(PROMPT)
    guide.click(bench.prompt.render_button)
    await guide.until(lambda: bool(bench.prompt.prompt.text), "the prompt is rendered")
    await guide.picture("workshop-the-rendered-prompt")
    before = bench.prompt.prompt.text
    guide.click(bench.prompt.what.button(1))
    guide.click(bench.prompt.model)
    await guide.until(bench.models.picker.isVisible, "the models are listed")
    hands.write(bench.models.picker.field, "qwen2.5-coder tower")
    guide.press(bench.models.picker.field, Qt.Key.Key_Return)
    guide.click(bench.prompt.render_button)
    await guide.until(lambda: bench.prompt.prompt.text != before, "that of a model is rendered")
    await guide.picture("workshop-a-model-s-prompt")
    _choose_hosts(room, "tower")
    bench.tabs.choose(DIFFERENCE)
    await guide.until(lambda: bool(bench.difference.view.rows.lines), "they are compared")
    await guide.picture("workshop-the-difference")
    guide.click(bench.difference.way.button(1))
    await guide.picture("workshop-side-by-side")
    bench.tabs.choose(EDITOR)


async def _created(room: _Room) -> None:
    """Make it on two hosts; on one of them it is there already."""
    guide, stage, bench = room.guide, room.stage, room.page.bench
    demo = stage.services.demo.server
    if demo is None:
        raise StepFailed("the demo host has no server")
    _choose_hosts(room, DEMO_NAME, "tower")
    guide.click(bench.bar.button)
    question = await guide.dialog(ReplaceQuestion, "replaceQuestion")
    await guide.picture("workshop-asks-before-replacing", question)
    servers = (demo, stage.tower)
    for server in servers:
        server.faults.only, server.faults.hold_after = _CREATE, 1
    guide.click(question.primary)
    await guide.closed(question)
    await guide.until(
        lambda: len([job for job in stage.running() if job.kind is JobKind.CREATE]) == 2,
        "two creates run",
    )
    await guide.picture("workshop-creating-on-two-hosts")
    for server in servers:
        server.faults.only, server.faults.hold_after = "", None
    await guide.until(bench.strip.chat.isVisible, "both are done")
    await guide.picture("workshop-created")
    stage.program.window.show_page("jobs")
    await guide.picture("jobs-of-a-create")
    stage.program.window.show_page("workshop")


async def _from_gguf(room: _Room) -> None:
    """Look into a GGUF file, use it as a base, and see what would be sent."""
    guide, bench = room.guide, room.page.bench
    (room.home / "harbour").mkdir()
    weights = room.home / "harbour" / "harbour-1b-f16.gguf"
    write_small_gguf(weights)
    await room.drop([weights])
    await guide.until(room.page.files.isVisible, "its header is shown")
    await guide.picture("workshop-a-gguf-file")
    text = f"FROM ./{weights.name}\nSYSTEM You are a harbour pilot.\n"
    await room.drop([room.file("harbour", "Modelfile", text)])
    await guide.until(lambda: room.editor.text() == text, "the Modelfile beside it is open")
    _choose_hosts(room, DEMO_NAME)
    await room.settled()
    await guide.picture("workshop-from-a-file")
    guide.click(bench.bar.button)
    question = await guide.dialog(FilesQuestion, "filesQuestion")
    await guide.picture("workshop-asks-before-uploading", question)
    guide.click(question.primary)
    await guide.closed(question)
    jobs = room.stage.services.jobs
    await guide.until(lambda: jobs.jobs[-1].state is JobState.DONE, "it is uploaded and made")
    await guide.until(bench.strip.chat.isVisible, "the line says so")
    await guide.picture("workshop-uploaded-and-created")


async def _from_a_model(room: _Room) -> None:
    """Customise a model, and ask to push it."""
    guide, stage = room.guide, room.stage
    stage.program.window.show_page("models")
    stage.program.hosts.choose(ALL_HOSTS)
    models = stage.program.models
    await guide.until(lambda: stage.has_model("tower", "api-reviewer:latest"), "it is listed")
    guide.click_row(models.table, stage.row("tower", "gemma3:12b"))
    models.actions_on_models.customise.trigger()
    dialog = await guide.dialog(CustomiseDialog, "customiseDialog")
    guide.write(dialog.name, "gemma-tutor")
    hands.write(dialog.system, "You teach by asking. Never give the answer away.")
    await guide.picture("customise-a-model", dialog)
    guide.click(dialog.cancel)
    await guide.closed(dialog)
    guide.click_row(models.table, stage.row("tower", "api-reviewer:latest"))
    models.actions_on_models.push.trigger()
    push = await guide.dialog(PushDialog, "pushDialog")
    guide.write(push.name, "me/api-reviewer")
    await guide.picture("push-a-model", push)
    guide.click(push.cancel)
    await guide.closed(push)


def _choose_hosts(room: _Room, *labels: str) -> None:
    """Switch exactly these on in the create bar."""
    for snapshot in room.stage.services.registry.snapshots:
        chip = room.page.bench.bar.hosts.chip(snapshot.id)
        if chip.isEnabled() and chip.isChecked() != (snapshot.host.label in labels):
            chip.click()
