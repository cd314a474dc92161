"""Links in an answer: which may be opened at all, and the question before one is."""

import re
from collections.abc import Callable

from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.labels import Label

_ALLOWED = re.compile(r"(?:https?://[^\s\\/?#]|mailto:[^\s\\/?#])[^\s\\]*", re.IGNORECASE)
_LONGEST = 4096
_MAIL_FIELDS = frozenset({"to", "cc", "bcc", "subject", "body", "in-reply-to"})
"""Some mail programs attach the file that an `attach` names."""
_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


def is_allowed(url: str) -> bool:
    """Whether a link may be offered: http, https or mailto, in one reading and no other."""
    if not _ALLOWED.fullmatch(url) or len(url) > _LONGEST or visible(url) != url:
        return False
    read = QUrl(url, QUrl.ParsingMode.StrictMode)
    if not read.isValid():
        return False
    if read.scheme() == "mailto":
        fields = {name.lower() for name, _ in QUrlQuery(read).queryItems()}
        return "@" in read.path() and fields <= _MAIL_FIELDS
    return bool(shown_host(url))


def shown_host(url: str) -> str:
    """Return the host that a link leads to, other scripts in punycode, or whom a mail goes to.

    It is Qt's reading, because Qt opens it: `http://good@evil` leads to evil.
    """
    read = QUrl(url)
    if read.scheme() == "mailto":
        return visible(read.path(_ENCODED))
    host = read.host(_ENCODED)
    return visible(host) if host.isascii() else ""


class LinkQuestion(Dialog):
    """Shows where a link leads before anything is opened; what it says is what is opened."""

    def __init__(
        self,
        theme: Theme,
        url: str,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", primary="", width=520, parent=parent)
        self.setObjectName("linkQuestion")
        self._url = QUrl(url)
        self._open_url = open_url
        is_mail = self._url.scheme() == "mailto"
        title = self.tr("Write a mail?") if is_mail else self.tr("Open this link?")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.set_primary(self.tr("Write mail") if is_mail else self.tr("Open in browser"))
        self.host = Label(theme, shown_host(url), "heading", wraps=True, selectable=True)
        self.address = self._build_address(theme)
        self.body.addWidget(self._well())
        for line in self._warnings():
            self.body.addWidget(Label(theme, line, "small", "warning", wraps=True))

    @override
    def accept(self) -> None:
        super().accept()
        self._open_url(self._url)

    def _build_address(self, theme: Theme) -> QPlainTextEdit:
        """Build the whole address as it is sent, broken at any character and never cut."""
        address = QPlainTextEdit(visible(self._url.toString(_ENCODED)))
        address.setReadOnly(True)
        address.setFont(theme.font("mono_hint"))
        address.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        address.setAccessibleName(self.tr("The whole address"))
        address.setFixedHeight(5 * theme.metrics("mono_hint").height())
        return address

    def _well(self) -> QFrame:
        well = QFrame()
        well.setProperty("box", "well")
        column = QVBoxLayout(well)
        column.addWidget(self.host)
        column.addWidget(self.address)
        return well

    def _warnings(self) -> list[str]:
        found: list[str] = []
        if any(part.startswith("xn--") for part in shown_host(self._url.toString()).split(".")):
            found.append(self.tr("The name has letters that can look like others."))
        if self._url.userInfo():
            found.append(self.tr("What stands before the @ is not where the link leads."))
        return found
