"""Shows documents in a process of its own: `python -m tests.qt.blocks_child KIND FILE`.

KIND is ours, pages or browser. The file holds a JSON list of markdown texts.
What it prints is a JSON object: how many were shown, and the longest that one
took, in seconds.
"""

import asyncio
import gc
import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDir, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTextBrowser

from desktop.chat.blocks import split
from desktop.chat.export import as_html
from desktop.domain.conversation import (
    NO_ENTRY,
    Conversation,
    ConversationId,
    Entry,
    EntryId,
    Role,
)
from desktop.ui.bridge.loop import run
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.kinds import block_view, plain_text
from desktop.ui.chat.blocks.links import LinkQuestion, is_allowed
from desktop.ui.chat.blocks.view import BlockView

_WIDTH = 600


async def _show_ours(theme: Theme, texts: list[str]) -> float:
    kept = Kept()
    slowest = 0.0
    for text in texts:
        began = time.process_time()
        for block in split(text):
            view = block_view(theme, block.kind, kept=kept)
            view.show_block(block)
            _use(theme, view)
            QGuiApplication.clipboard().setText(plain_text(block))
        slowest = max(slowest, time.process_time() - began)
        await _finished(kept)
    return slowest


async def _finished(kept: Kept) -> None:
    """Wait until every formula is drawn and all code is coloured, whose views then show it."""
    for aside in (kept.formulas.aside, kept.code):
        came = asyncio.Event()
        aside.ready.connect(came.set)
        while aside.is_busy:
            came.clear()
            await came.wait()
        aside.ready.disconnect(came.set)


def _use(theme: Theme, view: BlockView) -> None:
    """Do everything with a view that a person can: look, point, select, copy, ask for a link."""
    view.resize(_WIDTH, min(2000, view.height_for(_WIDTH)))
    view.grab()
    surface = view.surface
    surface.select(0, surface.length)
    surface.selected_text()
    surface.selected_markdown()
    surface.select(1, surface.length)
    surface.selected_markdown()
    for x in (5, 40, 120):
        surface.tip_at(QPoint(x, 12))
        if link := surface.link_at(QPoint(x, 12)):
            assert is_allowed(link)
            LinkQuestion(theme, link, open_url=print).grab()


def _show_in_browser(texts: list[str]) -> float:
    browser = QTextBrowser()
    browser.resize(_WIDTH, 400)
    for text in texts:
        browser.setMarkdown(text)
        browser.grab()
    return 0.0


def _show_pages(texts: list[str]) -> float:
    """Open what is exported as HTML in a reader that loads all that it can."""
    now = datetime.now(UTC)
    head = Conversation(ConversationId("c"), now, now)
    browser = QTextBrowser()
    browser.resize(_WIDTH, 400)
    for text in texts:
        entry = Entry(EntryId("e"), NO_ENTRY, Role.ASSISTANT, now, text, thinking=text)
        browser.setHtml(as_html(head, (entry,), lambda _target: "![x](x)"))
        browser.grab()
    return 0.0


def main(kind: str, file: Path) -> None:
    texts: list[str] = json.loads(file.read_text("utf-8"))
    gc.disable()  # A thread that collected garbage would destroy widgets.
    app = QApplication([])
    QDir.addSearchPath("found", str(Path.cwd()))
    if kind == "browser":
        slowest = _show_in_browser(texts)
    elif kind == "pages":
        slowest = _show_pages(texts)
    else:
        slowest = run(app, _show_ours(Theme(app, ThemeMode.LIGHT), texts))
    print(json.dumps({"shown": len(texts), "slowest": slowest}))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
