"""Chooses a model on a host: with the picker that chat has, and a button that names it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.conversation import Target
from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.picker import TargetPicker
from desktop.ui.chat.picker_choices import can_chat
from desktop.ui.widgets.buttons import Button


class ModelChoice(QObject):
    """Opens the picker over the window, and hands the choice to whoever asked last."""

    def __init__(
        self,
        theme: Theme,
        registry: HostRegistry,
        pull: Callable[[], None],
        parent: QWidget,
        *,
        offers: Callable[[InstalledModel], bool] = can_chat,
    ) -> None:
        super().__init__(parent)
        self._registry = registry
        self._then: Callable[[Target], None] = lambda _: None
        self._anchor: QWidget | None = None
        self.picker = TargetPicker(theme, parent, offers=offers)
        self.picker.chosen.connect(self._on_chosen)
        self.picker.closed.connect(self._on_closed)
        self.picker.pull_wanted.connect(pull)
        self.destroyed.connect(registry.host_changed.subscribe(lambda _: self._follow()))
        self.destroyed.connect(registry.changed.subscribe(lambda _: self._follow()))

    def ask(self, anchor: QWidget, current: Target, then: Callable[[Target], None]) -> None:
        """Show the picker beside a widget, and call `then` with what is chosen."""
        self._then, self._anchor = then, anchor
        self.picker.show_hosts(self._registry.snapshots)
        self.picker.open_over(anchor, current)

    def _follow(self) -> None:
        if self.picker.isVisible():
            self.picker.show_hosts(self._registry.snapshots)

    def _on_chosen(self, target: Target) -> None:
        self._then(target)

    def _on_closed(self) -> None:
        if self._anchor is not None and self._anchor.isVisible():
            self._anchor.setFocus()


class ModelButton(Button):
    """Names the chosen model and its host, or says what to choose."""

    def __init__(self, theme: Theme, name: str, hint: str) -> None:
        super().__init__(theme, "", icon="boxes")
        self._hint = hint
        self._name = name
        self.show_target(Target(), None)

    def show_target(self, target: Target, snapshot: HostSnapshot | None) -> None:
        """Show what is chosen; without a host it is what to do."""
        text = self._hint
        if snapshot is not None and target.model:
            text = self.tr("{model} on {host}").format(
                model=visible(target.model), host=visible(snapshot.host.label)
            )
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(joining.labelled(self._name, text))


def snapshot_of(registry: HostRegistry, host_id: HostId) -> HostSnapshot | None:
    """Return what is known of a host; None once it is removed."""
    return next((one for one in registry.snapshots if one.id == host_id), None)
