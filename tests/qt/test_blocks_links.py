"""Links: which are links at all, what is shown of one, and what is opened after the question."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest

from desktop.chat.blocks import Block, BlockKind
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.kinds import block_view
from desktop.ui.chat.blocks.links import LinkQuestion, is_allowed, shown_host
from desktop.ui.chat.blocks.view import BlockView


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org", "example.org"),
        ("HTTP://Example.ORG:8080/a?b#c", "example.org"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("https://xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),
        ("https://аррӏе.com", "xn--80ak6aa92e.com"),
        ("http://good.example@evil.example/", "evil.example"),
        ("http://good.example%2f@evil.example/", "evil.example"),
        ("http://127.0.0.1:11434", "127.0.0.1"),
        ("http://[::1]/", "::1"),
        ("mailto:a@b.example", "a@b.example"),
        ("mailto:a@b.example?subject=x&body=y", "a@b.example"),
    ],
)
def test_a_web_address_is_a_link_and_says_where_to(url: str, host: str) -> None:
    assert is_allowed(url)
    assert shown_host(url) == host


@pytest.mark.parametrize(
    "url",
    [
        "", "x", "#a", "/etc/passwd", "javascript:alert(1)", "JavaScript:alert(1)",
        "java\tscript:alert(1)", "file:///etc/passwd", "FILE:///etc/passwd", "//host/share",
        "\\\\host\\share", "https:\\\\evil.example", "https:///evil.example", "https:evil.example",
        "http://", "http://?x", "ms-settings:privacy", "search-ms:query=x", "vscode://file/x",
        "data:text/html,x", "qrc:/x", "ftp://example.org", "smb://host/share", "tel:123",
        "https://exa mple.org", "https://example.org\n", "https://example.org/\u202egpj",
        "https://example.org/\u200b", "http://a\\@evil.example", "http://[::1",
        "https://" + "a" * 5000, "http://ex%61mple.org",
        "mailto:", "mailto:nobody", "mailto:a@b.example?attach=/etc/passwd",
        "mailto:a@b.example?Attachment=x", "view-source:https://example.org",
        "blob:https://example.org/x", "httpss://example.org", "https //example.org",
    ],
)  # fmt: skip
def test_anything_else_is_no_link(url: str) -> None:
    assert not is_allowed(url)


def test_nothing_is_opened_before_it_was_asked(theme: Theme) -> None:
    opened: list[QUrl] = []
    url = "https://user@xn--80ak6aa92e.com/path?q=1"
    question = LinkQuestion(theme, url, opened.append)
    question.show()
    assert not opened
    assert question.host.text() == "xn--80ak6aa92e.com"
    assert question.address.toPlainText() == url
    question.primary.click()
    assert [address.toEncoded().toStdString() for address in opened] == [url]


def test_a_question_that_is_turned_down_opens_nothing(theme: Theme) -> None:
    opened: list[QUrl] = []
    question = LinkQuestion(theme, "mailto:a@b.example", opened.append)
    question.show()
    question.cancel.click()
    assert not opened


def _shown(theme: Theme, text: str) -> tuple[BlockView, list[str]]:
    view = block_view(theme, BlockKind.TEXT)
    view.show_block(Block(BlockKind.TEXT, text))
    view.resize(400, view.height_for(400))
    wanted: list[str] = []
    view.link_wanted.connect(wanted.append)
    view.show()
    return view, wanted


def test_a_click_on_a_link_asks_for_it(theme: Theme) -> None:
    view, wanted = _shown(theme, "[link](https://b.example) and words")
    QTest.mouseClick(view.surface, Qt.MouseButton.LeftButton, pos=QPoint(6, 8))
    QTest.mouseClick(view.surface, Qt.MouseButton.LeftButton, pos=QPoint(80, 8))
    assert wanted == ["https://b.example"]
    view.close()


def test_a_drag_over_a_link_asks_for_nothing(theme: Theme) -> None:
    view, wanted = _shown(theme, "[a long link of words](https://b.example)")
    QTest.mousePress(view.surface, Qt.MouseButton.LeftButton, pos=QPoint(4, 8))
    QTest.mouseRelease(view.surface, Qt.MouseButton.LeftButton, pos=QPoint(60, 8))
    assert not wanted
    view.close()


def test_links_are_reached_and_opened_by_keys(theme: Theme) -> None:
    view, wanted = _shown(theme, "[a](https://a.example) [b **c**](https://b.example)")
    view.activateWindow()
    QTest.qWaitForWindowActive(view, 2000)
    view.surface.setFocus()
    QTest.keyClick(view.surface, Qt.Key.Key_Tab)
    QTest.keyClick(view.surface, Qt.Key.Key_Return)
    QTest.keyClick(view.surface, Qt.Key.Key_Tab)
    QTest.keyClick(view.surface, Qt.Key.Key_Return)
    assert wanted == ["https://a.example", "https://b.example"]
    view.close()


def test_pointing_at_a_link_says_where_it_leads(theme: Theme) -> None:
    view, _ = _shown(theme, "[good.example](https://bücher.example/a) words")
    assert view.surface.tip_at(QPoint(6, 8)).startswith("xn--bcher-kva.example\n")
    assert view.surface.tip_at(QPoint(200, 8)) == ""
    view.close()
