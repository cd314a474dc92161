"""Paints a document, and knows what is under the pointer and what is selected of it."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role, Tokens
from desktop.ui.chat.blocks.copying import fenced, markdown_between, text_between
from desktop.ui.chat.blocks.link_walk import Link, links
from desktop.ui.chat.blocks.links import shown_host
from desktop.ui.chat.blocks.ornaments import Ornament
from desktop.ui.chat.blocks.places import (
    formula_at,
    marked_part,
    paragraph_around,
    top_of_last_line,
    word_around,
)
from desktop.ui.chat.blocks.reading import SafeDocument
from desktop.ui.widgets.tips import plain_tip

_Context = QAbstractTextDocumentLayout.PaintContext
_Selection = QAbstractTextDocumentLayout.Selection


class Surface(QWidget):
    """Shows one document. Who holds it drives the selection: presses and drags are ignored here.

    So one drag can go over several surfaces. A click on a link is noticed all
    the same: it is a press and a release on the same one without a drag between.
    Places count UTF-16 units from the document's beginning.
    """

    link_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ink: Role = "text"
        self._document: QTextDocument = SafeDocument()
        self._ornaments: tuple[Ornament, ...] = ()
        self._links: tuple[Link, ...] | None = None
        self._source = ""
        self._language: str | None = None
        self._start = self._end = 0
        self.marks: tuple[tuple[int, int], ...] = ()
        """Where each place begins and ends that has a soft ground."""
        self._pressed: tuple[str, QPoint] | None = None
        self._at_link = -1
        self._inked: tuple[tuple[Tokens, Role], QPalette] | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # What grows is painted below.
        self.setProperty("ring", False)  # The link with the focus gets one, not the whole text.
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def document(self) -> QTextDocument:
        return self._document

    @property
    def length(self) -> int:
        """How many places there are, the last one after the last character."""
        return max(0, self._document.characterCount() - 1)

    def show_document(
        self,
        document: QTextDocument,
        source: str,
        ink: Role = "text",
        language: str | None = None,
    ) -> None:
        """Show another document; `source` is its markdown, which is copied when all is selected.

        With a `language`, perhaps an empty one, a part is copied between fences: it is code.
        """
        self._language = language
        self._document = document
        self._source = source
        self._ink = ink
        self._links = None
        self._ornaments = ()
        self.marks = ()
        self._end = min(self._end, self.length)
        self._start = min(self._start, self._end)
        self.update()

    def append(self, text: str, source: str) -> None:
        """Put text at the end, in the shape of what is there; only its lines are painted anew."""
        self._source = source
        top = top_of_last_line(self._document)
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)
        self.update(0, top, self.width(), self.height())

    @property
    def ornaments(self) -> tuple[Ornament, ...]:
        """What is painted below the text."""
        return self._ornaments

    def decorate(self, ornaments: tuple[Ornament, ...]) -> None:
        """Paint rules, hairlines and what stands before items below the text."""
        self._ornaments = ornaments

    def note_links(self) -> None:
        """Take the links into the keyboard's reach; called once a document grows no more."""
        self.setFocusPolicy(
            Qt.FocusPolicy.TabFocus if self._all_links() else Qt.FocusPolicy.NoFocus
        )

    def position_at(self, point: QPoint) -> int:
        """Return the place nearest to a point of this widget."""
        layout = self._document.documentLayout()
        return max(0, layout.hitTest(QPointF(point), Qt.HitTestAccuracy.FuzzyHit))

    def link_at(self, point: QPoint) -> str:
        return self._document.documentLayout().anchorAt(QPointF(point))

    def word_at(self, point: QPoint) -> tuple[int, int]:
        """Return where the word under a point begins and ends, for a double click."""
        return word_around(self._document, min(self.position_at(point), self.length))

    def paragraph_at(self, point: QPoint) -> tuple[int, int]:
        """Return where the paragraph under a point begins and ends, for a triple click."""
        return paragraph_around(self._document, min(self.position_at(point), self.length))

    def select(self, start: int, end: int) -> None:
        start, end = sorted((max(0, min(start, self.length)), max(0, min(end, self.length))))
        if (start, end) != (self._start, self._end):
            self._start, self._end = start, end
            self.update()

    def mark(self, spans: tuple[tuple[int, int], ...]) -> None:
        """Put a soft ground behind these places, until the text is another."""
        self.marks = spans
        self.update()

    def clear_selection(self) -> None:
        self.select(0, 0)

    @property
    def has_selection(self) -> bool:
        return self._start < self._end

    def selected_text(self) -> str:
        return text_between(self._document, self._start, self._end) if self.has_selection else ""

    def selected_markdown(self) -> str:
        if not self.has_selection:
            return ""
        if self._start == 0 and self._end >= self.length:
            return self._source
        if self._language is not None:
            return fenced(self.selected_text(), self._language)
        return markdown_between(self._document, self._start, self._end)

    @override
    def sizeHint(self) -> QSize:
        size = self._document.size()
        return QSize(ceil(size.width()), ceil(size.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for ornament in self._ornaments:
            if ornament.place.intersects(event.rect()):
                ornament.paint(painter, self._theme)
        context = _Context()
        context.palette = self._inked_palette()
        context.clip = QRectF(event.rect())
        context.selections = self._selections()
        painter.setClipRect(event.rect())
        self._document.documentLayout().draw(painter, context)

    def _inked_palette(self) -> QPalette:
        key = (self._theme.tokens, self._ink)
        if self._inked is None or self._inked[0] != key:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.Text, self._theme.color(self._ink))
            self._inked = (key, palette)
        return self._inked[1]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        link = self.link_at(point) if event.button() is Qt.MouseButton.LeftButton else ""
        self._pressed = (link, point) if link else None
        event.ignore()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_link = bool(self.link_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
        if self.cursor().shape() is not shape:
            self.setCursor(shape)
        event.ignore()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        event.ignore()
        point = event.position().toPoint()
        if pressed is None or self.link_at(point) != pressed[0]:
            return
        if (point - pressed[1]).manhattanLength() < QApplication.startDragDistance():
            self.link_wanted.emit(pressed[0])

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            tip = self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().event(event)

    def tip_at(self, point: QPoint) -> str:
        """Return where a link leads, or the source of a formula that is drawn."""
        if link := self.link_at(point):
            return f"{shown_host(link)}\n{visible(link[:500])}"
        return formula_at(self._document, QPointF(point))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = self._all_links()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._at_link < len(found):
            self.link_wanted.emit(found[self._at_link].target)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        count = len(self._all_links())
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self._at_link = 0
        elif event.reason() is Qt.FocusReason.BacktabFocusReason:
            self._at_link = count - 1
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._at_link = -1
        self.update()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        place = self._at_link + (1 if next else -1)
        if self.hasFocus() and 0 <= place < len(self._all_links()):
            self._at_link = place
            self.update()
            return True
        return super().focusNextPrevChild(next)

    def _all_links(self) -> tuple[Link, ...]:
        if self._links is None:
            self._links = links(self._document)
        return self._links

    def _selections(self) -> list[_Selection]:
        ground = QTextCharFormat()
        ground.setBackground(self._theme.color("found"))
        found = [marked_part(self._document, *span, ground) for span in self.marks]
        if self.has_selection:
            style = QTextCharFormat()
            role: Role = "selection" if self.isActiveWindow() else "selection_idle"
            style.setBackground(self._theme.color(role))
            found.append(marked_part(self._document, self._start, self._end, style))
        if 0 <= self._at_link < len(self._all_links()):
            link = self._all_links()[self._at_link]
            style = QTextCharFormat()
            pen = QPen(self._theme.color("focus"), 2)
            style.setProperty(QTextFormat.Property.OutlinePen, pen)
            found.append(marked_part(self._document, link.start, link.end, style))
        return found
