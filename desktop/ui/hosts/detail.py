"""The chosen host beside the table: what can be done, its last test, how it is reached."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.diagnostics.checkup import Checkup
from desktop.diagnostics.explain import Remedy
from desktop.domain.proxy import Route
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.checkup import CheckupView
from desktop.ui.hosts.facts import Fact, connection_facts
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.key_values import KeyValues, Section
from desktop.ui.widgets.labels import ElidedLabel, Hairline

WIDTH = 420
_LEAST = 300


class HostDetail(QFrame):
    """Shows one host; with none it says that one can be chosen.

    The buttons emit what is wanted and do nothing themselves. `is_offered` says
    which remedies have a button.
    """

    closed = Signal()
    test_wanted = Signal()
    stop_wanted = Signal()
    edit_wanted = Signal()
    curl_wanted = Signal()
    more_wanted = Signal()
    remedy_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        *,
        is_offered: Callable[[Remedy], bool] = lambda _: True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("hostDetail")
        self._theme = theme
        self._facts: tuple[Fact, ...] = ()
        self._is_testing = False
        self._title = ElidedLabel(theme, "", "title")
        self._address = ElidedLabel(theme, "", "mono_hint", "muted")
        self.more = IconButton(theme, "ellipsis", self.tr("More actions"))
        self.close_button = IconButton(theme, "panel-right-close", self.tr("Close the panel"))
        self.test = Button(theme, self.tr("Test connection"), "primary", "stethoscope")
        self.test.setObjectName("testConnection")
        self.edit = Button(theme, self.tr("Edit"), "secondary", "pencil")
        self.curl = Button(theme, self.tr("Copy as curl"))
        self.checkup = CheckupView(theme, is_offered=is_offered)
        self._pairs = KeyValues(theme)
        self._build()
        self._connect()
        self.show_host(None, None, None)

    def show_host(
        self, snapshot: HostSnapshot | None, route: Route | None, checkup: Checkup | None
    ) -> None:
        """Show what is known of a host now."""
        self._scroll.setVisible(snapshot is not None)
        for part in (self._address, self._buttons, self.more):
            part.setVisible(snapshot is not None)
        if snapshot is None:
            self._title.setText(self.tr("No host chosen"))
            return
        self._title.setText(visible(snapshot.host.label))
        self._address.setText(visible(snapshot.host.address.url))
        self.checkup.show_checkup(checkup)
        self._is_testing = checkup is not None and not checkup.is_done
        self.test.setText(self._test_words(checkup))
        self._show_facts(
            connection_facts(snapshot.host, route, secret_missing=snapshot.secret_missing)
        )

    def set_overlay(self, is_overlay: bool) -> None:
        """Offer to close the panel where it lies over the table."""
        self.close_button.setVisible(is_overlay)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), super().sizeHint().height())

    def _test_words(self, checkup: Checkup | None) -> str:
        if self._is_testing:
            return self.tr("Stop the test")
        return self.tr("Test again") if checkup else self.tr("Test connection")

    def _show_facts(self, facts: tuple[Fact, ...]) -> None:
        if facts == self._facts:
            return
        self._facts = facts
        pairs = KeyValues(self._theme)
        for fact in facts:
            pairs.add(fact.key, fact.value, mono=fact.is_mono)
        self._section.body.replaceWidget(self._pairs, pairs)
        self._pairs.hide()
        self._pairs.deleteLater()
        self._pairs = pairs

    def _connect(self) -> None:
        self.test.clicked.connect(self._on_test)
        self.edit.clicked.connect(self.edit_wanted)
        self.curl.clicked.connect(self.curl_wanted)
        self.more.clicked.connect(self.more_wanted)
        self.close_button.clicked.connect(self.closed)
        self.checkup.remedy_wanted.connect(self.remedy_wanted)

    def _on_test(self) -> None:
        (self.stop_wanted if self._is_testing else self.test_wanted).emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_head())
        column.addWidget(Hairline())
        column.addWidget(self._build_scroll(), 1)
        column.addStretch(0)
        self.setMinimumWidth(self._theme.px(_LEAST))

    def _build_head(self) -> QLayout:
        px = self._theme.px
        title = QHBoxLayout()
        title.setSpacing(px(2))
        title.addWidget(self._title, 1)
        title.addWidget(self.more)
        title.addWidget(self.close_button)
        self._buttons = QWidget()
        buttons = FlowLayout(px(6))
        for button in (self.test, self.edit, self.curl):
            buttons.addWidget(button)
        holder = QVBoxLayout(self._buttons)
        holder.setContentsMargins(0, px(8), 0, px(4))
        holder.addLayout(buttons)
        head = QVBoxLayout()
        head.setContentsMargins(px(18), px(14), px(12), px(10))
        head.setSpacing(px(2))
        head.addLayout(title)
        head.addWidget(self._address)
        head.addWidget(self._buttons)
        return head

    def _build_scroll(self) -> QScrollArea:
        px = self._theme.px
        self._section = Section(self._theme, self.tr("Connection"))
        self._section.body.addWidget(self._pairs)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(18), px(14), px(18), px(8))
        column.setSpacing(px(14))
        column.addWidget(self.checkup)
        column.addWidget(self._section)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("Connection"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inner)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        return self._scroll
