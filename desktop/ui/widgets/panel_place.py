"""Where a page's panel stands: beside its work, or over it where the window is narrow."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.bridge.theme import Theme, set_property


class PanelPlace(QObject):
    """Opens, closes and moves the panel. Over the work it begins closed each time."""

    changed = Signal()
    """It was opened or closed."""

    def __init__(
        self,
        theme: Theme,
        splitter: QSplitter,
        panel: QWidget,
        over: QWidget,
        remember: Callable[[bool], None],
        *,
        is_open: bool,
        width: float,
    ) -> None:
        super().__init__(over)
        self._theme = theme
        self._splitter = splitter
        self._panel = panel
        self._over = over
        self._remember = remember
        self._is_open = is_open
        self._is_overlay = False
        self._wide = width
        self._dock()

    @property
    def is_open(self) -> bool:
        return self._panel.isVisibleTo(self._over)

    @property
    def is_overlay(self) -> bool:
        return self._is_overlay

    def open(self) -> None:
        """Show it, and remember that if it stands beside the table."""
        self._set_open(True)

    def close(self) -> None:
        """Hide it, likewise."""
        self._set_open(False)

    def set_overlay(self, is_overlay: bool) -> None:
        """Put it over the work, or back beside it as it was left there."""
        if is_overlay == self._is_overlay:
            return
        self._is_overlay = is_overlay
        if is_overlay:
            self._float()
        else:
            self._dock()
        self.changed.emit()

    def fit(self) -> None:
        """Follow the size of what it stands over."""
        if self._is_overlay:
            wanted = max(self._theme.px(self._wide), self._panel.minimumSizeHint().width())
            wide = min(wanted, self._over.width())
            self._panel.setGeometry(self._over.width() - wide, 0, wide, self._over.height())

    def _set_open(self, is_open: bool) -> None:
        self._panel.setVisible(is_open)
        if self._is_overlay:
            self.fit()
            self._panel.raise_()
        else:
            self._is_open = is_open
            self._remember(is_open)
        self.changed.emit()

    def _dock(self) -> None:
        set_property(self._panel, "box", "")
        self._splitter.addWidget(self._panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._panel.setVisible(self._is_open)

    def _float(self) -> None:
        self._panel.setParent(self._over)
        set_property(self._panel, "box", "card")
        self._panel.hide()
