import os
import socket
from pathlib import Path
from zlib import crc32

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop.domain.attachments import MAX_FILES, MAX_IMAGE_BYTES, MAX_TEXT_BYTES
from desktop.domain.conversation import Attachment, AttachmentId, AttachmentKind, Draft, EntryId
from desktop.ui.bridge.theme import Theme
from tests.clock import until
from tests.qt.chat_scene import CAN_SEE, GEMMA, conversation, picture, talk
from tests.qt.composer_scene import ENTER, desk_at, mime_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_dropped_files_stand_there_and_go_along(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            desk.see(CAN_SEE)
            photo = written(tmp_path, "photo.jpg", picture(60, 40, "jpeg"))
            notes = written(tmp_path, "notes.md", "naïve".encode("utf-16"))
            assert desk.composer.accepts(mime_of(photo, notes))
            desk.drop(photo, notes)
            assert desk.composer.files.is_reading
            assert desk.composer.bar.send.toolTip() == "A file is still being read"
            await desk.read()
            assert desk.files == [("photo.jpg", "60 × 40"), ("notes.md", "6 B, ~1 tokens")]
            assert list(desk.contents.values()) == [photo.read_bytes(), "naïve".encode()]
            desk.press(ENTER)
            assert desk.sent == [""]

    run(scenario())


def test_files_are_chosen_with_the_system_s_dialog(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            QTest.mouseClick(desk.composer.bar.attach, Qt.MouseButton.LeftButton)
            (dialog,) = desk.window.findChildren(QFileDialog)
            dialog.filesSelected.emit([str(written(tmp_path, "a.txt", b"content"))])
            dialog.close()
            await desk.read()
            assert [name for name, _ in desk.files] == ["a.txt"]

    run(scenario())


def test_a_large_photo_is_sent_smaller_and_says_so(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            desk.drop(written(tmp_path, "sea.jpg", picture(6000, 4000, "jpeg")))
            await desk.read()
            assert desk.files == [("sea.jpg", "2048 × 1365, was 6000 × 4000")]

    run(scenario())


@pytest.mark.parametrize(("kind", "sent"), [("bmp", "image/png"), ("webp", "image/jpeg")])
def test_a_kind_that_not_every_server_reads_is_sent_as_another(
    run, theme: Theme, tmp_path: Path, kind: str, sent: str
):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            desk.drop(written(tmp_path, "named.png", picture(8, 8, kind)))
            await desk.read()
            (chip,) = desk.composer.files.row.chips
            assert chip.attachment.media_type == sent
            assert len(desk.contents[chip.attachment.id]) == chip.attachment.size

    run(scenario())


def test_an_image_for_a_model_that_does_not_see_waits_for_another_model(
    run, theme: Theme, tmp_path: Path
):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            desk.drop(written(tmp_path, "a.png", picture(8, 8)))
            await desk.read()
            assert desk.composer.unseen.text == "qwen2.5:14b does not see images."
            desk.type("what is it?")
            desk.press(ENTER)
            assert desk.sent == []
            QTest.mouseClick(desk.composer.choose_vision, Qt.MouseButton.LeftButton)
            picker = desk.composer.picker
            assert picker.vision.isChecked()
            QTest.keyClicks(picker.field, "gemma")
            QTest.keyClick(picker.field, ENTER)
            assert desk.targets == [GEMMA]
            desk.see(CAN_SEE)
            assert desk.composer.unseen.text == ""
            desk.press(ENTER)
            assert desk.sent == ["what is it?"]

    run(scenario())


def test_an_image_is_pasted_from_the_clipboard(run, theme: Theme):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            image = QImage(30, 20, QImage.Format.Format_ARGB32)
            image.fill(QColor(10, 20, 30, 40))
            QGuiApplication.clipboard().setImage(image)
            desk.press(Qt.Key.Key_V, held=CONTROL)
            await desk.read()
            (chip,) = desk.composer.files.row.chips
            assert (chip.attachment.name, chip.attachment.media_type) == ("", "image/png")
            assert chip.accessibleName() == "Pasted image, 30 × 20"
            assert desk.text == ""

    run(scenario())


def test_files_and_texts_are_pasted_as_what_they_are(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            QGuiApplication.clipboard().setMimeData(mime_of(written(tmp_path, "a.txt", b"content")))
            desk.press(Qt.Key.Key_V, held=CONTROL)
            await desk.read()
            assert [name for name, _ in desk.files] == ["a.txt"]
            both = QMimeData()
            both.setText("a cell")
            both.setImageData(QImage(3, 3, QImage.Format.Format_RGB32))
            QGuiApplication.clipboard().setMimeData(both)
            desk.press(Qt.Key.Key_V, held=CONTROL)
            assert desk.text == "a cell"
            assert not desk.composer.files.is_reading

    run(scenario())


def test_links_and_texts_are_no_files(theme: Theme, run, tmp_path: Path):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            link = QMimeData()
            link.setUrls([QUrl("https://example.org/a.png")])
            mixed = mime_of(tmp_path / "a.txt")
            mixed.setUrls([*mixed.urls(), QUrl("https://example.org/")])
            words = QMimeData()
            words.setText("words")
            assert [desk.composer.accepts(one) for one in (link, mixed, words)] == [False] * 3

    run(scenario())


def test_what_cannot_go_along_is_refused_in_a_sentence(run, theme: Theme, tmp_path: Path):
    target = written(tmp_path, "target.txt", b"secret")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.txt").symlink_to(target)
    os.mkfifo(tmp_path / "pipe")
    written(tmp_path, "empty.txt", b"")
    written(tmp_path, "program", bytes(range(256)))
    written(tmp_path, "paper.txt", b"%PDF-1.7 ...")
    written(tmp_path, "half.jpg", picture(90, 90, "jpeg")[:-200])
    written(tmp_path, "half.png", picture(90, 90)[:-30])
    written(tmp_path, "long.log", b"word " * (MAX_TEXT_BYTES // 5 + 1000))
    refused = {
        "folder": "folder is a folder. Attach the files in it.",
        "link.txt": "link.txt is a link to another file. Attach that file itself.",
        "pipe": "pipe is not a file, so there is nothing in it to read.",
        "empty.txt": "empty.txt is empty.",
        "gone.txt": "gone.txt is not there any more.",
        "program": "program is neither an image nor a text in UTF-8 or UTF-16.",
        "paper.txt": "paper.txt is a PDF file, which is not read here. Save it as text or as JPEG.",
        "half.jpg": "half.jpg is damaged or not complete, so it cannot be shown to a model.",
        "half.png": "half.png is damaged or not complete, so it cannot be shown to a model.",
        "long.log": "long.log has 1.0 MB, ~251250 tokens. Texts of up to 1.0 MB can be attached.",
    }

    async def scenario() -> None:
        with desk_at(theme) as desk:
            desk.drop(*(tmp_path / name for name in refused))
            await desk.read()
            assert desk.said == tuple(refused.values())
            assert desk.files == []
            QTest.mouseClick(desk.composer.files.refusals.dismiss, Qt.MouseButton.LeftButton)
            assert not desk.composer.files.isVisible()

    run(scenario())


def test_a_socket_is_refused_and_not_waited_for(run, theme: Theme, tmp_path: Path, monkeypatch):
    async def scenario() -> None:
        monkeypatch.chdir(tmp_path)  # The path of a socket may only be short.
        with desk_at(theme) as desk, socket.socket(socket.AF_UNIX) as listening:
            listening.bind("ear")
            desk.drop(tmp_path / "ear")
            await desk.read()
            assert desk.said == ("ear is not a file, so there is nothing in it to read.",)

    run(scenario())


def test_a_picture_that_is_too_large_is_refused_unread(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        huge = written(tmp_path, "huge.png", picture(8, 8))
        os.truncate(huge, MAX_IMAGE_BYTES + 1)
        header = bytearray(picture(8, 8))
        header[16:24] = (30_000).to_bytes(4) * 2
        header[29:33] = crc32(header[12:29]).to_bytes(4)
        bomb = written(tmp_path, "bomb.png", bytes(header))
        with desk_at(theme) as desk:
            desk.drop(huge, bomb)
            await desk.read()
            assert desk.said[0] == "huge.png has 20 MB. Images of up to 20 MB can be attached."
            assert desk.said[1].startswith("bomb.png has 30000 × 30000 pixels.")
            assert desk.files == []

    run(scenario())


def test_svg_is_text_and_never_drawn(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            desk.drop(
                written(tmp_path, "drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
            )
            await desk.read()
            (chip,) = desk.composer.files.row.chips
            assert chip.attachment.kind is AttachmentKind.TEXT

    run(scenario())


def test_the_same_file_goes_along_once(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            path = written(tmp_path, "a.txt", b"content")
            desk.drop(path, path)
            await desk.read()
            assert len(desk.files) == 1
            assert desk.said == ("a.txt is attached already.",)
            (chip,) = desk.composer.files.row.chips
            QTest.mouseClick(chip.remove, Qt.MouseButton.LeftButton)
            assert desk.files == []
            desk.drop(path)
            await desk.read()
            assert len(desk.files) == 1

    run(scenario())


def test_of_many_files_only_the_first_are_taken(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        paths = [
            written(tmp_path, f"{number}.txt", str(number).encode())
            for number in range(MAX_FILES + 2)
        ]
        with desk_at(theme) as desk:
            desk.drop(*paths)
            await desk.read()
            assert len(desk.files) == MAX_FILES
            assert desk.said == ("Of 22 files the first 20 were taken.",)

    run(scenario())


def test_a_file_that_is_being_read_does_not_get_into_another_conversation(
    run, theme: Theme, tmp_path: Path
):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            desk.drop(written(tmp_path, "a.txt", b"content"))
            desk.show(talk(conversation("two")))
            assert not desk.composer.files.is_reading
            desk.drop(written(tmp_path, "b.txt", b"other"))
            await desk.read()
            assert [name for name, _ in desk.files] == ["b.txt"]

    run(scenario())


def test_a_file_of_a_kept_draft_is_shown_with_its_picture(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            desk.contents["kept"] = picture(64, 64)
            file = Attachment(AttachmentId("kept"), AttachmentKind.IMAGE, "a.png", "image/png")
            desk.show(talk(conversation("two", draft=Draft("", (file,)))))
            (chip,) = desk.composer.files.row.chips
            await until(lambda: chip.picture.has_image)
            desk.drop(written(tmp_path, "again.png", desk.contents["kept"]))
            await desk.read()
            assert desk.said == ("again.png is attached already.",)

    run(scenario())


def test_files_belong_to_the_draft_and_not_to_an_edit(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            path = written(tmp_path, "a.txt", b"content")
            desk.drop(path)
            await desk.read()
            desk.composer.edit_entry(EntryId("earlier"), "before")
            assert desk.files == []
            assert not desk.composer.accepts(mime_of(path))

    run(scenario())


def test_only_the_name_goes_along_and_is_shown_safely(run, theme: Theme, tmp_path: Path):
    async def scenario() -> None:
        with desk_at(theme) as desk:
            desk.drop(written(tmp_path, "e\u202egpj.txt", b"content"))
            await desk.read()
            (chip,) = desk.composer.files.row.chips
            assert chip.attachment.name == "e\u202egpj.txt"
            assert chip.accessibleName() == "e‹U+202E›gpj.txt, 7 B, ~1 tokens"

    run(scenario())
