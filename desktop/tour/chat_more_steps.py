"""More of the tour's steps on the chat page: JSON, a picture, a full context, small windows."""

from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from desktop.tour.chat_room import ChatRoom, commit
from desktop.ui.chat.side import ConversationSide

_SCHEMA = """\
{
  "type": "object",
  "required": ["city", "country", "sights"],
  "properties": {
    "city": {"type": "string"},
    "country": {"type": "string"},
    "founded": {"type": "integer", "maximum": -753},
    "is_capital": {"type": "boolean"},
    "sights": {
      "type": "array",
      "items": {
        "type": "object",
        "required": ["place", "kind"],
        "properties": {
          "place": {"type": "string"},
          "kind": {"enum": ["museum", "church", "ruin"]},
          "rating": {"type": "number", "maximum": 5}
        }
      }
    }
  }
}"""
_CONTEXT = "560"
_LONG = (
    "Compare the chapters on memory and on context with each other, point by point, and tell "
    "me which of their advice holds for a laptop and which for a machine with two GPUs. "
) * 8
_SMALL = ((1000, 680), (720, 450))


async def structured_answer(room: ChatRoom) -> None:
    """Ask for JSON that fits a schema, and see it as a tree."""
    guide, panel = room.guide, room.page.panel
    await room.begin()
    panel.area.ensureWidgetVisible(panel.format)
    room.press_button(panel.format.segments.words[-1], panel.format.segments)
    await guide.until(panel.format.editor.isVisible, "the schema can be written")
    panel.format.editor.field.selectAll()
    commit(panel.format.editor.field, _SCHEMA)
    await guide.until(
        lambda: room.snapshot.conversation.parameters.schema == _SCHEMA, "the schema is set"
    )
    await room.ask("Describe a city as JSON.")
    await guide.picture("chat-json-as-a-tree")


async def described_picture(room: ChatRoom) -> None:
    """Drop a picture on the page, and ask a model that sees."""
    guide = room.guide
    await room.begin("gemma3:12b")
    mime = QMimeData()
    mime.setImageData(_chart())
    room.composer.take(mime)
    await guide.until(lambda: bool(_files(room)), "the picture is in the draft")
    room.write("What does this chart show?")
    await guide.picture("chat-a-picture-to-send")
    guide.press(room.composer.input, Qt.Key.Key_Return)
    await guide.until(lambda: len(room.snapshot.path) == 2, "it is answered")
    await room.done()
    await guide.picture("chat-a-picture")


def _files(room: ChatRoom) -> tuple[object, ...]:
    return room.snapshot.conversation.draft.attachments


async def counted_context(room: ChatRoom) -> None:
    """Fill a small context, and decide what to do with a message that does not fit."""
    guide, panel = room.guide, room.page.panel
    await room.begin("qwen2.5:14b")
    panel.area.ensureWidgetVisible(panel.context)
    guide.write(panel.context.field, _CONTEXT)
    await room.ask("Tell me at length how this works.")
    await guide.until(lambda: room.snapshot.meter.is_effective, "the host told its context")
    room.write("Which of these matters most?")
    await guide.until(lambda: room.snapshot.meter.fresh > 0, "the draft is counted")
    await guide.picture("chat-a-context-near-its-end")
    room.composer.input.selectAll()
    room.send(_LONG)
    await guide.until(lambda: room.snapshot.overfull is not None, "it does not fit")
    await guide.picture("chat-a-message-too-long")
    room.press_button(_drop_label(room))
    await guide.until(lambda: len(room.snapshot.path) == 4, "it is answered without the oldest")
    await room.done()
    await guide.picture("chat-the-oldest-left-out")
    area = room.page.work.transcript.area
    area.setFocus()
    guide.press(area, Qt.Key.Key_Home)
    await guide.picture("chat-what-the-model-did-not-see")


def _drop_label(room: ChatRoom) -> str:
    overfull = room.snapshot.overfull
    count = overfull.droppable if overfull else 0
    return QCoreApplication.translate("Chat", "Leave out the %n oldest", "", count)


async def small_windows(room: ChatRoom) -> None:
    """Look at a conversation where there is little room, and at its list over the page."""
    guide = room.guide
    view = room.page.side.view
    guide.click_row(view, view.model().index(view.model().rowCount() - 1, 0))
    await guide.until(lambda: bool(room.snapshot.path), "a conversation is shown")
    for width, height in _SMALL:
        guide.resize(width, height)
        await guide.picture(f"chat-at-{width}-by-{height}")
    guide.click(room.page.work.header.list)
    side = room.page.drawer.findChildren(ConversationSide)[0]
    await guide.until(side.isVisible, "the list is shown over the page")
    await guide.picture("chat-conversations-over-the-page")
    guide.press(side.view, Qt.Key.Key_Escape)
    guide.click(room.page.work.header.panel)
    await guide.until(room.page.panel.isVisible, "the parameters are shown over the page")
    await guide.picture("chat-parameters-over-the-page")
    guide.press(room.page.panel.prompt.field, Qt.Key.Key_Escape)
    guide.resize(1440, 900)


def _chart() -> QImage:
    """Draw a chart such as one pastes from a report."""
    image = QImage(640, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#fbfbf8"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#c9c9c2"), 2))
    for y in range(60, 380, 60):
        painter.drawLine(60, y, 600, y)
    for place, height in enumerate((90, 140, 120, 190, 230, 280)):
        bar = QRectF(90 + place * 85, 360 - height, 48, height)
        painter.fillRect(bar, QColor("#3159d8" if place < 5 else "#c4620a"))
    line = QPolygonF([QPointF(114 + 85 * x, 250 - 32 * x) for x in range(6)])
    painter.setPen(QPen(QColor("#1c1c1a"), 4))
    painter.drawPolyline(line)
    painter.end()
    return image
